package import Diagnostics
package import Resources
internal import YAML

/// One entry of `vars`: a name for a field's value, which other fields write as `$(NAME)`.
package struct Variable: Sendable {
  package var name = Located("", Position.none)
  var object = Object()
  private var source = Source()

  var path: String { source.path.map(\.value) ?? "metadata.name" }
  package var position: Position { name.position }
  /// Where messages about the path point.
  var pathPosition: Position { source.path?.position ?? name.position }

  package static let field = KustomizationField(
    "vars", .list(of: .object(schema)), "Deprecated: values for $(NAME); write them as replacements")

  private static let schema = Schema<Variable>("vars entry", initial: Variable()) {
    Field("name", .located(.string), \.name, required: true, "the name that is written in $(…)")
    Field("objref", .object(Object.schema), \.object, required: true, "the object that has the value")
    Field("fieldref", .object(Source.schema), \.source, "where in the object the value is")
  }

  /// The object that a var takes its value from; everything but the namespace must be equal.
  struct Object: Sendable {
    var apiVersion: String?
    var group = ""
    var version = ""
    var kind = ""
    var name = Located("", Position.none)
    var namespace = ""

    static let schema = Schema<Object>("objref", initial: Object()) {
      Field("apiVersion", .string, \.apiVersion, "the object's API version, such as apps/v1")
      Field("group", .string, \.group, "its API group")
      Field("version", .string, \.version, "its API version without the group")
      Field("kind", .string, \.kind, required: true, "its kind")
      Field("name", .locatedScalar, \.name, required: true, "its name, as it is or once was")
      Field("namespace", .string, \.namespace, "its namespace")
    }

    var gvk: GroupVersionKind {
      apiVersion.map { GroupVersionKind(apiVersion: $0, kind: kind) }
        ?? GroupVersionKind(group: group, version: version, kind: kind)
    }

    func isIdentity(_ id: ResourceID) -> Bool {
      guard id.gvk == gvk, sameBytes(id.name, name.value) else { return false }
      return namespace.isEmpty && !id.isClusterScoped
        || ResourceID(gvk: gvk, name: name.value, namespace: namespace).isSame(as: id)
    }
  }

  private struct Source: Sendable {
    var path: Located<String>?

    // Files have it in both spellings: kustomize reads names of fields in any case.
    static let schema = Schema<Source>("fieldref", isLenient: true, initial: Source()) {
      Field("fieldPath", .locatedScalar, \.path, "the field, such as spec.ports[0].port")
    }
  }
}

extension Variable {
  /// The places of the objects that it can mean.
  package func matches(in set: ResourceSet, _ names: NameIndex?) -> [Int] {
    (names?[object.name.value] ?? []).filter { index in
      set.resources[index].identities.contains(where: object.isIdentity)
    }
  }

  package func reportAmbiguous(_ matches: [Int], in set: ResourceSet, _ report: Report) {
    report.error(
      "ambiguous-variable", "the var \"\(name.value)\" could mean \(matches.count) objects",
      at: object.name.position,
      notes: matches.map { .init("\(set.resources[$0].id)", at: set.resources[$0].namePosition) },
      hint: "say which one by its namespace")
  }
}
