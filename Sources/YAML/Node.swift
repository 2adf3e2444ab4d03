package import Diagnostics
internal import Glibc

/// One value of a YAML document, with the place it was read from.
///
/// A plain enum over arrays: mappings are arrays of pairs, because Kubernetes' mappings are small and a
/// linear scan beats hashing there. Aliases and merge keys are already unfolded by ``Composer``.
package enum Node: Sendable {
  case scalar(Scalar)
  case sequence(Sequence)
  case mapping(Mapping)
}

/// A scalar as it was written, and what it means.
package struct Scalar: Sendable {
  /// What a plain scalar resolves to under go-yaml v3's rules; quoted scalars are strings.
  package enum Kind: UInt8, Sendable {
    case string, integer, float, bool, null
    /// A string but for how it is written out in the end: in full, as `2001-12-14T00:00:00Z`.
    case timestamp
  }

  package enum Style: UInt8, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  /// The content after unescaping and folding; for a number, its spelling in the source.
  package var text: String
  // Before the small fields, so that a node fits four words.
  package var position: Position
  package var kind: Kind
  package var style: Style
  /// Scalars of an object with one number here are one to kustomize: what is written to one is in all; 0 is none.
  package var share: UInt8 = 0
  /// Whether it is in quotes, and a string, once a patch goes through its object, as in kustomize.
  package var awaitsQuotes = false

  package init(_ text: String, kind: Kind = .string, style: Style = .plain, at position: Position = .none) {
    self.text = text
    self.kind = kind
    self.style = style
    self.position = position
  }
}

package struct Sequence: Sendable {
  package var items: [Node]
  package var position: Position

  package init(_ items: [Node] = [], at position: Position = .none) {
    self.items = items
    self.position = position
  }
}

/// A mapping's pairs in the order of the source; keys are distinct.
package struct Mapping: Sendable {
  package struct Pair: Sendable {
    package var key: Scalar
    package var value: Node

    package init(key: Scalar, value: Node) {
      self.key = key
      self.value = value
    }
  }

  package var pairs: [Pair]
  package var position: Position
  /// Whether it is written in braces.
  package var isFlow = false

  package init(_ pairs: [Pair] = [], at position: Position = .none) {
    self.pairs = pairs
    self.position = position
  }
}

extension Node {
  /// The texts of all scalars below it, but not of keys.
  package var scalarTexts: [String] { scalars.map(\.text) }

  /// Those of strings.
  package var stringTexts: [String] { scalars.filter { $0.kind == .string }.map(\.text) }

  private var scalars: [Scalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .sequence(let sequence): sequence.items.flatMap(\.scalars)
    case .mapping(let mapping): mapping.pairs.flatMap(\.value.scalars)
    }
  }
}

/// Whether two strings have the same bytes. Swift's `==` also takes `"é"` for `"e\u{301}"`.
@inlinable
package func sameBytes(_ a: String, _ b: String) -> Bool {
  // A string of up to 15 bytes is nothing but its two words, and keys are often the same storage.
  typealias Words = (UInt64, UInt64)
  let (wordsOfA, wordsOfB) = (unsafeBitCast(a, to: Words.self), unsafeBitCast(b, to: Words.self))
  if wordsOfA == wordsOfB { return true }
  // A bit of the last byte says that a string is of this kind.
  let isWithinWords: UInt64 = 1 << 61
  if wordsOfA.1 & wordsOfB.1 & isWithinWords != 0 { return false }
  return a.utf8.count == b.utf8.count && sameStoredBytes(a, b)
}

/// - Precondition: both have as many bytes.
@usableFromInline
package func sameStoredBytes(_ a: String, _ b: String) -> Bool {
  let count = a.utf8.count
  let same: Bool?? = a.utf8.withContiguousStorageIfAvailable { a in
    b.utf8.withContiguousStorageIfAvailable { b in
      guard let a = a.baseAddress, let b = b.baseAddress else { return true }
      return memcmp(a, b, count) == 0
    }
  }
  return (same ?? nil) ?? a.utf8.elementsEqual(b.utf8)
}

/// Whether a string comes before another when their bytes are compared.
package func precedesBytewise(_ a: String, _ b: String) -> Bool {
  let order: Bool?? = a.utf8.withContiguousStorageIfAvailable { a in
    b.utf8.withContiguousStorageIfAvailable { b in
      UnsafeRawBufferPointer(a).lexicographicallyPrecedes(UnsafeRawBufferPointer(b))
    }
  }
  return (order ?? nil) ?? a.utf8.lexicographicallyPrecedes(b.utf8)
}

// MARK: - Reading

extension Node {
  package var position: Position {
    switch self {
    case .scalar(let scalar): scalar.position
    case .sequence(let sequence): sequence.position
    case .mapping(let mapping): mapping.position
    }
  }

  package var scalar: Scalar? {
    if case .scalar(let scalar) = self { scalar } else { nil }
  }

  package var items: [Node]? {
    if case .sequence(let sequence) = self { sequence.items } else { nil }
  }

  package var mapping: Mapping? {
    if case .mapping(let mapping) = self { mapping } else { nil }
  }

  /// The text of a scalar that is a string.
  package var string: String? {
    guard case .scalar(let scalar) = self, scalar.kind == .string || scalar.kind == .timestamp else {
      return nil
    }
    return scalar.text
  }

  /// The text of any scalar but null, as it was written.
  package var text: String? {
    if case .scalar(let scalar) = self, scalar.kind != .null { scalar.text } else { nil }
  }

