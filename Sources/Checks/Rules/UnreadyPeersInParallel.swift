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
      """
  ) { inventory, findings in
    for service in inventory.services
    where service.resource.object["spec"]?.isTrue("publishNotReadyAddresses") == true {
      guard service.selector?.tellsInstancesApart == false else { continue }
      for workload in service.workloads where workload.isStatefulSet {
        guard let policy = workload.resource.object.at("spec", "podManagementPolicy"),
          policy.text == "Parallel",
          workload.replicas ?? 0 > 1,
          !(service.isHeadless && workload.governingService?.text.map { sameBytes($0, service.name) } == true)
        else { continue }
        findings.add(
          "the pods of \(workload.title) all start at once and \"\(service.name)\" leads to them before they are ready",
          at: service.resource.object.at("spec", "publishNotReadyAddresses")?.position, in: service.resource,
          notes: [.init("this starts them at once", at: policy.position)],
          hint: "leave publishNotReadyAddresses to the headless Service that governs the StatefulSet")
      }
    }
  }
}
