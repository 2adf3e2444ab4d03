internal import Resources
internal import YAML

/// What kustomize remembers of an object in annotations, so that references by its earlier names find it.
enum FunctionHistory {
  private static let prefix = "internal.config.kubernetes.io/"
  private static let kinds = prefix + "previousKinds"
  private static let names = prefix + "previousNames"
  private static let namespaces = prefix + "previousNamespaces"
  private static let prefixes = prefix + "prefixes"
  private static let suffixes = prefix + "suffixes"

  /// Notes beside an object what its annotations say.
  static func take(from resource: inout Resource) {
    let lists = [kinds, names, namespaces].map { list($0, resource) }
    if let count = lists.map(\.count).min(), count == lists.map(\.count).max() {
      resource.earlier = (0..<count).map { index in
        let namespace = lists[2][index] == ResourceID.defaultNamespace ? "" : lists[2][index]
        let gvk = GroupVersionKind(
          group: resource.gvk.group, version: resource.gvk.version, kind: lists[0][index])
        return ResourceID(gvk: gvk, name: lists[1][index], namespace: namespace)
      }
    }
    resource.prefixes = list(prefixes, resource)
    resource.suffixes = list(suffixes, resource)
  }

  private static func list(_ key: String, _ resource: Resource) -> [String] {
    (resource.annotations?[key]?.text ?? "").split(separator: ",").map(String.init)
  }

  /// The same of an object that was made of it.
  static func annotations(of resource: Resource) -> [(key: String, value: String)] {
    let earlier = resource.earlier
    let lists = [
      (kinds, earlier.map(\.gvk.kind)), (names, earlier.map(\.name)),
      (namespaces, earlier.map { $0.namespace.isEmpty ? ResourceID.defaultNamespace : $0.namespace }),
      (prefixes, resource.prefixes), (suffixes, resource.suffixes),
    ]
    return lists.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ",")) }
  }
}