  package var isNull: Bool {
    if case .scalar(let scalar) = self { scalar.kind == .null } else { false }
  }

  /// The value under a key, when this is a mapping that has it.
  package subscript(key: String) -> Node? {
    if case .mapping(let mapping) = self { mapping[key] } else { nil }
  }

  /// The value at the end of a chain of keys.
  package func at(_ path: String...) -> Node? {
    var node = self
    for key in path {
      guard let next = node[key] else { return nil }
      node = next
    }
    return node
  }

  /// The value under two keys, one within the other: so every object is asked for its name, and without a list of keys.
  package func at(_ outer: String, _ inner: String) -> Node? {
    guard case .mapping(let mapping) = self, let place = mapping.index(of: outer),
      case .mapping(let below) = mapping.pairs[place].value
    else { return nil }
    return below[inner]
  }

  /// `a string`, `a mapping` … as messages say it.
  package var kindName: String {
    switch self {
    case .sequence: "a sequence"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.kind {
      case .string: "a string"
      case .integer, .float: "a number"
      case .bool: "a boolean"
      case .null: "null"
      case .timestamp: "a timestamp"
      }
    }
  }
}

extension Mapping {
  package var isEmpty: Bool { pairs.isEmpty }

  package func index(of key: String) -> Int? {
    pairs.firstIndex { sameBytes($0.key.text, key) }
  }

  /// The value under a key. Setting `nil` removes the pair; a new key goes to the end.
  package subscript(key: String) -> Node? {
    get { index(of: key).map { pairs[$0].value } }
    set {
      switch (index(of: key), newValue) {
      case (let index?, let value?): pairs[index].value = value
      case (let index?, nil): pairs.remove(at: index)
      case (nil, let value?): pairs.append(Pair(key: Scalar(key, at: value.position), value: value))
      case (nil, nil): break
      }
    }
  }

  /// The key as it stands in the source, for messages that point at the key and not at its value.
  package func key(_ name: String) -> Scalar? {
    index(of: name).map { pairs[$0].key }
  }
}

// MARK: - Building

extension Node {
  package static let null = Node.scalar(Scalar("null", kind: .null))

  package static func string(_ text: String, at position: Position = .none) -> Node {
    .scalar(Scalar(text, at: position))
  }

  package static func integer(_ value: Int, at position: Position = .none) -> Node {
    .scalar(Scalar(String(value), kind: .integer, at: position))
  }

  package static func bool(_ value: Bool, at position: Position = .none) -> Node {
    .scalar(Scalar(value ? "true" : "false", kind: .bool, at: position))
  }

  package static func sequence(_ items: [Node], at position: Position = .none) -> Node {
    .sequence(Sequence(items, at: position))
  }

  /// A mapping of the pairs that have a value, in the order given.
  package static func mapping(_ pairs: KeyValuePairs<String, Node?>, at position: Position = .none) -> Node {
    .mapping(
      Mapping(
        pairs.compactMap { key, value in value.map { .init(key: Scalar(key, at: position), value: $0) } },
        at: position))
  }

  /// A mapping of strings to strings, in the order given.
  package static func strings(
    _ pairs: some Swift.Sequence<(String, String)>, at position: Position = .none
  ) -> Node {
    .mapping(
      Mapping(
        pairs.map { .init(key: Scalar($0.0, at: position), value: .string($0.1, at: position)) },
        at: position))
  }
}

extension Node: ExpressibleByStringLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
}

extension Node: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self = .integer(value) }
}

extension Node: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

// MARK: - Changing in place

extension Node {
  /// Changes the mapping in place; does nothing and returns `nil` when this is not a mapping.
  ///
  /// The payload leaves its case while it is changed: otherwise copy-on-write would copy it.
  @inlinable
  package mutating func changeMapping<R, E: Error>(
    _ change: (inout Mapping) throws(E) -> R
  ) throws(E) -> R? {
    guard case .mapping(var mapping) = self else { return nil }
    self = .sequence(Sequence())
    defer { self = .mapping(mapping) }
    return try change(&mapping)
  }

  /// Changes the sequence in place; does nothing and returns `nil` when this is not a sequence.
  @inlinable
  package mutating func changeSequence<R, E: Error>(
    _ change: (inout Sequence) throws(E) -> R
  ) throws(E) -> R? {
    guard case .sequence(var sequence) = self else { return nil }
    self = .mapping(Mapping())
    defer { self = .sequence(sequence) }
    return try change(&sequence)
  }
}

// MARK: - Comparing

extension Node {
  /// Whether two trees hold the same data: key order, style and positions do not count, and numbers are
  /// compared by their spelling.
  package func sameData(as other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)):
      a.kind == b.kind
        && (a.kind == .null || (a.kind == .bool ? a.isTrue == b.isTrue : sameBytes(a.text, b.text)))
    case (.sequence(let a), .sequence(let b)):
      a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { $0.sameData(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      a.pairs.count == b.pairs.count && a.hasSameData(as: b)
    default: false
    }
  }
}

extension Mapping {
  fileprivate func hasSameData(as other: Mapping) -> Bool {
    let places = KeyPlaces(other, lookups: pairs.count)
    return pairs.allSatisfy { pair in
      places.index(of: pair.key.text, in: other)
        .map { pair.value.sameData(as: other.pairs[$0].value) } ?? false
    }
  }
}
