package import Diagnostics
package import YAML

/// A path to fields of an object, as kustomize's field specs write it: `spec/template/spec/containers[]/image`.
///
/// A sequence on the way is entered whether or not the path says `[]`; `[]` keeps the field from being created.
package struct FieldPath: Sendable, Hashable {
  package struct Segment: Sendable, Hashable {
    package var name: String
    package var isSequence: Bool

    package static func == (a: Self, b: Self) -> Bool {
      a.isSequence == b.isSequence && sameBytes(a.name, b.name)
    }

    package func hash(into hasher: inout Hasher) {
      KeyBytes(text: name).hash(into: &hasher)
      hasher.combine(isSequence)
    }
  }

  package let segments: [Segment]

  /// - Parameter text: segments joined by `/`; a `/` inside a name is written `\/`.
  package init(_ text: String) {
    var text = text
    self = text.withUTF8 { FieldPath($0[...]) }
  }

  /// The same of bytes, for tables that are read on every start.
  package init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
    let slash = UInt8(ascii: "/")
    var segments: [Segment] = []
    segments.reserveCapacity(bytes.count { $0 == slash } + 1)
    var start = bytes.startIndex
    var isEscaped = false
    for index in bytes.startIndex..<bytes.endIndex where bytes[index] == slash {
      if index > start, bytes[index - 1] == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      // A slash in front of everything means nothing.
      if index > bytes.startIndex { segments.append(Self.segment(bytes[start..<index], isEscaped)) }
      start = index + 1
      isEscaped = false
    }
    segments.append(Self.segment(bytes[start...], isEscaped))
    self.segments = segments
  }

  private static func segment(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ isEscaped: Bool) -> Segment {
    let isSequence = bytes.count > 1 && bytes.suffix(2).elementsEqual("[]".utf8)
    let name = String(decoding: isSequence ? bytes.dropLast(2) : bytes, as: UTF8.self)
    return Segment(name: isEscaped ? unescaped(name) : name, isSequence: isSequence)
  }

  private static func unescaped(_ name: String) -> String {
    var plain: [UInt8] = []
    for byte in name.utf8 {
      if byte == UInt8(ascii: "/") { plain.removeLast() }
      plain.append(byte)
    }
    return String(decoding: plain, as: UTF8.self)
  }

  package var text: String {
    segments.map { $0.isSequence ? $0.name + "[]" : $0.name }.joined(separator: "/")
  }
}

/// What to make of a field that is missing.
package enum FieldCreation: Sendable {
  case never
  case mapping
  case scalar
}

/// A path that leads through something that has no fields.
package struct FieldMismatch: Error {
  package let position: Position
  /// What stood there, as messages say it.
  package let found: String
  package let path: String

  package init(position: Position, found: String, path: String) {
    self.position = position
    self.found = found
    self.path = path
  }
}

extension FieldPath {
  /// Calls `change` on every node that the path leads to; sequences on the way fan out.
  ///
  /// The one walker of every transformer. Null on the way ends a branch, or becomes what is to be created.
  ///
  /// - Parameters:
  ///   - creation: what a missing last field becomes; missing fields on the way become mappings.
  ///   - position: what created nodes carry.
  package func visit(
    _ node: inout Node, creating creation: FieldCreation = .never, at position: Position = .none,
    _ change: (inout Node) throws(FieldMismatch) -> Void
  ) throws(FieldMismatch) {
    try visit(&node, from: 0, creation, position, change)
  }

  private func visit(
    _ node: inout Node, from index: Int, _ creation: FieldCreation, _ position: Position,
    _ change: (inout Node) throws(FieldMismatch) -> Void
  ) throws(FieldMismatch) {
    guard index < segments.count else { return try change(&node) }
    switch node {
    case .mapping:
      _ = try node.changeMapping { (mapping: inout Mapping) throws(FieldMismatch) in
        try enter(&mapping, index, creation, position, change)
      }
    case .sequence:
      _ = try node.changeSequence { (sequence: inout Sequence) throws(FieldMismatch) in
        for item in sequence.items.indices {
          try visit(&sequence.items[item], from: index, creation, position, change)
        }
      }
    case .scalar(let scalar):
      if scalar.kind == .null { return }
      throw FieldMismatch(position: scalar.position, found: node.kindName, path: text)
    }
  }

  private func enter(
    _ mapping: inout Mapping, _ index: Int, _ creation: FieldCreation, _ position: Position,
    _ change: (inout Node) throws(FieldMismatch) -> Void
  ) throws(FieldMismatch) {
    let segment = segments[index]
    let isLast = index + 1 == segments.count
    let creates = creation != .never && !segment.isSequence
    var slot = mapping.index(of: segment.name)
    if slot == nil {
      guard creates else { return }
      slot = mapping.pairs.count
      let value = isLast && creation == .scalar ? Node.null : .mapping(Mapping(at: position))
      mapping.pairs.append(.init(key: Scalar(segment.name, at: position), value: value))
    } else if let slot, mapping.pairs[slot].value.isNull {
      if segment.isSequence {
        mapping.pairs[slot].value = .sequence([], at: position)
      } else if creates && !(isLast && creation == .scalar) {
        mapping.pairs[slot].value = .mapping(Mapping(at: position))
      }
    }
    guard let slot else { return }
    try visit(&mapping.pairs[slot].value, from: index + 1, creation, position, change)
  }
}
