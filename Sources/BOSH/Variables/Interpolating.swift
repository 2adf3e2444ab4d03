internal import Diagnostics
package import YAML

/// Puts the values of variables in the place of `((name))`, in keys too.
package enum Interpolating {
  /// A text that is nothing but a reference takes the value with its type; elsewhere the value's text is put in.
  /// A reference without a value stays.
  package static func interpolate(_ node: inout Node, _ lookup: inout VariableLookup) {
    switch node {
    case .scalar(let scalar):
      if let value = value(of: scalar, &lookup) { node = value }
    case .sequence:
      node.changeSequence { sequence in
        for index in sequence.items.indices { interpolate(&sequence.items[index], &lookup) }
      }
    case .mapping:
      node.changeMapping { mapping in interpolate(&mapping, &lookup) }
    }
  }

  private static func interpolate(_ mapping: inout Mapping, _ lookup: inout VariableLookup) {
    /// The places of all keys, as soon as one of them changes.
    var places: [KeyBytes: Int]?
    for index in mapping.pairs.indices {
      interpolate(&mapping.pairs[index].value, &lookup)
      let key = mapping.pairs[index].key
      guard let value = value(of: key, &lookup) else { continue }
      guard case .scalar(var new) = value else {
        lookup.failing().collectionAsKey(key, value)
        continue
      }
      new.position = key.position
      lookup.note(new.text, putInFor: key.text)
      if places == nil { places = mapping.places }
      if let other = places?[new.text], other != index {
        lookup.failing().duplicateKey(key, other: mapping.pairs[other].key)
      }
      places?[key.text] = nil
      places?[new.text] = index
      mapping.pairs[index].key = new
    }
  }

  /// - Returns: `nil` when nothing changes.
  private static func value(of scalar: Scalar, _ lookup: inout VariableLookup) -> Node? {
    guard scalar.kind == .string else { return nil }
    let references = VariableReference.all(in: scalar.text)
    if references.isEmpty { return nil }
    var parts: [(reference: VariableReference, text: String)] = []
    for reference in references {
      let position = scalar.position(at: reference.range.lowerBound)
      guard let value = lookup.value(of: reference, at: position) else { continue }
      guard lookup.growth.holds(value.weight, of: "this text", at: position, lookup.report) else {
        return nil
      }
      if reference.range == 0..<scalar.text.utf8.count { return value }
      guard let part = value.spliced else {
        lookup.failing().notText(reference, value, in: scalar, at: position)
        continue
      }
      parts.append((reference, part))
      lookup.note(part, putInFor: reference.name)
    }
    if parts.isEmpty { return nil }
    guard let text = text(scalar.text, with: parts) else {
      lookup.failing().tooLong(scalar)
      return nil
    }
    var result = scalar
    result.text = text
    return .scalar(result)
  }

  /// How many bytes one text may become, and may be read for it: values that hold references multiply.
  private static let limit = 256 << 20

  /// How often the whole text is gone through for one value, and how much longer that takes than to copy it.
  private static let scans = 8

  /// - Returns: `nil` when that would take more than the limit.
  private static func text(
    _ text: String, with parts: [(reference: VariableReference, text: String)]
  ) -> String? {
    var size = text.utf8.count
    var names: Set<KeyBytes> = []
    // As in BOSH, a value put in may hold a reference that comes later in the text, and is resolved then.
    let mayNest = parts.contains { part in
      names.insert(part.reference.name) && part.text.utf8.contains(UInt8(ascii: "("))
    }
    if mayNest {
      var text = text
      for part in parts {
        let name = part.reference.name
        let count = text.ranges(of: "((\(name)))").count + text.ranges(of: "((!\(name)))").count
        size += Self.scans * text.utf8.count + count * part.text.utf8.count
        guard size <= limit else { return nil }
        text = text.replacing("((\(name)))", with: part.text).replacing("((!\(name)))", with: part.text)
      }
      return text
    }
    size += parts.reduce(0) { $0 + $1.text.utf8.count }
    guard size <= limit else { return nil }
    let source = Array(text.utf8)
    var bytes: [UInt8] = []
    var end = 0
    for part in parts {
      bytes += source[end..<part.reference.range.lowerBound]
      bytes += part.text.utf8
      end = part.reference.range.upperBound
    }
    bytes += source[end...]
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Mapping {
  /// Where each key stands.
  fileprivate var places: [KeyBytes: Int] {
    Dictionary(pairs.enumerated().map { (KeyBytes(text: $1.key.text), $0) }) { first, _ in first }
  }
}

extension Node {
  /// As it stands within a text; `nil` when it can't.
  fileprivate var spliced: String? {
    guard case .scalar(let scalar) = self else { return nil }
    return switch scalar.kind {
    case .string, .timestamp, .integer: scalar.printed
    case .float, .bool, .null: nil
    }
  }
}

extension Report {
  fileprivate func collectionAsKey(_ key: Scalar, _ value: Node) {
    error(
      "variable-as-key", "a key can't be \(value.kindName), as the variable of \"\(key.text)\" is",
      at: key.position, hint: "give the variable a text")
  }

  fileprivate func duplicateKey(_ key: Scalar, other: Scalar) {
    error(
      "duplicate-key", "the key \"\(key.text)\" becomes another, which is there already", at: key.position,
      notes: [.init("the other one", at: other.position)],
      hint: "give the variable another value, or remove one of the keys")
  }

  fileprivate func tooLong(_ text: Scalar) {
    error(
      "too-long-text", "\"\(text.text.prefix(40))…\" becomes too long with the values of its variables",
      at: text.position,
      hint: "a value that refers to its own variable multiplies: write out what it stands for")
  }

  fileprivate func notText(
    _ reference: VariableReference, _ value: Node, in text: Scalar, at position: Position
  ) {
    // A long text may hold thousands.
    let most = 60
    let shown = text.text.utf8.count > most ? text.text.prefix(most) + "…" : text.text[...]
    error(
      "variable-in-text",
      "\"\(shown)\" can't hold the variable \"\(reference.name)\", which is \(value.kindName)",
      at: position,
      hint: "only strings and whole numbers can stand within a text; let the variable be the whole value")
  }
}
