import Diagnostics
package import YAML

/// Objects of the user's own, made once for the group, or for each zone or instance.
package struct ObjectSettings: Sendable {
  package var perGroup: [Node] = []
  package var perZone: [Node] = []
  package var perInstance: [Node] = []

  static let schema = Schema("objects", initial: ObjectSettings()) {
    Field(
      "perGroup", .list(of: .kubernetesObject), \.perGroup, "Objects that there is one of for the group.")
    Field(
      "perZone", .list(of: .kubernetesObject), \.perZone, "Objects that there is one of for each zone.")
    Field(
      "perInstance", .list(of: .kubernetesObject), \.perInstance,
      "Objects that there is one of for each instance.")
  }
}

extension Shape where Value == Node {
  fileprivate static var kubernetesObject: Shape {
    Shape(.named("Kubernetes object", .object(description))) { node, reader in
      guard Shape<Mapping>.mapping.read(node, reader) != nil else { return nil }
      for path in [["apiVersion"], ["kind"], ["metadata", "name"]] where node.text(at: path).isEmpty {
        let field = path.reduce(reader) { $0.field($1) }.path
        reader.report.error(
          "missing-field", "the object needs the field \"\(field)\"", at: node.position,
          hint: path.count > 1
            ? "name it after what it is for, such as $(group.name), $(workload.name) or $(instance.name)"
            : "every object of Kubernetes says its apiVersion and kind")
      }
      if let version = node["apiVersion"]?.text, version.hasPrefix("zonal/") {
        reader.report.error(
          "object-of-zonal", "an object of a group can't be of \"\(version)\": it would not be expanded",
          at: node["apiVersion"]?.position, hint: "write it as a resource of its own")
      }
      return node
    }
  }
}

/// What every object says.
private let description = ObjectShape("Kubernetes object", isOpen: true) {
  let text = ShapeType.matching(".", .text)
  let metadata = ObjectShape("metadata", isOpen: true) {
    [FieldDescription(name: "name", summary: "The object's name.", type: text, isRequired: true)]
  }
  return [
    FieldDescription(name: "apiVersion", summary: "The version of its kind.", type: text, isRequired: true),
    FieldDescription(name: "kind", summary: "The kind of object.", type: text, isRequired: true),
    FieldDescription(
      name: "metadata", summary: "Its name, labels and annotations.", type: .object(metadata),
      isRequired: true),
  ]
}

extension Node {
  fileprivate func text(at path: [String]) -> String {
    path.reduce(Optional(self)) { $0?[$1] }?.text ?? ""
  }
}
