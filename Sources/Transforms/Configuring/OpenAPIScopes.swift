internal import Diagnostics
package import Resources
internal import YAML

/// Which kinds live in a namespace, by the paths of an OpenAPI document (kustomize v5 `findNamespaceability`).
package struct OpenAPIScopes: Sendable {
  private var areNamespaced: [GroupVersionKind: Bool] = [:]

  static let none = OpenAPIScopes()

  private init() {}

  /// - Returns: `nil` after a report.
  init?(_ document: Node, _ report: Report) {
    guard let written = document["paths"], !written.isNull else { return }
    guard let paths = written.mapping else {
      report.error(
        "wrong-type", "the paths of an OpenAPI schema must be a mapping, not \(written.kindName)",
        at: written.position, hint: "map each path to what can be done there, such as get")
      return nil
    }
    for path in paths.pairs {
      guard let gvk = path.value.at("get", "x-kubernetes-group-version-kind"),
        let version = gvk["version"]?.text, let kind = gvk["kind"]?.text
      else { continue }
      let key = GroupVersionKind(group: gvk["group"]?.text ?? "", version: version, kind: kind)
      // A list of the objects of all namespaces is at a path that names none.
      let isNamespaced = path.key.text.contains("namespaces/{namespace}")
      areNamespaced[key] = isNamespaced || areNamespaced[key] == true
    }
  }

  /// `nil` for a kind of which the document says nothing.
  subscript(gvk: GroupVersionKind) -> Bool? { areNamespaced[gvk] }

  /// Notes at objects of what kinds they are.
  package func note(at set: inout ResourceSet) {
    guard !areNamespaced.isEmpty else { return }
    for index in set.resources.indices {
      guard let isNamespaced = self[set.resources[index].gvk] else { continue }
      set.resources[index].noteScope(isNamespaced: isNamespaced)
    }
  }
}
