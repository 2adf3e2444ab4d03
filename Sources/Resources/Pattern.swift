package import Diagnostics
internal import YAML

/// A regular expression as kustomize takes it: in the language of Go's `regexp`, matched in linear time.
///
/// A pattern without special characters, which is most of them, is compared as text, and one that lists texts is looked
/// up among them.
package struct Pattern: Sendable {
  /// Which texts match.
  package enum Extent: Sendable {
    /// Those that match as a whole, as in a patch's target (kustomize v5 writes `^(?:…)$`).
    case whole
    /// Those in which it matches a part.
    case part
  }

  /// How a pattern is matched: to compile an expression takes longer than the rest of a small build.
  private enum Form: Sendable {
    case literal
    /// Nothing is special but dots, as in the names of images.
    case dots([Unicode.Scalar])
    /// It lists all texts that match.
    case texts(Set<KeyBytes>)
    case expression(Expression)
  }

  package let text: String
  private let extent: Extent
  private let form: Form
  private let literals: PatternLiterals

  /// - Throws: what is wrong with an invalid pattern.
  package init(_ text: String, _ extent: Extent = .whole) throws(Mistake) {
    self.text = text
    self.extent = extent
    guard text.utf8.contains(where: Self.specials.contains) else {
      literals = PatternLiterals(texts: [Array(text.utf8)])
      form = .literal
      return
    }
    literals = PatternLiterals(of: text)
    if extent == .whole, let texts = literals.texts {
      form = .texts(Set(texts: texts.map { String(decoding: $0, as: UTF8.self) }))
    } else if text.utf8.allSatisfy({ $0 == UInt8(ascii: ".") || !Self.specials.contains($0) }) {
      form = .dots(Array(text.unicodeScalars))
    } else {
      form = .expression(try Expression(text, isAnchored: extent == .whole))
    }
  }

  /// A pattern that one text matches, whatever stands in it.
  package init(exactly text: String) {
    self.text = text
    extent = .whole
    literals = PatternLiterals(texts: [Array(text.utf8)])
    form = .literal
  }

  /// What is wrong with a pattern.
  package struct Mistake: Error, Equatable {
    package let reason: String
    /// What helps, where it is known.
    package var hint: String?

    package init(_ reason: String, hint: String? = nil) {
      self.reason = reason
      self.hint = hint
    }
  }

  /// The text itself when nothing in it is special.
  package var literal: String? { if case .literal = form { text } else { nil } }

  /// All texts that match as a whole, where it lists them.
  package var texts: [String]? {
    switch form {
    case .literal where extent == .whole: [text]
    case .texts(let texts): texts.map(\.text)
    default: nil
    }
  }

  /// One of which is in every text that matches; none when nothing is known.
  var held: [[UInt8]] { literals.held }

  /// Whether it says more than dots can.
  package var isExpression: Bool {
    switch form {
    case .literal, .dots: false
    case .texts, .expression: true
    }
  }

  /// About how long it takes to try one, in bytes that could be made meanwhile; a text takes no time to speak of.
  package static let trial = 32

  package func matches(_ candidate: String) -> Bool {
    switch (form, extent) {
    case (.literal, .whole): sameBytes(candidate, text)
    case (.literal, .part): Self.holds(candidate, text)
    case (.dots(let pattern), .whole): Self.fits(Array(candidate.unicodeScalars)[...], pattern)
    case (.dots(let pattern), .part): Self.isFound(pattern, in: candidate)
    case (.texts(let texts), _): texts.contains(candidate)
    case (.expression(let expression), _): expression.finds(in: candidate)
    }
  }

  private static func holds(_ candidate: String, _ part: String) -> Bool {
    let part = part.utf8
    guard let first = part.first else { return true }
    var rest = candidate.utf8[...]
    while rest.count >= part.count, let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: part) { return true }
      rest = rest.dropFirst()
    }
    return false
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

extension Report {
  /// Says what is wrong with a pattern.
  ///
  /// - Parameter hint: what helps when nothing better is known.
  package func add(_ mistake: Pattern.Mistake, in text: String, at position: Position, hint: String) {
    error(
      "bad-expression", "\"\(text)\" is no regular expression: \(mistake.reason)", at: position,
      hint: mistake.hint ?? hint)
  }
}
