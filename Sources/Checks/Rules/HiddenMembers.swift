internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let hiddenMembers = Rule(
    "hidden-members", .warning,
    "A governing Service without unready addresses, by whose names members look each other up",
    because: """
      A pod has its name in DNS only once it is ready, and mostly gets ready only once it has found the others: \
      members that start together, or after all have stopped, wait for each other.
      """,
    bad: """
      name: etcd # the pods ask for etcd-0.etcd and etcd-1.etcd before they are ready
      clusterIP: None
      """,
    good: """
      clusterIP: None
      publishNotReadyAddresses: true
      """
  ) { inventory, findings in
    let members = inventory.members
    guard !members.isEmpty else { return }
    var reported: Set<KeyBytes> = []
    for workload in inventory.workloads where workload.isStatefulSet {
      guard let name = workload.governingService?.text, let place = members.place(of: workload),
        let service = inventory.object("Service", name: name, in: workload.namespace),
        service.object["spec"]?.isTrue("publishNotReadyAddresses") != true,
        let text = list(of: workload, by: name, place.group, members, inventory),
        reported.insert("\(workload.namespace) \(name)")
      else { continue }
      findings.add(
        "the members of \"\(members.groups[place.group].name)\" look each other up by the names of \"\(name)\", which has only those that are ready",
        at: service.object.at("spec", "publishNotReadyAddresses")?.position, in: service,
        notes: [.init("they are listed here", at: text)],
        hint: "add publishNotReadyAddresses: true to the Service, and send clients to another one")
    }
  }

  /// Where the pods of a workload get several names of members of their group from.
  private static func list(
    of workload: Workload, by service: String, _ group: Int, _ members: Members, _ inventory: Inventory
  ) -> Position? {
    let configs = workload.configs.filter { $0.kind == "ConfigMap" }.compactMap {
      inventory.object("ConfigMap", name: $0.name, in: workload.namespace)
    }
    let texts = workload.memberTexts + configs.flatMap(MemberText.texts(ofConfig:))
    for text in texts {
      var named: Set<Members.Member> = []
      for node in text.nodes {
        for host in HostNames.all(in: node.text ?? "") {
          let labels = host.utf8.split(separator: UInt8(ascii: ".")).prefix(2)
          guard labels.count == 2, labels[1].elementsEqual(service.utf8),
            let member = members.member(host, in: workload.namespace), member.group == group
          else { continue }
          named.insert(member)
          if named.count > 1 { return node.position }
        }
      }
    }
    return nil
  }
}
