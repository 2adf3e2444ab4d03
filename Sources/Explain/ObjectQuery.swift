package import Resources
internal import YAML

/// An object as somebody names it: `[KIND/][NAMESPACE/]NAME`.
package struct ObjectQuery {
  private let kind: String?
  private let namespace: String?
  private let kindOrNamespace: String?
  package let name: String
  package let text: String

  package init(_ text: String) {
    self.text = text
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    name = parts.last ?? text
    kindOrNamespace = parts.count == 2 ? parts[0] : nil
    kind = parts.count > 2 ? parts[0] : nil
    namespace = parts.count > 2 ? parts[1] : nil
  }

  private func fits(_ resource: Resource) -> Bool {
    if let kindOrNamespace {
      return isKind(kindOrNamespace, of: resource) || sameBytes(kindOrNamespace, resource.namespace)
    }
    if let kind, !isKind(kind, of: resource) { return false }
    return namespace.map { sameBytes($0, resource.namespace) } ?? true
  }

  /// As kubectl takes kinds: in any case, with or without the API group behind a dot.
  private func isKind(_ word: String, of resource: Resource) -> Bool {
    let word = word.lowercased()
    let kind = resource.gvk.kind.lowercased()
    return word == kind || word == "\(kind).\(resource.gvk.group.lowercased())"
  }

  // MARK: Searching

  /// An object of the output, or one that a step of the build took away.
  package struct Found {
    package let resource: Resource
    package let removal: TraceStep?

    package init(_ resource: Resource, removal: TraceStep? = nil) {
      self.resource = resource
      self.removal = removal
    }
  }

  /// What is meant: what has the name in the output, or else what had it earlier or was taken away.
  package func matches(in set: ResourceSet, removed: [Found]) -> [Found] {
    let fitting = set.resources.filter(fits)
    let present = fitting.filter { sameBytes($0.name, name) }
    if !present.isEmpty { return present.map { Found($0) } }
    let gone = removed.filter { fits($0.resource) && sameBytes($0.resource.name, name) }
    let earlier = fitting.filter { $0.wasEver(named: name) }.map { Found($0) }
    return earlier.isEmpty ? gone : earlier
  }

  /// The objects that have the name, of whatever kind, as they could be asked for.
  package func namesakes(in set: ResourceSet) -> [String] {
    let same = set.resources.filter { sameBytes($0.name, name) || $0.wasEver(named: name) }
    return same.map { "\($0.gvk.kind)/\($0.name)" }
  }

  /// The names that could have been meant.
  package func names(in set: ResourceSet, removed: [Found]) -> [String] {
    let all = set.resources + removed.map(\.resource)
    let fitting = all.filter(fits)
    var seen: Set<String> = []
    return (fitting.isEmpty ? all : fitting).flatMap { [$0.name] + $0.earlier.map(\.name) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
