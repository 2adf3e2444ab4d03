extension Rule {
  /// Every rule, in the order in which they run and are documented.
  package static let all: [Rule] = [
    // What pods and Services are to each other.
    .serviceSelectsNothing,
    .selectorMismatch,
    .missingGoverningService,
    .governingServiceNotHeadless,
    .governingServiceOfOthers,
    .unknownTargetPort,
    .unreadyPeersInParallel,
    .ordinalWithoutPolicy,
    .incompleteMembers,
    .hiddenMembers,
    .networkPolicySelectsNothing,
    .missingBackend,
    .unknownBackendPort,
    // Where pods run, and what is left when something fails.
    .placementSelectsNothing,
    .defeatedZoneAffinity,
    .zoneMajority,
    .evenMajority,
    .membersOnOneNode,
    .foreignZoneAddress,
    .obsoleteZoneLabel,
    // Disruption and scale.
    .overlappingBudgets,
    .budgetForbidsEviction,
    .budgetSelectsNothing,
    .missingScaleTarget,
    .scaledReplicas,
    // What pods need.
    .missingKey,
    .missingConfig,
    .unknownVolume,
    .missingClaim,
    .sharedClaim,
    .missingServiceAccount,
    .missingImageTag,
    .unknownVariable,
    .unknownProbePort,
    // What the API server refuses, or takes in another way than it was meant.
    .duplicateObject,
    .longNames,
    .duplicateContainer,
    .duplicateContainerPort,
    .duplicateEnvironment,
    .duplicateMount,
    .duplicateServicePort,
    .unnamedServicePort,
    .nodePortTaken,
    .obsoleteAPI,
    // Who may do what, and where.
    .missingRole,
    .missingSubject,
    .missingNamespace,
    // Policy, on demand.
    .privileged,
    .runsAsRoot,
    .missingRequests,
    .missingReadiness,
    .unusedConfig,
  ]
}
