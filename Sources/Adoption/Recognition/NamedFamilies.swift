internal import Diagnostics
internal import Resources
internal import YAML

/// The families that the user put together.
extension FamilySearch {
  mutating func takeNamed() {
    guard arePossible(options.zones) else { return }
    for group in options.groups {
      guard var members = members(of: group) else { continue }
      for index in members.indices {
        let found = ZoneSuffix.found(in: members[index].name, nodeValue: members[index].traces.nodeValue)
        members[index].traces.suffix = found?.suffix
      }
      if Set(texts: members.compactMap(\.traces.suffix)).count < members.count {
        for index in members.indices { members[index].traces.suffix = nil }
      }
      add(Family(name: group.name, members: members, isZoned: members.count > 1, isNamed: true))
    }
  }

  /// - Returns: `false` after a report.
  private func arePossible(_ zones: [Adoption.NamedZone]) -> Bool {
    var names: Set<KeyBytes> = []
    for zone in zones {
      if !QualifiedName.isLabelValue(zone.name) || !QualifiedName.isLabelValue(zone.nodeValue) {
        report.error(
          "bad-zone", "\"\(zone.name)=\(zone.nodeValue)\" of --zones can't be values of labels",
          hint: "write NAME=VALUE, both of letters, digits, \"-\", \"_\" and \".\"")
      } else if !names.insert(zone.name) {
        report.error(
          "zone-twice", "--zones gives the zone \"\(zone.name)\" twice",
          hint: "give every zone a name of its own")
      }
    }
    return !report.hasErrors
  }

  /// The workloads of the one namespace and kind in which there are all of them.
  ///
  /// - Returns: `nil` after a report.
  private func members(of group: Adoption.NamedGroup) -> [Member]? {
    let found = group.members.map { name in
      open.filter { sameBytes($0.name, name) && !taken.contains($0.place) }
    }
    for (name, workloads) in zip(group.members, found) where workloads.isEmpty {
      reportUnfound(name, of: group.name)
    }
    guard let first = found.first, !found.contains(where: \.isEmpty) else { return nil }
    if Set(texts: group.members).count < group.members.count {
      report.error(
        "workload-twice", "the group \"\(group.name)\" names a workload twice",
        at: first[0].resource.namePosition, hint: "name each once under --group")
      return nil
    }
    let whole = first.map { candidate in found.compactMap { $0.first(where: candidate.isBeside) } }
      .filter { $0.count == found.count }
    if whole.count == 1 { return whole[0] }
    if whole.count > 1 {
      report.error(
        "ambiguous-group", "there are workloads for the group \"\(group.name)\" several times",
        at: whole[0][0].resource.namePosition,
        notes: whole.dropFirst().map { .init("and here", at: $0[0].resource.namePosition) },
        hint: "read one namespace at a time")
    } else if let other = found.lazy.flatMap(\.self).first(where: { !first[0].isBeside($0) }) {
      report.error(
        "mixed-group",
        "the group \"\(group.name)\" can't hold \(first[0].resource.id) and \(other.resource.id)",
        at: other.resource.namePosition, hint: "put workloads of one kind and namespace together")
    }
    return nil
  }

  private func reportUnfound(_ name: String, of group: String) {
    let owner = families.lazy.flatMap(\.members).first { sameBytes($0.name, name) }
    var seen: Set<KeyBytes> = []
    report.error(
      "unknown-workload",
      owner == nil
        ? "there is no StatefulSet or Deployment \"\(name)\" for the group \"\(group)\""
        : "the group \"\(group)\" can't have \"\(name)\": another one has it",
      at: owner?.resource.namePosition,
      hint: owner == nil
        ? suggestion(for: name, among: open.map(\.name).filter { seen.insert($0) }, otherwise: "there are")
          ?? "see whether the input holds it"
        : "name it once under --group")
  }
}

extension Member {
  fileprivate func isBeside(_ other: Member) -> Bool {
    resource.gvk.kind == other.resource.gvk.kind
      && sameBytes(resource.namespace, other.resource.namespace)
  }
}
