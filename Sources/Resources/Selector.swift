internal import Diagnostics
internal import YAML
internal import _StringProcessing

/// A regular expression that must match the whole text, as in a patch's target (kustomize anchors them).
///
/// A pattern without special characters, which is most of them, is compared as text.
package struct Pattern: Sendable {
  package let text: String
  private let match: @Sendable (String) -> Bool
  private let find: @Sendable (String) -> Bool
  /// The text itself when nothing in it is special.
  package let literal: String?

  /// - Returns: `nil` when the pattern is no valid regular expression.
  package init?(_ text: String) {
    self.text = text
    guard text.utf8.contains(where: Self.specials.contains) else {
      literal = text
      match = { sameBytes($0, text) }
      find = { contains($0, text) }
      return
    }
    literal = nil
    guard let regex = try? Regex("(?:\(text))") else { return nil }
    // A compiled expression is a value and is never changed after this.
    nonisolated(unsafe) let compiled = regex
    match = { (try? compiled.wholeMatch(in: $0)) != nil }
    find = { (try? compiled.firstMatch(in: $0)) != nil }
  }

  package func matches(_ candidate: String) -> Bool { match(candidate) }

  /// Whether it matches a part of the text.
  package func isFound(in text: String) -> Bool { find(text) }

  private static let specials = Set("\\^$.|?*+()[]{}".utf8)
}

private func contains(_ text: String, _ part: String) -> Bool {
  var rest = text.utf8[...]
  while rest.count >= part.utf8.count {
    if rest.starts(with: part.utf8) { return true }
    rest.removeFirst()
  }
  return false
}

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
        namespace.matches(resource.id.effectiveNamespace)
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
    return resource.earlier.contains { matches($0.gvk) && matches(name: $0.name, namespace: $0.namespace) }
  }

  private func matches(_ gvk: GroupVersionKind) -> Bool {
    kind?.matches(gvk.kind) != false && group?.matches(gvk.group) != false
      && version?.matches(gvk.version) != false
  }

  private func matches(name: String, namespace: String) -> Bool {
    self.name?.matches(name) != false && self.namespace?.matches(namespace) != false
  }
}
