internal import YAML

/// Group, version and kind of an object.
package struct GroupVersionKind: Sendable, Hashable {
  /// Empty for the core group.
  package var group: String
  package var version: String
  package var kind: String

  package init(group: String = "", version: String, kind: String) {
    self.group = group
    self.version = version
    self.kind = kind
  }

  package static func == (a: Self, b: Self) -> Bool {
    sameBytes(a.kind, b.kind) && sameBytes(a.group, b.group) && sameBytes(a.version, b.version)
  }

  package func hash(into hasher: inout Hasher) {
    KeyBytes(text: kind).hash(into: &hasher)
    KeyBytes(text: group).hash(into: &hasher)
    KeyBytes(text: version).hash(into: &hasher)
  }

  /// - Parameter apiVersion: `v1` or `apps/v1`.
  package init(apiVersion: String, kind: String) {
    if let slash = apiVersion.utf8.firstIndex(of: UInt8(ascii: "/")) {
      group = String(apiVersion[..<slash])
      version = String(apiVersion[apiVersion.index(after: slash)...])
    } else {
      group = ""
      version = apiVersion
    }
    self.kind = kind
  }

  package var apiVersion: String { group.isEmpty ? version : "\(group)/\(version)" }
}

/// What tells one object of a set from every other.
package struct ResourceID: Sendable, Hashable {
  package var gvk: GroupVersionKind
  package var name: String
  /// Empty when the object names none: for kustomize (v5) that is the namespace `default`.
  package var namespace: String

  package init(gvk: GroupVersionKind, name: String, namespace: String = "") {
    self.gvk = gvk
    self.name = name
    self.namespace = namespace
  }

  package static func == (a: Self, b: Self) -> Bool {
    sameBytes(a.name, b.name) && sameBytes(a.namespace, b.namespace) && a.gvk == b.gvk
  }

  package func hash(into hasher: inout Hasher) {
    gvk.hash(into: &hasher)
    KeyBytes(text: name).hash(into: &hasher)
    KeyBytes(text: namespace).hash(into: &hasher)
  }
}

extension ResourceID {
  package var isClusterScoped: Bool { BuiltinKinds.isNamespaced(gvk) == false }

  /// The namespace that counts when objects are compared: `default` for none, one of its own for what lives in no
  /// namespace at all (kustomize v5 `resid.EffectiveNamespace`).
  package var effectiveNamespace: String {
    Self.effectiveNamespace(namespace, isClusterScoped: isClusterScoped)
  }

  static func effectiveNamespace(_ namespace: String, isClusterScoped: Bool) -> String {
    if isClusterScoped { return outsideOfNamespaces }
    return namespace.isEmpty ? defaultNamespace : namespace
  }

  package static let defaultNamespace = "default"
  private static let outsideOfNamespaces = "_non_namespaceable_"

  /// The same identity with the namespace that counts, so that `==` and hashing compare what kustomize compares.
  package var canonical: ResourceID {
    ResourceID(gvk: gvk, name: name, namespace: effectiveNamespace)
  }

  package func isSame(as other: ResourceID) -> Bool {
    sameBytes(name, other.name) && gvk == other.gvk
      && sameBytes(effectiveNamespace, other.effectiveNamespace)
  }
}

extension ResourceID: CustomStringConvertible {
  /// `StatefulSet "nats" (apps/v1) in namespace "cf"`, as messages say it.
  package var description: String {
    let place = namespace.isEmpty ? "" : " in namespace \"\(namespace)\""
    let version = gvk.version.isEmpty ? "" : " (\(gvk.apiVersion))"
    return "\(gvk.kind) \"\(name)\"\(version)\(place)"
  }
}
