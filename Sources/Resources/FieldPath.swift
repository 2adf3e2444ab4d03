package import Diagnostics
package import YAML

/// A path to fields of an object, as kustomize's field specs write it: `spec/template/spec/containers[]/image`.
///
/// A sequence on the way is entered whether or not the path says `[]`; `[]` keeps the field from being created.
package struct FieldPath: Sendable, Hashable {
  package struct Segment: Sendable, Hashable {
    package var name: String
    package var isSequence: Bool
  }

  package let segments: [Segment]

  /// - Parameter text: segments joined by `/`; a `/` inside a name is written `\/`.
  package init(_ text: String) {
    var names: [String] = []
    var start = text.utf8.startIndex
    while let slash = text.utf8[start...].firstIndex(of: UInt8(ascii: "/")) {
      names.append(String(text[start..<slash]))
      start = text.utf8.index(after: slash)
    }
    names.append(String(text[start...]))
    // A slash in front of everything means nothing.
    if names.count > 1 && names[0].isEmpty { names.removeFirst() }
    for index in names.indices.reversed() where names[index].utf8.last == UInt8(ascii: "\\") {
      guard index + 1 < names.count else { continue }
      names[index] = names[index].dropLast() + "/" + names.remove(at: index + 1)
    }
    segments = names.map { name in
      let isSequence = name.utf8.suffix(2).elementsEqual("[]".utf8)
      return Segment(name: isSequence ? String(name.dropLast(2)) : name, isSequence: isSequence)
    }
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
