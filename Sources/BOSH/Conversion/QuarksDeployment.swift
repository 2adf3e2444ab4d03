package import Diagnostics
package import Resources
package import YAML

/// A `BOSHDeployment`, which the Quarks operator took: where its manifest, ops and variables are.
package struct QuarksDeployment: Sendable {
  package var manifest: Source?
  package var ops: [Source] = []
  package var variables: [Variables] = []

  package enum Kind: String, CaseIterable, Sendable {
    case configMap = "configmap"
    case secret, url
  }

  /// A ConfigMap or Secret of the same build.
  package struct Source: Sendable {
    package var type: Kind?
    package var name = Located("", Position.none)

    static let schema = Schema("reference", initial: Source()) {
      Field("type", .choice(), \.type, required: true, "What it is: configmap or secret.")
      Field("name", .located(.string), \.name, required: true, "The object's name.")
    }
  }

  /// Variables of one object: all of it, or one variable of a Secret.
  package struct Variables: Sendable {
    package var type: Kind?
    package var name = Located("", Position.none)
    package var secret: Located<String>?
    package var hasType = false

    static var shape: Shape<Variables> {
      Shape(Shape.object(schema).type) { node, reader in
        var variables = schema.decode(node, reader)
        variables?.hasType = node["type"].map { !$0.isNull } ?? false
        return variables
      }
    }

    private static let schema = Schema("variables", initial: Variables()) {
      Field("type", .choice(), \.type, "What it is: configmap or secret.")
      Field(
        "name", .located(.string), \.name, required: true, "The object, or with \"secret\" the variable.")
      Field("secret", .located(.string), \.secret, "The Secret that holds the one variable.")
    }
  }

  package static func isKind(of resource: Resource) -> Bool {
    resource.gvk.kind == "BOSHDeployment" && resource.gvk.group == "quarks.cloudfoundry.org"
  }

  package static var type: ShapeType { Object.schema.type }

  package static func read(_ resource: Resource, _ report: Report) -> QuarksDeployment? {
    Object.schema.decode(resource.object, Reader(report: report))?.spec
  }

  private struct Object: Sendable {
    var spec = QuarksDeployment()

    static let schema = Schema("BOSHDeployment", initial: Object()) {
      Field("apiVersion", checked: .string, "The version of the kind's schema.")
      Field("kind", checked: .string, "The kind of object.")
      Field("metadata", checked: .mapping, required: true, "Name, namespace and labels.")
      Field("spec", .object(specSchema), \.spec, required: true, "What is wanted.")
      Field("status", checked: .node, "What the operator wrote; passed over.")
    }

    private static let specSchema = Schema("BOSHDeployment spec", initial: QuarksDeployment()) {
      Field("manifest", .object(Source.schema), \.manifest, required: true, "The deployment manifest.")
      Field("ops", .list(of: .object(Source.schema)), \.ops, "Operations on it, in their order.")
      Field("vars", .list(of: Variables.shape), \.variables, "Values of its variables.")
    }
  }
}
