internal import BOSH
internal import InstanceGroups
internal import Layers
internal import Transforms
package import YAML

/// The inputs that have a JSON Schema, by the kind that they say they are.
public enum InputSchema: String, CaseIterable, Sendable {
  case kustomization = "Kustomization"
  case topology = "Topology"
  case instanceGroup = "InstanceGroup"
  case quarksStatefulSet = "QuarksStatefulSet"
  case boshDeployment = "BOSHDeployment"
  case configuration = "Configuration"
  case object = "Object"

  /// What it is, in a line.
  public var summary: String {
    switch self {
    case .kustomization: "kustomization.yaml, of kind Kustomization or Component"
    case .topology: "the zones of a deployment"
    case .instanceGroup: "equal instances over zones"
    case .quarksStatefulSet: "what the Quarks operator took as a StatefulSet over zones"
    case .boshDeployment: "what the Quarks operator took as a BOSH deployment"
    case .configuration: "zonal.yaml, the settings of zonal check"
    case .object:
      "a resource of any kind: the four above that are resources are checked, others are taken as they are"
    }
  }

  /// The JSON Schema (draft 07), made of the tables that the fields are read by.
  public var json: String {
    let head: Node = .mapping([
      "$schema": .string(JSONSchema.draft), "title": .string(rawValue), "description": .string(summary),
    ])
    let schema = head.joined(with: content)
    return String(decoding: YAML.json(schema, form: .indented), as: UTF8.self) + "\n"
  }

  private var content: Node {
    switch self {
    case .kustomization: JSONSchema(wantsStrings: true).write(Kustomization.type).joined(with: Self.versions)
    case .topology: JSONSchema().write(InputTypes.topology)
    case .instanceGroup: JSONSchema().write(InputTypes.instanceGroup)
    case .quarksStatefulSet: JSONSchema().write(InputTypes.quarksStatefulSet)
    case .boshDeployment: JSONSchema().write(QuarksDeployment.type)
    case .configuration: JSONSchema().write(CheckConfiguration.schema.type)
    case .object: .mapping(["type": "object", "allOf": .sequence(Self.resources.map(\.asCondition))])
    }
  }

  /// Each kind of a kustomization file has a version of its own.
  private static var versions: Node {
    func version(_ version: String) -> Node {
      .mapping([
        "properties": .mapping(["apiVersion": .mapping(["enum": .sequence([.string(version), .null])])])
      ])
    }
    let component: Node = .mapping(["kind": .mapping(["const": "Component"])])
    return .mapping([
      "if": .mapping(["properties": component, "required": .sequence(["kind"])]),
      "then": version(Kustomization.componentVersion), "else": version(Kustomization.apiVersion),
    ])
  }

  /// What `zonal.yaml` is, for editors.
  package static var configurationType: ShapeType { CheckConfiguration.schema.type }

  private static let resources: [InputSchema] = [
    .topology, .instanceGroup, .quarksStatefulSet, .boshDeployment,
  ]

  /// Its schema, for objects that say that they are of the kind.
  private var asCondition: Node {
    let isOurs = self == .topology || self == .instanceGroup
    let kind: Node = .mapping([
      "apiVersion": .mapping(["pattern": isOurs ? "^zonal/" : "^quarks\\.cloudfoundry\\.org/"]),
      "kind": .mapping(["const": .string(rawValue)]),
    ])
    return .mapping([
      "if": .mapping(["properties": kind, "required": .sequence(["apiVersion", "kind"])]), "then": content,
    ])
  }
}

extension Node {
  /// The members of both.
  fileprivate func joined(with other: Node) -> Node {
    .mapping(Mapping((mapping?.pairs ?? []) + (other.mapping?.pairs ?? [])))
  }
}
