internal import Diagnostics
internal import YAML
internal import _StringProcessing

/// A regular expression that must match the whole text, as in a patch's target (kustomize anchors them).
///
/// A pattern without special characters, which is most of them, is compared as text.
package struct Pattern: Sendable {
  /// How a pattern is matched: the engine takes longer to start than the rest of a small build.
  private enum Form: Sendable {
    case literal
    /// Nothing is special but dots, as in the names of images.
    case dots([Unicode.Scalar])
    case expression(Expression)
  }

  /// A compiled expression, a value that is never changed.
  private struct Expression: @unchecked Sendable {
    let regex: Regex<AnyRegexOutput>
  }

  package let text: String
  private let form: Form

  /// - Returns: `nil` when the pattern is no valid regular expression.
  package init?(_ text: String) {
    self.text = text
    if !text.utf8.contains(where: Self.specials.contains) {
      form = .literal
    } else if text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || !Self.specials.contains($0) }) {
      form = .dots(Array(text.unicodeScalars))
    } else if let regex = try? Regex("(?:\(text))") {
      form = .expression(Expression(regex: regex))
    } else {
      return nil
    }
  }

  /// The text itself when nothing in it is special.
  package var literal: String? { if case .literal = form { text } else { nil } }

  package func matches(_ candidate: String) -> Bool {
    switch form {
    case .literal: sameBytes(candidate, text)
    case .dots(let pattern): Self.fits(Array(candidate.unicodeScalars)[...], pattern)
    case .expression(let expression): (try? expression.regex.wholeMatch(in: candidate)) != nil
    }
  }

  /// Whether it matches a part of the text.
  package func isFound(in candidate: String) -> Bool {
    switch form {
    case .literal: return Self.isFound(Array(text.unicodeScalars), in: candidate)
    case .dots(let pattern): return Self.isFound(pattern, in: candidate)
    case .expression(let expression): return (try? expression.regex.firstMatch(in: candidate)) != nil
    }
  }

  private static func isFound(_ pattern: [Unicode.Scalar], in candidate: String) -> Bool {
    let scalars = Array(candidate.unicodeScalars)
    guard scalars.count >= pattern.count else { return false }
    return (0...(scalars.count - pattern.count)).contains {
      fits(scalars[$0..<($0 + pattern.count)], pattern)
    }
  }

  /// A dot of the pattern stands for any character but a line break.
  private static func fits(_ text: ArraySlice<Unicode.Scalar>, _ pattern: [Unicode.Scalar]) -> Bool {
    text.count == pattern.count && zip(text, pattern).allSatisfy { $0 == $1 || ($1 == "." && $0 != "\n") }
  }

  private static let specials = Set("\\^$.|?*+()[]{}".utf8)
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
