internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unreadyPeersInParallel = Rule(
    "unready-peers-in-parallel", .warning,
    "A Service that publishes unready pods of a StatefulSet which starts them all at once",
    because: """
      Clients are sent to members that know nothing yet. The headless Service that governs the StatefulSet is \
      left alone, because members look each other up in it, and so is a Service of a single instance: who uses \
      it knows whom it wants.
      """,
    bad: """
      kind: Service # for clients of a StatefulSet with podManagementPolicy: Parallel
      spec:
        publishNotReadyAddresses: true
      """,
    good: """
      clusterIP: None # the Service that governs it, by which members find each other
      publishNotReadyAddresses: true
      """
  ) { inventory, findings in
    var parallel = Remembered<Workload, [Workload]>()
    for service in inventory.services
    where service.resource.object["spec"]?.isTrue("publishNotReadyAddresses") == true {
      guard service.selector?.tellsInstancesApart == false else { continue }
      let starting = parallel.value(of: service.selection) { $0.filter(startsAtOnce) }
      let own = starting.first {
        !(service.isHeadless && $0.governingService?.text.map { sameBytes($0, service.name) } == true)
      }
      // One message of each Service: as many Services of as many StatefulSets would give their product.
      guard let workload = own else { continue }
      findings.add(
        "the pods of \(workload.title) all start at once and \"\(service.name)\" leads to them before they are ready",
        at: service.resource.object.at("spec", "publishNotReadyAddresses")?.position, in: service.resource,
        notes: [.init("this starts them at once", at: policy(workload)?.position)],
        hint: "leave publishNotReadyAddresses to the headless Service that governs the StatefulSet")
    }
  }

  private static func policy(_ workload: Workload) -> Node? {
    workload.resource.object.at("spec", "podManagementPolicy")
  }

  private static func startsAtOnce(_ workload: Workload) -> Bool {
    workload.isStatefulSet && policy(workload)?.text == "Parallel" && workload.replicas ?? 0 > 1
  }
}
