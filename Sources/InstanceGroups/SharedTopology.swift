package import Diagnostics
package import Resources
package import YAML

/// The Topology of groups that are expanded one by one, and again and again: decoded and checked once.
package struct SharedTopology: Sendable {
  private let setting: Setting
  /// What it becomes itself.
  private let resources: [Resource]
  private let mistakes = Report()

  /// - Parameter topology: `nil` where there is none.
  package init(_ topology: Node?) {
    let set = ResourceSet([topology].compactMap(\.self).map { Resource(object: $0) })
    let inputs = Inputs(set, mistakes)
    setting = Expansion(report: mistakes, files: SourceFiles()).setting(inputs)
    resources = inputs.topology.map { OrdinalPolicy.produce($0, set.resources[0]) } ?? []
  }

  /// What it becomes together with a group.
  ///
  /// - Parameter isChecked: whether it matters if a group can work.
  /// - Returns: the objects, and why there are none.
  package func expanded(
    with group: Node? = nil, isChecked: Bool = true
  ) -> (resources: [Resource], report: Report) {
    let report = Report()
    report.add(contentsOf: mistakes)
    let groups = Inputs(ResourceSet([group].compactMap(\.self).map { Resource(object: $0) }), report).groups
    var expansion = Expansion(report: report, files: SourceFiles())
    expansion.isChecked = isChecked
    var setting = setting
    setting.groups = OtherGroups(groups)
    var expanded = resources + expansion.resources(of: groups, setting).joined()
    expansion.finish(&expanded, groups)
    return (expanded, report)
  }
}
