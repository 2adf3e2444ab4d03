internal import YAML

/// Which objects a patch or replacement is for: every part that is given must match.
package struct Selector: Sendable {
  package var group: Pattern?
  package var version: Pattern?
  package var kind: Pattern?
  package var name: Pattern?
  package var namespace: Pattern?
  package var labels: LabelSelector?
  package var annotations: LabelSelector?

  package init() {}

  /// Whether all that it asks for is told as it is, and something is.
  package var isPrecise: Bool {
    let patterns = [group, version, kind, name, namespace].compactMap(\.self)
    return patterns.allSatisfy { $0.literal != nil }
      && !(patterns.isEmpty && labels == nil && annotations == nil)
  }

  /// What it takes to ask an object, as ``Pattern/trial``: of labels about half as long.
  package var trial: Int {
    let expressions = [group, version, kind, name, namespace].count { $0.map { $0.literal == nil } ?? false }
    let marks = [labels, annotations].count { $0 != nil }
    return Self.question + expressions * Pattern.trial + marks * Pattern.trial / 2
  }

  /// Even when all that is asked for is a text.
  private static let question = 8

  /// Names and namespaces match as they were loaded or as they are now; the rest as it is now
  /// (kustomize v5 `resmap.Select`).
  package func matches(_ resource: Resource) -> Bool {
    if let name {
      guard name.matches(resource.name) || name.matches(resource.originalID.name) else { return false }
    }
    let gvk = resource.gvk
    if let kind, !kind.matches(gvk.kind) { return false }
    if let group, !group.matches(gvk.group) { return false }
    if let version, !version.matches(gvk.version) { return false }
    if let namespace {
      guard
        namespace.matches(resource.effectiveNamespace)
          || namespace.matches(resource.originalID.effectiveNamespace)
      else { return false }
    }
    if let labels, !labels.matches(resource.labels) { return false }
    if let annotations, !annotations.matches(resource.annotations) { return false }
    return true
  }

  /// Whether one of the identities that an object has or had matches as a whole; labels and annotations as they are
  /// now do not count (kustomize v5 `TargetSelectorRegex`).
  package func matchesAnyIdentity(of resource: Resource) -> Bool {
    if matches(resource.gvk), matches(name: resource.name, namespace: resource.namespace) { return true }
    // What kustomize notes of an earlier identity is the namespace that counted.
    return resource.earlier.contains {
      matches($0.gvk) && matches(name: $0.name, namespace: $0.effectiveNamespace)
    }
  }

  private func matches(_ gvk: GroupVersionKind) -> Bool {
    kind?.matches(gvk.kind) != false && group?.matches(gvk.group) != false
      && version?.matches(gvk.version) != false
  }

  private func matches(name: String, namespace: String) -> Bool {
    self.name?.matches(name) != false && self.namespace?.matches(namespace) != false
  }
}
