package import Diagnostics
package import Resources
import YAML

/// Replaces Topology, InstanceGroup and QuarksStatefulSet by what Kubernetes knows.
///
/// Data goes one way: a resource is decoded (``Manifest``), everything that its objects share is decided once
/// (``GroupPlan``, with the ``InstanceTable``), the plan is checked (``Checks``), and each kind of object is
/// produced from the plan.
package struct Expansion {
  package struct Options: Sendable {
    /// Whether the groups start for the first time, which decides who bootstraps them.
    package var initialRollout: Bool
    /// Groups that were made of BOSH manifests, by the identity they were loaded with: the names of their
    /// Services are cut as Quarks did.
    package var quarksGroups: Set<ResourceID>
    /// Whether a patch that matches nothing is an error.
    package var isStrict: Bool

    package init(initialRollout: Bool = true, isStrict: Bool = false, quarksGroups: Set<ResourceID> = []) {
      self.initialRollout = initialRollout
      self.isStrict = isStrict
      self.quarksGroups = quarksGroups
    }
  }

  private let report: Report
  private let files: SourceFiles
  private let options: Options
  /// Whether what can't work is told, too.
  var isChecked = true

  package init(report: Report, files: SourceFiles, options: Options = .init()) {
    self.report = report
    self.files = files
    self.options = options
  }

  typealias Producer = @Sendable (GroupPlan, Report) -> [Product]

  /// What a group that always runs becomes, in the order of the output.
  private static let producers: [Producer] = [
    // What pods mount and what gives them names stands before the pods: `kubectl apply` goes from top to
    // bottom.
    InstancesConfigMap.produce,
    AggregateService.produce,
    PerZoneService.produce,
    PerInstanceService.produce,
    DisruptionBudgetObject.produce,
    OwnObjects.produce,
    WorkloadObject.produce,
  ]

  private static let errandProducers: [Producer] = [OwnObjects.produce, ErrandJob.produce]

  /// Changes to what was produced.
  private static let patches: [@Sendable (inout [Product], GroupPlan, SourceFiles, Report) -> Void] = [
    SyncWaves.apply,
    // A zone's patch is part of what the group says of the zone; the group's patches have the last word.
    ZonePatches.apply,
    GroupPatches.apply,
  ]

  /// Puts what each group becomes in the group's place. A Topology leaves nothing but what its source of
  /// ordinals needs.
  package func expand(_ set: inout ResourceSet) {
    let inputs = Inputs(set, report)
    guard !inputs.isEmpty else { return }
    let setting = setting(inputs)
    let version = setting.topology.kubernetesVersion
    if version.position.isKnown { set.kubernetesVersion = version.value }
    var products = resources(of: inputs.groups, setting)[...]
    var expanded: [Resource] = []
    expanded.reserveCapacity(set.resources.count)
    for (index, resource) in set.resources.enumerated() {
      switch inputs.kinds[index] {
      case nil: expanded.append(resource)
      case .topology(let topology)?:
        expanded += topology.map { OrdinalPolicy.produce($0, resource) } ?? []
      case .group(nil)?: break
      case .group(.some)?: expanded += products.popFirst() ?? []
      }
    }
    finish(&expanded, inputs.groups)
    set.resources = expanded
  }

  /// What concerns objects of several groups.
  func finish(_ expanded: inout [Resource], _ groups: [GroupInput]) {
    if groups.contains(where: { $0.group.spec.services.perInstance.nodePortBase != nil }) {
      var nodePorts = NodePortOwners()
      for resource in expanded where resource.gvk.kind == "Service" && resource.gvk.group.isEmpty {
        nodePorts.add(resource.object, report)
      }
    }
    OrdinalPolicy.setWaves(of: &expanded)
  }

  /// Whether an object is gone from what is expanded.
  package static func replaces(_ resource: Resource) -> Bool {
    QuarksStatefulSet.isKind(of: resource) || resource.gvk.group == "zonal"
  }

  /// The instance tables of the groups, in the order of the set.
  ///
  /// - Parameter includingErrands: whether errands have a table, too: that of the one pod that runs them.
  package func instances(of set: ResourceSet, includingErrands: Bool = false) -> [InstanceTable] {
    let inputs = Inputs(set, report)
    let setting = setting(inputs)
    var left = InstanceCounts.most
    return inputs.groups.compactMap { input in
      let spec = input.group.spec
      guard spec.workload.value == .statefulSet, includingErrands || spec.lifecycle == .service else {
        return nil
      }
      return GroupPlan(input, setting, left: &left, report)?.table
    }
  }

  func setting(_ inputs: Inputs) -> Setting {
    let topology = inputs.topology
    if let topology { TopologyCheck.check(topology.spec, report) }
    return Setting(
      topology: topology?.spec ?? TopologySpec(), catalog: ZoneCatalog(topology, report),
      initialRollout: options.initialRollout, isStrict: options.isStrict,
      quarksGroups: options.quarksGroups, groups: OtherGroups(inputs.groups))
  }

  // MARK: Groups

  /// What each group becomes.
  ///
  /// Most of it is made side by side; what takes from something that all have in common is done in the order of the groups.
  func resources(of groups: [GroupInput], _ setting: Setting) -> [[Resource]] {
    let reports = groups.map { _ in Report() }
    defer { for own in reports { report.add(contentsOf: own, once: Growth.tooMuch) } }
    var left = InstanceCounts.most
    let plans = zip(groups, reports).map { plan(of: $0, setting, &left, $1) }
    let products = Array(inParallel: groups.count) { index in
      plans[index].map { self.products(of: $0, setting, reports[index]) } ?? []
    }
    return groups.indices.map { index in
      plans[index].map { patched(products[index], of: $0, reports[index]) } ?? []
    }
  }

  /// - Returns: `nil`, after a report, when there can be no objects of it.
  private func plan(
    of input: GroupInput, _ setting: Setting, _ left: inout Int, _ report: Report
  ) -> GroupPlan? {
    let decided = GroupPlan(input, setting, left: &left, report)
    // Without its zones and numbers, most of what could be said of a group would be wrong.
    guard var plan = decided, !report.hasErrors else { return nil }
    files.growth.grant(plan.countedWeight)
    plan.lists = InstanceLists(of: plan, setting, files.growth, report)
    let holds = files.growth.holds(
      plan.repeatedWeight, of: "the group \"\(plan.names.group)\"", at: input.resource.namePosition, report)
    return holds ? plan : nil
  }

  private func products(of plan: GroupPlan, _ setting: Setting, _ report: Report) -> [Product] {
    if isChecked { Checks.check(plan, setting, report) }
    return (plan.isErrand ? Self.errandProducers : Self.producers).flatMap { $0(plan, report) }
  }

  private func patched(_ products: [Product], of plan: GroupPlan, _ report: Report) -> [Resource] {
    var products = products
    for patch in Self.patches { patch(&products, plan, files, report) }
    let origin = plan.input.resource
    return products.map { product in
      var resource = product.resource
      resource.origin = origin.origin
      resource.transformations = origin.transformations
      if origin.trace != 0 { resource.trace = origin.trace }
      if let survive = plan.spec.survive?.value, resource.gvk.group == "apps" {
        resource.promise = SurvivalPromise(zones: survive.zones.value, quorum: survive.quorum)
      }
      return resource
    }
  }
}
