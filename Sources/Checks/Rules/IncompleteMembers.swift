internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let incompleteMembers = Rule(
    "incomplete-members", .warning, "A list of members that names some instances of a group, but not all",
    because: """
      Those that are left out are not found, or take no part: mostly the list is older than the number of instances. \
      One member alone, one of each zone, all of one's own zone and all of the others are left alone.
      """,
    bad: """
      args: [--initial-cluster, "etcd-0=https://etcd-0.etcd:2380,etcd-1=https://etcd-1.etcd:2380"] # of 3 replicas
      """,
    good: """
      args: [--initial-cluster, "etcd-0=https://etcd-0.etcd:2380,etcd-1=https://etcd-1.etcd:2380,etcd-2=https://etcd-2.etcd:2380"]
      """
  ) { inventory, findings in
    let members = inventory.members
    guard !members.isEmpty else { return }
    for workload in inventory.workloads {
      for text in workload.memberTexts {
        let zone = members.place(of: workload)
        report(text, of: workload.resource, in: workload.namespace, zone, members, findings)
      }
    }
    // The lists of an instance table were made of the instances, as their group asks.
    for config in inventory.all("ConfigMap") where config.object.at("data", "instances.yaml") == nil {
      for text in MemberText.texts(ofConfig: config) {
        report(text, of: config, in: config.effectiveNamespace, nil, members, findings)
      }
    }
  }

  /// - Parameter place: the zone whose pods have the text.
  private static func report(
    _ text: MemberText, of resource: Resource, in namespace: String, _ place: (group: Int, zone: Int)?,
    _ members: Members, _ findings: Findings
  ) {
    var named: [Int: Set<Members.Member>] = [:]
    var positions: [Int: Position] = [:]
    for node in text.nodes {
      for host in HostNames.all(in: node.text ?? "") {
        guard let member = members.member(host, in: namespace) else { continue }
        named[member.group, default: []].insert(member)
        positions[member.group] = positions[member.group] ?? node.position
      }
    }
    for (group, some) in named.sorted(by: { $0.key < $1.key }) {
      let zone = place.flatMap { $0.group == group ? $0.zone : nil }
      guard isPart(some, of: members.sizes[group], ownZone: zone) else { continue }
      let all = members.all(of: group)
      let missing = all.filter { !some.contains($0) }.map { "\"\(members.name($0))\"" }
      let more = missing.count > mostNames ? " and \(missing.count - mostNames) more" : ""
      findings.add(
        "\(text.title) names \(some.count) of the \(all.count) instances of \"\(members.groups[group].name)\", without "
          + missing.prefix(mostNames).joined(separator: ", ") + more,
        at: positions[group], in: resource,
        hint:
          "name the others, too; an InstanceGroup writes such lists itself: spec.lists, and $(list.NAME) here"
      )
    }
  }

  private static let mostNames = 3

  /// - Parameter sizes: how many members each zone has.
  private static func isPart(_ named: Set<Members.Member>, of sizes: [Int], ownZone: Int?) -> Bool {
    guard named.count > 1, named.count < sizes.reduce(0, +) else { return false }
    var counts = [Int](repeating: 0, count: sizes.count)
    for member in named { counts[member.zone] += 1 }
    guard sizes.count > 1 else { return true }
    if zip(counts, sizes).allSatisfy({ $0 == min(1, $1) }) { return false }
    guard let ownZone else { return true }
    let others = sizes.indices.filter { $0 != ownZone }
    if counts[ownZone] == sizes[ownZone], others.allSatisfy({ counts[$0] == 0 }) { return false }
    return counts[ownZone] > 0 || others.contains { counts[$0] < sizes[$0] }
  }
}
