internal import Diagnostics

/// What kustomize (v5.8) makes of a tree when it writes it out and reads it again, which it does with every object in
/// the end, and with one that a JSON patch is for (`RNode.MarshalJSON`, `UnmarshalJSON`).
extension Node {
  /// Changes what does not come back as it was: a null with nothing written within braces, and a folded text with lines
  /// that are further in.
  package mutating func rereadAsKustomize() {
    guard comesBackChanged else { return }
    change { scalar in
      if scalar.kind == .null, scalar.style == .singleQuoted {
        scalar.kind = .string
      } else if scalar.style == .folded {
        scalar.text = Refolding(scalar.text).text ?? scalar.text
      }
    }
  }

  /// What comes back by way of JSON, where numbers are floats.
  package mutating func rereadAsJSON() {
    change { scalar in
      switch scalar.kind {
      case .integer, .float: scalar.rereadAsFloat()
      case .bool: scalar.text = scalar.isTrue ? "true" : "false"
      case .string, .null, .timestamp: break
      }
    }
    restyle()
  }

  /// What the configuration of a plugin comes to, which is read as YAML, as JSON and as YAML again, and where numbers and
  /// booleans without quotes are often meant as text.
  package mutating func rereadAsConfiguration() {
    func reread(_ scalar: inout Scalar) {
      guard scalar.style == .plain else { return }
      switch scalar.kind {
      case .integer, .float: scalar.rereadAsNumber()
      case .bool: scalar.text = scalar.isTrue ? "true" : "false"
      case .timestamp:
        scalar.text = scalar.canonicalTimestamp
        scalar.kind = .string
      case .string, .null: break
      }
    }
    change(reread, keys: reread)
  }

  /// Gives every scalar the quotes that it has once it was written anew.
  package mutating func restyle() {
    change { scalar in
      scalar.share = 0
      scalar.awaitsQuotes = false
      switch scalar.kind {
      case .string: scalar.style = scalar.text.writesPlain ? .plain : .doubleQuoted
      case .timestamp:
        scalar.text = scalar.canonicalTimestamp
        scalar.kind = .string
        scalar.style = .doubleQuoted
      case .null:
        scalar.text = "null"
        scalar.style = .plain
      case .integer, .float, .bool: scalar.style = .plain
      }
    }
    unfold()
  }

  /// Takes collections out of brackets and braces.
  private mutating func unfold() {
    changeMapping { mapping in
      mapping.isFlow = false
      for index in mapping.pairs.indices { mapping.pairs[index].value.unfold() }
    }
    changeSequence { list in
      for index in list.items.indices { list.items[index].unfold() }
    }
  }

  /// Writes to every scalar that is one with others what stands in one of them.
  package mutating func spread(_ values: [UInt8: Scalar]) {
    if values.isEmpty { return }
    change { scalar in
      guard scalar.share != 0, let value = values[scalar.share] else { return }
      (scalar.text, scalar.kind, scalar.style) = (value.text, value.kind, value.style)
      scalar.awaitsQuotes = value.awaitsQuotes
    }
  }

  /// Makes scalars that are one with others scalars of their own.
  package mutating func separate() { change { $0.share = 0 } }

  /// Gives plain scalars the meaning that they have in YAML 1.1 (go-yaml v2).
  package mutating func resolveAsYAML11() {
    change(
      { scalar in
        if scalar.style == .plain { scalar.resolveForBOSH() }
      },
      keys: { key in
        guard key.style == .plain else { return }
        key.resolveForBOSH()
        if key.kind == .bool { key.text = key.isTrue ? "true" : "false" }
        key.kind = .string
      })
  }

  /// Whether what a path makes anew stands within brackets or braces.
  package func isFlow(along keys: [String]) -> Bool {
    var node: Node? = self
    for key in keys {
      if node?.mapping?.isFlow == true { return true }
      node = node?[key]
    }
    return node?.mapping?.isFlow == true
  }

  private var comesBackChanged: Bool {
    switch self {
    case .scalar(let scalar): scalar.style == .folded || scalar.kind == .null && scalar.style == .singleQuoted
    case .sequence(let sequence): sequence.items.contains { $0.comesBackChanged }
    case .mapping(let mapping): mapping.pairs.contains { $0.value.comesBackChanged }
    }
  }

  private mutating func change(_ change: (inout Scalar) -> Void, keys: ((inout Scalar) -> Void)? = nil) {
    switch self {
    case .scalar(var scalar):
      change(&scalar)
      self = .scalar(scalar)
    case .sequence:
      changeSequence { list in
        for index in list.items.indices { list.items[index].change(change, keys: keys) }
      }
    case .mapping:
      changeMapping { mapping in
        for index in mapping.pairs.indices {
          keys?(&mapping.pairs[index].key)
          mapping.pairs[index].value.change(change, keys: keys)
        }
      }
    }
  }
}

extension Scalar {
  /// A whole number of 64 bits in decimal, any other as Go writes one of 32 bits.
  fileprivate mutating func rereadAsNumber() {
    var bytes: [UInt8] = []
    bytes.appendInteger(text.utf8.span, as: .json)
    let json = String(decoding: bytes, as: UTF8.self)
    text = json
    kind = ScalarResolution.resolve(plain: json)
    guard integer == nil, UInt64(json) == nil, let value = Float(json), value.isFinite else { return }
    bytes = []
    bytes.appendFloat(value.description.utf8.span, as: .plainYAML)
    text = String(decoding: bytes, as: UTF8.self)
    kind = .float
  }

  fileprivate mutating func rereadAsFloat() {
    guard let value = ScalarResolution.floatValue(of: text) else { return }
    let decimal = String(value)
    var bytes: [UInt8] = []
    bytes.appendFloat(decimal.utf8.span, as: .plainYAML)
    text = String(decoding: bytes, as: UTF8.self)
    kind = ScalarResolution.resolve(plain: text)
  }
}

extension String {
  fileprivate var writesPlain: Bool {
    let span = utf8.span
    return ScalarTraits(span).style(of: span) == .plain
  }
}

/// A folded text as go-yaml v3 writes it, which puts a line break too many behind lines that are followed by one
/// further in.
private struct Refolding {
  /// What is read from it.
  private(set) var text: String?

  init(_ text: String) {
    let traits = ScalarTraits(text.utf8.span)
    guard traits.isDisjoint(with: .forbidsLiteral), traits.contains(.lineFeed) else { return }
    var out: [UInt8] = Array("- >".utf8)
    let bytes = Array(text.utf8)
    let feed = UInt8(ascii: "\n")
    let space = UInt8(ascii: " ")
    if bytes[0] == space || bytes[0] == feed { out.append(UInt8(ascii: "4")) }
    if bytes.last != feed {
      out.append(UInt8(ascii: "-"))
    } else if bytes.count == 1 || bytes[bytes.count - 2] == feed {
      out.append(UInt8(ascii: "+"))
    }
    out.append(feed)
    let first = bytes.first { $0 != feed } ?? 0
    var breaks = true
    var leadingSpaces = true
    for byte in bytes {
      if byte == feed {
        if !breaks, !leadingSpaces, first != 0, first != space { out.append(feed) }
        out.append(feed)
        breaks = true
      } else {
        if breaks {
          out += Array(repeating: space, count: 4)
          leadingSpaces = byte == space || byte == UInt8(ascii: "\t")
        }
        out.append(byte)
        breaks = false
      }
    }
    let file = SourceFile(path: "", bytes: out)
    self.text = Composer.compose(file, index: 0, report: Report())?.first?.items?.first?.scalar?.text
  }
}
