import InstanceGroups
import YAML

/// The instances of a group as one of its jobs, and who links to it, sees them.
enum InstanceSpecs {
  static func nodes(_ table: InstanceTable?, job: String) -> [Node] {
    guard let table else { return [] }
    return table.rows.map { node($0, in: table.group, job: job) }
  }

  /// The index counts by zones in large steps, so that it stays when a zone grows and no pod restarts for it.
  static func node(_ row: InstanceTable.Instance, in group: String, job: String) -> Node {
    .mapping([
      "address": .string(row.address), "az": .string(row.zone ?? ""), "bootstrap": .bool(row.bootstrap),
      "id": .string(row.id), "index": .integer(row.specIndex), "instance": .integer(row.ordinal),
      "name": .string("\(group)-\(job)"),
    ])
  }
}
