package import Diagnostics
internal import Resources
internal import YAML

/// One entry of `vars`: a name for a field's value, which other fields write as `$(NAME)`.
package struct Variable: Sendable {
  package var name = Located("", Position.none)
  var object = Object()
  private var source = Source()

  var path: String { source.path.map(\.value) ?? "metadata.name" }
  var position: Position { name.position }
  /// Where messages about the path point.
  var pathPosition: Position { source.path?.position ?? name.position }

  static let field = KustomizationField(
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

extension Accumulator {
  /// Adds the vars of a layer and notes at the objects which of them take their values there, or from what becomes of
  /// them.
  mutating func define(_ new: [Variable], _ report: Report) {
    guard !new.isEmpty else { return }
    let names = NameIndex(set)
    var awaited: Set<KeyBytes> = []
    for variable in new {
      let matches = variable.matches(in: set, names)
      switch matches.count {
      case 0: awaited.insert(KeyBytes(text: variable.name.value))
      case 1: change { $0.resources[matches[0]].variables.append(variable.name.value) }
      default: variable.reportAmbiguous(matches, in: set, report)
      }
    }
    if !awaited.isEmpty {
      change { set in
        for index in set.resources.indices where set.resources[index].isExpanded {
          set.resources[index].awaitedVariables.append(awaited)
        }
      }
    }
    append(new, report)
  }

  /// Adds vars; no two may have one name, even when they mean the same.
  mutating func append(_ new: [Variable], _ report: Report) {
    guard !new.isEmpty else { return }
    var places: [KeyBytes: Int] = [:]
    for (place, variable) in variables.enumerated() { places[variable.name.value] = place }
    for variable in new {
      if let other = places[variable.name.value].map({ variables[$0] }) {
        report.error(
          "duplicate-variable", "the var \"\(variable.name.value)\" is there twice", at: variable.position,
          notes: [.init("the other one", at: other.position)],
          hint: "give one another name; a var of a base holds in the layers above, too")
      } else {
        places[variable.name.value] = variables.count
        variables.append(variable)
      }
    }
  }
}

extension Variable {
  /// The places of the objects that it can mean.
  func matches(in set: ResourceSet, _ names: NameIndex?) -> [Int] {
    (names?[object.name.value] ?? []).filter { index in
      set.resources[index].identities.contains(where: object.isIdentity)
    }
  }

  func reportAmbiguous(_ matches: [Int], in set: ResourceSet, _ report: Report) {
    report.error(
      "ambiguous-variable", "the var \"\(name.value)\" could mean \(matches.count) objects",
      at: object.name.position,
      notes: matches.map { .init("\(set.resources[$0].id)", at: set.resources[$0].namePosition) },
      hint: "say which one by its namespace")
  }
}

extension Resource {
  /// Whether other objects stand in its place in the output.
  fileprivate var isExpanded: Bool { gvk.group == "zonal" || gvk.group == "quarks.cloudfoundry.org" }
}
