/// Writes trees as the bytes that kustomize writes for them.
///
/// kustomize turns a resource into JSON and that into YAML with go-yaml v2, whose emitter is a port of
/// libyaml's. So styles of the source are gone, keys are sorted and are strings, and what is left follows
/// from the values alone.
package struct Emitter: Sendable {
  package internal(set) var bytes: [UInt8] = []
  /// Where the current line starts in `bytes`.
  var lineStart = 0
  /// Positions of pairs in the mappings that are being written, in the order in which they come.
  private var order: [Int] = []

  private let keepsOrder: Bool
  /// Whether it is for a reader: then every text of several lines is written as lines, which no parser takes for the
  /// same text where there are blanks at their ends or characters that can't be printed.
  let showsLines: Bool
  /// Whether people look at it, too, so that nothing may be hidden.
  let isShown: Bool
  let dialect: Dialect

  /// - Parameters:
  ///   - capacity: the number of bytes to make room for.
  ///   - keepsOrder: whether keys stay in their order instead of being sorted.
  ///   - showsLines: whether every text of several lines is written as lines, for a reader.
  ///   - isShown: whether hidden characters are escaped, and what services that read logs would act on.
  package init(
    capacity: Int = 0, keepsOrder: Bool = false, showsLines: Bool = false, isShown: Bool = false,
    dialect: Dialect = .kustomize
  ) {
    self.keepsOrder = keepsOrder
    self.showsLines = showsLines
    self.isShown = isShown
    self.dialect = dialect
    bytes.reserveCapacity(capacity)
  }

  /// Writes a block document, which ends in a line break.
  package mutating func emit(document node: Node) {
    lineStart = bytes.count
    emit(node, indent: node.scalar == nil ? 0 : 2)
    endLine()
  }

  /// Writes the line between two documents.
  package mutating func separateDocuments() {
    bytes.append("---\n")
    lineStart = bytes.count
  }
}

extension Node {
  /// The node as a document of its own.
  package var yaml: String {
    var emitter = Emitter()
    emitter.emit(document: self)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }
}

// MARK: - Collections

extension Emitter {
  /// Writes a node where the cursor is: in column `indent`, or after the mark of an item or a value whose
  /// content stands in that column.
  private mutating func emit(_ node: Node, indent: Int) {
    switch node {
    case .scalar(let scalar): emit(scalar, indent: indent)
    case .sequence(let sequence):
      if sequence.items.isEmpty { bytes.append("[]") } else { emit(sequence.items.span, indent: indent) }
    case .mapping(let mapping):
      if mapping.pairs.isEmpty { bytes.append("{}") } else { emit(mapping.pairs.span, indent: indent) }
    }
  }

  private mutating func emit(_ items: Span<Node>, indent: Int) {
    for index in items.indices {
      if index > 0 { startLine(indent) }
      bytes.append("- ")
      emit(items[index], indent: indent + 2)
    }
  }

  private mutating func emit(_ pairs: Span<Mapping.Pair>, indent: Int) {
    let base = order.count
    pushOrder(of: pairs)
    for index in base..<order.count {
      if index > base { startLine(indent) }
      emit(pairs, order[index], indent: indent)
    }
    order.removeLast(order.count - base)
  }

  private mutating func emit(_ pairs: Span<Mapping.Pair>, _ index: Int, indent: Int) {
    guard emitSimpleKey(pairs[index].key, indent: indent + 2) else {
      bytes.append("? ")
      emit(string: pairs[index].key.text, indent: indent + 2)
      startLine(indent)
      bytes.append(": ")
      emit(pairs[index].value, indent: indent + 2)
      return
    }
    switch pairs[index].value {
    case .mapping(let mapping) where !mapping.pairs.isEmpty:
      bytes.append(":")
      startLine(indent + 2)
      emit(mapping.pairs.span, indent: indent + 2)
    case .sequence(let sequence) where !sequence.items.isEmpty:
      bytes.append(":")
      // Not indented: the dashes stand under the key.
      startLine(indent)
      emit(sequence.items.span, indent: indent)
    default:
      bytes.append(": ")
      emit(pairs[index].value, indent: indent + 2)
    }
  }

  private mutating func pushOrder(of pairs: Span<Mapping.Pair>) {
    let base = order.count
    order.append(contentsOf: pairs.indices)
    if keepsOrder { return }
    guard pairs.count <= Self.fewPairs else {
      let dialect = dialect
      return pairs.withUnsafeBufferPointer { pairs in
        order[base...].sort { dialect.writes(pairs[$0].key, before: pairs[$1].key) }
      }
    }
    for index in pairs.indices.dropFirst() {
      var place = base + index
      while place > base, dialect.writes(pairs[index].key, before: pairs[order[place - 1]].key) {
        order[place] = order[place - 1]
        place -= 1
      }
      order[place] = index
    }
  }

  /// Up to so many, pairs are sorted fastest by putting one after the other into its place; most are in it.
  private static var fewPairs: Int { 16 }
}

// MARK: - Lines

extension Emitter {
  /// Ends the line, unless nothing is on it, and moves to a column of the next one.
  mutating func startLine(_ indent: Int) {
    endLine()
    pad(to: indent)
  }

  /// Moves from the start of a line to a column of it.
  mutating func pad(to indent: Int) {
    bytes.appendSpaces(indent)
  }

  /// A block scalar may have ended the line already.
  mutating func endLine() {
    guard bytes.count > lineStart else { return }
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
  }
}
