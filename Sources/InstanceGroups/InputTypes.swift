package import Diagnostics
package import Resources
package import YAML

/// The kinds that this target reads, for schemas and editors.
package enum InputTypes {
  package static var topology: ShapeType { Topology.schema.type }
  package static var instanceGroup: ShapeType { InstanceGroup.schema.type }
  package static var quarksStatefulSet: ShapeType { QuarksStatefulSet.schema.type }

  /// Reports what is wrong with each by itself, whatever others there are.
  package static func check(_ set: ResourceSet, _ report: Report) { _ = Inputs(set, report) }

  /// The names that stand between `$(` and `)`, but for those of lists, which a group names itself.
  package static var placeholders: [String] { PlaceholderName.all.map(\.text) }
}
