internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// Builds a group, compares it with what runs, and lets patches say what no setting says.
struct Settling {
  private(set) var draft: Draft
  private(set) var remarks: [Remark] = []

  /// Why the group can't be what runs.
  struct Failure: Error {
    let reason: String
  }

  /// What a generated object has otherwise.
  private struct Difference {
    let object: Resource
    /// Of a workload: which one.
    let member: Int?
    let patch: Node
  }

  init(_ draft: Draft) throws(Failure) {
    self.draft = draft
    var differences = try differences()
    if differences.contains(where: { self.draft.isTable($0.object) }) {
      self.draft.forgetTable()
      differences = try self.differences()
    }
    guard !differences.isEmpty else { return }
    note(differences)
    guard try self.differences().isEmpty else {
      throw Failure(reason: "what it becomes can't be patched to what runs")
    }
  }

  private mutating func differences() throws(Failure) -> [Difference] {
    let (objects, report) = draft.shared.expanded(with: draft.node)
    if let error = report.diagnostics.first(where: { $0.severity == .error }) {
      throw Failure(reason: error.summary)
    }
    var wanted: [ResourceID: (resource: Resource, member: Int?)] = [:]
    for (index, member) in draft.family.members.enumerated() {
      wanted[member.resource.canonicalID] = (member.resource, index)
    }
    for claim in draft.claimed { wanted[claim.resource.canonicalID] = (claim.resource, nil) }
    var differences: [Difference] = []
    for object in objects where !object.comesFirst {
      guard let running = wanted.removeValue(forKey: object.canonicalID) else {
        throw Failure(reason: "it would also make \(object.id)")
      }
      let target = target(running.resource.object, running.member, for: object.object)
      if object.object.sameData(as: target) { continue }
      let patch = SmallestPatch.patch(from: object.object, to: target, object.gvk)
      differences.append(Difference(object: object, member: running.member, patch: patch))
    }
    try drop(wanted.values.map(\.resource))
    return differences
  }

  /// Leaves alone what the group does not make after all.
  private mutating func drop(_ rest: [Resource]) throws(Failure) {
    let ids = Set(rest.map(\.canonicalID))
    if let workload = draft.family.members.first(where: { ids.contains($0.resource.canonicalID) }) {
      throw Failure(reason: "it would not make \(workload.resource.id)")
    }
    draft.claimed.removeAll { ids.contains($0.resource.canonicalID) }
  }

  /// What runs, with the labels that say to which group it belongs: no pod carries them.
  private func target(_ running: Node, _ member: Int?, for generated: Node) -> Node {
    guard let labels = generated[["metadata", "labels"]]?.mapping else { return running }
    var target = running
    let own = running[["metadata", "labels"]]?.mapping ?? Mapping()
    let granted = member.map { draft.granted[$0] } ?? Mapping()
    let added = labels.pairs.filter {
      own.index(of: $0.key.text) == nil
        && ($0.key.text.hasPrefix("\(draft.prefix)/") || granted.index(of: $0.key.text) != nil)
    }
    if !added.isEmpty { target[["metadata", "labels"]] = .mapping(Mapping(own.pairs + added)) }
    return target
  }

  // MARK: What differs

  private mutating func note(_ differences: [Difference]) {
    var patches: [Node] = []
    for alike in Self.alike(differences) {
      let first = alike[0]
      let isOfZones = first.member != nil && alike.count < draft.family.members.count
      for difference in alike { note(difference, isOfZones) }
      if isOfZones {
        for difference in alike {
          draft.override(draft.zones[difference.member ?? 0], "patch", difference.patch)
        }
        continue
      }
      let names = alike.map(\.object.name).joined(separator: "|")
      patches.append(
        .mapping([
          "target": .mapping([
            "kind": .string(first.object.gvk.kind), "name": first.member == nil ? .string(names) : nil,
          ]), "patch": first.patch,
        ]))
    }
    if !patches.isEmpty { draft.settings["patches"] = .sequence(patches) }
  }

  /// Those of one kind with the same patch, in the order of the first of each.
  private static func alike(_ differences: [Difference]) -> [[Difference]] {
    var order: [[NodeData]: Int] = [:]
    var groups: [[Difference]] = []
    for difference in differences {
      let gvk = difference.object.gvk
      let key = [.string(gvk.apiVersion), .string(gvk.kind), difference.patch].map(NodeData.init)
      let place = order[key, default: groups.count]
      if place == groups.count {
        order[key] = place
        groups.append([])
      }
      groups[place].append(difference)
    }
    return groups
  }

  private mutating func note(_ difference: Difference, _ isOfZone: Bool) {
    let fields = difference.patch.changedFields
    remarks.append(
      Remark(
        object: difference.object, fields: fields,
        reason: "no setting of a group gives \(fields.count == 1 ? "it" : "them"): in "
          + (isOfZone ? "a patch of the zone" : "the group's patches")))
  }
}

extension Node {
  /// The fields that a patch changes, as paths.
  var changedFields: [String] {
    if let operations = items {
      return operations.compactMap { $0["path"]?.text }
    }
    return leaves(below: "")
  }

  private func leaves(below path: String) -> [String] {
    guard let mapping, !mapping.isEmpty else { return [path] }
    return mapping.pairs.flatMap { $0.value.leaves(below: path + "/" + $0.key.text) }
  }
}
