package import YAML

/// Every instance of a group, computed once; whoever wants to know something about an instance reads it here.
package struct InstanceTable: Sendable {
  package let group: String
  package let namespace: String
  package let rows: [Instance]

  package struct Instance: Sendable {
    /// The pod's name.
    package let name: String
    /// Made of `specIndex`, so that it stays when another zone grows.
    package let id: String
    /// Counts over the whole group.
    package let index: Int
    /// Counts by zones in steps of 10000, so that it stays when a zone grows.
    package let specIndex: Int
    package let zone: String?
    package let azIndex: Int
    package let ordinal: Int
    /// True for one instance of the group.
    package let bootstrap: Bool
    /// The name under which other instances reach it.
    package let address: String
  }

  /// - Parameter initialRollout: whether the group starts for the first time; then the first instance
  ///   bootstraps it, later the last one.
  init(
    _ names: GroupNames, _ workloads: [Workload], initialRollout: Bool,
    addresses: (Workload) -> (Int) -> String
  ) {
    group = names.group
    namespace = names.namespace
    let count = workloads.reduce(0) { $0 + $1.replicas }
    let bootstrap = initialRollout ? 0 : count - 1
    var rows: [Instance] = []
    rows.reserveCapacity(count)
    for workload in workloads {
      let address = addresses(workload)
      for ordinal in workload.ordinals {
        let index = rows.count
        let specIndex = Self.specIndex(azIndex: workload.azIndex, ordinal: ordinal)
        rows.append(
          Instance(
            name: workload.pod(ordinal), id: "\(names.group)-\(specIndex)", index: index,
            specIndex: specIndex,
            zone: workload.zone?.name, azIndex: workload.azIndex, ordinal: ordinal,
            bootstrap: index == bootstrap, address: address(ordinal)))
      }
    }
    self.rows = rows
  }

  /// - Parameter azIndex: from 0, as in names; the variable `AZ_INDEX` counts from 1.
  package static func specIndex(azIndex: Int, ordinal: Int) -> Int { azIndex * 10000 + ordinal }

  /// The rows as a sequence of mappings, each with the group's name.
  package var node: Node {
    let pair = Mapping.Pair(key: Scalar("group"), value: .string(group))
    return .sequence(
      rows.map { row in
        var node = row.node
        _ = node.changeMapping { $0.pairs.insert(pair, at: 0) }
        return node
      })
  }
}

extension InstanceTable.Instance {
  package var node: Node {
    .mapping([
      "name": .string(name), "id": .string(id), "index": .integer(index), "specIndex": .integer(specIndex),
      "zone": zone.map { .string($0) } ?? .null, "azIndex": .integer(azIndex), "ordinal": .integer(ordinal),
      "bootstrap": .bool(bootstrap), "address": .string(address),
    ])
  }
}
