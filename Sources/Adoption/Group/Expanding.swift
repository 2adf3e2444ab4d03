internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// What a group, as far as it is written, becomes.
enum Expanding {
  /// - Returns: the objects, and why there are none.
  static func objects(of group: Node?, _ topology: TopologyDraft) -> (resources: [Resource], report: Report) {
    let report = Report()
    var set = ResourceSet([topology.node, group].compactMap { $0 }.map { Resource(object: $0) })
    Expansion(report: report, files: SourceFiles()).expand(&set)
    return (set.resources, report)
  }
}
