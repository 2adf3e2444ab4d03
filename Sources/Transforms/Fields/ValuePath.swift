internal import Diagnostics
internal import Resources
internal import YAML

/// A path to fields of an object as replacements and vars write it: `spec.containers.[name=web].env.0.value`.
struct ValuePath: Sendable {
  enum Step: Sendable, Equatable {
    case field(String)
    case index(Int)
    /// `*`: every item of a sequence.
    case every
    /// `[key=value]`, or `[=value]` for an item that is the value itself.
    case item(key: String, value: String)
  }

  let text: String
  let position: Position
  let steps: [Step]

  /// What a path is when none is given.
  static let name = "metadata.name"

  /// What is read in its own way, by where a path is written.
  struct Dialect {
    /// Two dots in a row are one, as kustomize reads where a value comes from.
    let passesGaps: Bool
    /// Brackets may follow a key, as in `ports[0]`.
    let takesSuffixes: Bool

    static let source = Dialect(passesGaps: true, takesSuffixes: false)
    static let target = Dialect(passesGaps: false, takesSuffixes: false)
    static let variable = Dialect(passesGaps: true, takesSuffixes: true)
  }

  /// - Returns: `nil` after a report.
  init?(_ path: Located<String>, _ dialect: Dialect, _ report: Report) {
    text = path.value
    position = path.position
    var parts = Self.split(path.value, dialect)
    if dialect.passesGaps { parts.removeAll { $0.isEmpty } }
    // A dot in front of everything means nothing.
    if parts.count > 1 && parts[0].isEmpty { parts.removeFirst() }
    var steps: [Step] = []
    for part in parts {
      guard let step = Self.step(part) else {
        report.error(
          "bad-path", "\"\(part)\" in the path \"\(path.value)\" names no field", at: path.position,
          hint: "write a key, an index, \"*\" or [key=value]; a dot inside a key is written \"\\.\"")
        return nil
      }
      steps.append(step)
    }
    self.steps = steps
  }

  private init(_ path: ValuePath, steps: ArraySlice<Step>) {
    text = path.text
    position = path.position
    self.steps = Array(steps)
  }

  /// Whether it leads to what a Secret keeps, rather than to its name or labels.
  var leadsToSecret: Bool {
    if case .field("metadata") = steps.first { return false }
    return true
  }

  func prefix(_ count: Int) -> ValuePath { ValuePath(self, steps: steps.prefix(count)) }

  func dropFirst(_ count: Int) -> ValuePath { ValuePath(self, steps: steps.dropFirst(count)) }

  private static func step(_ part: String) -> Step? {
    if part.isEmpty { return nil }
    if let index = Int(part), index >= 0 { return .index(index) }
    if part == "*" { return .every }
    guard part.hasPrefix("["), part.hasSuffix("]") else { return .field(part) }
    let inner = part.dropFirst().dropLast()
    guard let equals = inner.firstIndex(of: "=") else {
      // Brackets around a key keep its dots together, and are needed for nothing else.
      return inner.utf8.contains(UInt8(ascii: ".")) ? .field(String(inner)) : nil
    }
    return .item(key: String(inner[..<equals]), value: String(inner[inner.index(after: equals)...]))
  }

  /// Splits at the dots that are neither escaped nor in brackets.
  private static func split(_ text: String, _ dialect: Dialect) -> [String] {
    var parts: [[UInt8]] = [[]]
    for byte in text.utf8 {
      let last = parts.count - 1
      let opens =
        dialect.takesSuffixes
        ? parts[last].contains(UInt8(ascii: "[")) : parts[last].first == UInt8(ascii: "[")
      if byte != UInt8(ascii: ".") {
        parts[last].append(byte)
      } else if parts[last].last == UInt8(ascii: "\\") {
        parts[last][parts[last].count - 1] = byte
      } else if opens && parts[last].last != UInt8(ascii: "]") {
        parts[last].append(byte)
      } else {
        parts.append([])
      }
    }
    let texts = parts.map { String(decoding: $0, as: UTF8.self) }
    return dialect.takesSuffixes ? texts.flatMap(suffixApart) : texts
  }

  /// `ports[0]` as `ports` and `0`, and `ports[name=http]` as `ports` and `[name=http]`.
  private static func suffixApart(_ part: String) -> [String] {
    guard part.hasSuffix("]"), let open = part.lastIndex(of: "[") else { return [part] }
    let inner = part[part.index(after: open)...].dropLast()
    let suffix = Int(inner) == nil ? part[open...] : inner
    return (open == part.startIndex ? [] : [part[..<open]]).map(String.init) + [String(suffix)]
  }
}

/// A path that leads through something that has no such fields.
struct ValuePathMismatch: Error {
  let position: Position
  /// What stood there and what should, as messages say it.
  let reason: String

  init(_ node: Node, wants: String) {
    position = node.position
    reason = "it meets \(node.kindName) where it needs \(wants)"
  }

  init(_ node: Node, reason: String) {
    position = node.position
    self.reason = reason
  }
}
