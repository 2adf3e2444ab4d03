internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unreadyPeersInParallel = Rule(
    "unready-peers-in-parallel", .warning,
    "A Service that publishes unready pods of a StatefulSet which starts them all at once",
    because: """
      No member finds one that is done starting, and clients are sent to members that know nothing yet. \
      A Service of a single instance is left alone: who uses it knows whom it wants.
      """
  ) { inventory, findings in
    for service in inventory.services
    where service.resource.object["spec"]?.isTrue("publishNotReadyAddresses") == true {
      guard service.selector?.tellsInstancesApart == false else { continue }
      for workload in service.workloads where workload.isStatefulSet {
        guard let policy = workload.resource.object.at("spec", "podManagementPolicy"),
          policy.text == "Parallel",
          workload.replicas ?? 0 > 1
        else { continue }
        findings.add(
          "the pods of \(workload.title) all start at once and \"\(service.name)\" leads to them before they are ready",
          at: service.resource.object.at("spec", "publishNotReadyAddresses")?.position, in: service.resource,
          notes: [.init("this starts them at once", at: policy.position)],
          hint: "use OrderedReady if members recover from each other")
      }
    }
  }
}
