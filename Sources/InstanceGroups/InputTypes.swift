package import YAML

/// The kinds that this target reads, for schemas.
package enum InputTypes {
  package static var topology: ShapeType { Topology.schema.type }
  package static var instanceGroup: ShapeType { InstanceGroup.schema.type }
  package static var quarksStatefulSet: ShapeType { QuarksStatefulSet.schema.type }
}
