package import Diagnostics

/// How a value of YAML becomes a Swift value, and what it is called in messages and reference docs.
package struct Shape<Value>: Sendable {
  package let type: ShapeType
  /// Reads a node that is not null; reports what is wrong and returns `nil`.
  package let read: @Sendable (Node, Reader) -> Value?

  package init(_ type: ShapeType, read: @escaping @Sendable (Node, Reader) -> Value?) {
    self.type = type
    self.read = read
  }

  /// The same value, of which more can be told than its type.
  package func described(as type: ShapeType) -> Shape { Shape(type, read: read) }

  package func map<Other>(_ transform: @escaping @Sendable (Value) -> Other) -> Shape<Other> {
    let read = self.read
    return Shape<Other>(type) { read($0, $1).map(transform) }
  }
}

/// One field of an object: declared once, in its schema's table; decoding, unknown-field hints and reference
/// docs read it from there.
package struct Field<Owner>: Sendable {
  package let description: FieldDescription
  fileprivate let read: @Sendable (Node, inout Owner, Reader) -> Void
  /// What it is in an object that does not say it.
  fileprivate var initial: @Sendable (Owner) -> Node? = { _ in nil }

  package var name: String { description.name }

  /// A field that keeps its default when it is absent or null.
  package init<Value>(
    _ name: String, _ shape: Shape<Value>, _ property: any WritableKeyPath<Owner, Value> & Sendable,
    required: Bool = false, _ summary: String
  ) {
    description = FieldDescription(name: name, summary: summary, type: shape.type, isRequired: required)
    read = { node, owner, reader in
      if let value = shape.read(node, reader) { owner[keyPath: property] = value }
    }
    if !required { initial = { Node(default: $0[keyPath: property]) } }
  }

  /// A field whose absence is told from every value.
  package init<Value>(
    _ name: String, _ shape: Shape<Value>, _ property: any WritableKeyPath<Owner, Value?> & Sendable,
    required: Bool = false, _ summary: String
  ) {
    description = FieldDescription(name: name, summary: summary, type: shape.type, isRequired: required)
    read = { node, owner, reader in
      if let value = shape.read(node, reader) { owner[keyPath: property] = value }
    }
  }

  /// A field that is only checked here: who needs it reads the node itself.
  package init<Value>(_ name: String, checked shape: Shape<Value>, required: Bool = false, _ summary: String)
  {
    description = FieldDescription(name: name, summary: summary, type: shape.type, isRequired: required)
    read = { node, _, reader in _ = shape.read(node, reader) }
  }
}

/// Fields one below the other, or lists of them. In the literal of an array the compiler weighs the types of all of
/// them at once: it took 13 s for 16.
@resultBuilder
package enum FieldTable<Owner> {
  package static func buildExpression(_ field: Field<Owner>) -> [Field<Owner>] { [field] }
  package static func buildExpression(_ fields: [Field<Owner>]) -> [Field<Owner>] { fields }
  package static func buildBlock(_ parts: [Field<Owner>]...) -> [Field<Owner>] { parts.flatMap { $0 } }
  package static func buildOptional(_ fields: [Field<Owner>]?) -> [Field<Owner>] { fields ?? [] }
  package static func buildArray(_ parts: [[Field<Owner>]]) -> [Field<Owner>] { parts.flatMap { $0 } }
}

/// The fields of one kind of object, and the value they are read into.
package struct Schema<Owner>: Sendable {
  package let name: String
  package let fields: [Field<Owner>]
  /// encoding/json, behind kustomize's plugin configurations, matches field names in any case and passes over
  /// those it does not know: here that is a warning.
  package let isLenient: Bool
  /// Whether the format lets others add fields of their own: only what looks like a slip is warned of.
  package let isOpen: Bool
  private let initial: @Sendable () -> Owner
  /// Beside the fields: looking a name up among them would copy each.
  private let names: [String]
  /// The places of the fields that must be given.
  private let required: [Int]

  /// - Parameters:
  ///   - name: what the object is called in messages, such as `InstanceGroup`.
  ///   - initial: the value when no field is given.
  package init(
    _ name: String, isLenient: Bool = false, isOpen: Bool = false,
    initial: @autoclosure @escaping @Sendable () -> Owner, @FieldTable<Owner> fields: () -> [Field<Owner>]
  ) {
    let fields = fields()
    self.name = name
    self.fields = fields
    self.isLenient = isLenient
    self.isOpen = isOpen
    self.initial = initial
    names = fields.map(\.name)
    required = fields.indices.filter { fields[$0].description.isRequired }
  }

  package var type: ShapeType {
    .object(
      ObjectShape(name, isOpen: isOpen || isLenient) {
        let owner = initial()
        return fields.map { field in
          var description = field.description
          description.initial = field.initial(owner)
          return description
        }
      })
  }

  /// Reads an object. Everything wrong in it is reported; what could be read is returned.
  ///
  /// - Returns: `nil` when the node is no mapping at all.
  package func decode(_ node: Node, _ reader: Reader) -> Owner? {
    guard case .mapping(let mapping) = node else {
      let example = fields.first { $0.description.isRequired } ?? fields.first
      reader.mismatch(
        node, expected: "a mapping (\(name))",
        hint: example.map { "write its fields, such as \"\($0.name): …\"" })
      return nil
    }
    var owner = initial()
    var missing = required
    for pair in mapping.pairs {
      guard let index = index(of: pair.key.text) else {
        // What it was meant for is not missing as well.
        let meant = reportUnknown(pair.key, reader)
        missing.removeAll { meant.contains(names[$0]) }
        continue
      }
      missing.removeAll { $0 == index }
      if !pair.value.isNull {
        fields[index].read(pair.value, &owner, reader.field(names[index]))
      } else if required.contains(index) {
        reportMissing(fields[index], at: pair.key.position, reader)
      }
    }
    for index in missing { reportMissing(fields[index], at: mapping.position, reader) }
    return owner
  }

  private func index(of name: String) -> Int? {
    names.firstIndex { sameBytes($0, name) }
      ?? (isLenient ? names.firstIndex { $0.lowercased() == name.lowercased() } : nil)
  }

  private func reportMissing(_ field: Field<Owner>, at position: Position, _ reader: Reader) {
    reader.report.error(
      "missing-field", "\(name) needs the field \"\(reader.field(field.name).path)\"", at: position,
      hint: field.description.addition)
  }

  /// - Returns: the fields that it may have meant.
  private func reportUnknown(_ key: Scalar, _ reader: Reader) -> [String] {
    let place = reader.path.isEmpty ? name : "\"\(reader.path)\""
    let near = nearest(to: key.text, among: names)
    if isOpen && near.isEmpty { return [] }
    reader.report.add(
      Diagnostic(
        "unknown-field", isLenient || isOpen ? .warning : .error, "\(place) has no field \"\(key.text)\"",
        at: key.position, hint: suggestion(for: key.text, among: names, otherwise: "the fields here are")))
    return isLenient || isOpen ? [] : near
  }
}

// MARK: - Shapes

extension Shape where Value == String {
  /// A string; a number or boolean is refused with the advice to quote it.
  package static var string: Shape {
    Shape(.string) { node, reader in
      if let text = node.string { return text }
      let hint = node.text.map { "write it in quotes: \"\($0)\"" }
      reader.mismatch(node, expected: "a string", hint: hint)
      return nil
    }
  }

  /// Any scalar, taken as it was written.
  package static var scalarText: Shape {
    Shape(.text) { node, reader in reader.text(of: node) }
  }
}

extension Shape where Value == Int {
  /// A whole number within bounds. Every number has some: what is done with it then needs no care.
  package static func integer(in bounds: ClosedRange<Int>) -> Shape {
    Shape(.integer(bounds)) { node, reader in
      guard case .scalar(let scalar) = node, scalar.kind == .integer || scalar.wholeNumber != nil else {
        reader.mismatch(node, expected: "a whole number")
        return nil
      }
      if let value = scalar.wholeNumber, bounds.contains(value) { return value }
      if bounds.lowerBound == 0, scalar.text.utf8.first == UInt8(ascii: "-") {
        reader.report.error(
          "negative-number", "\"\(reader.path)\" must not be negative, but is \(scalar.text)",
          at: node.position, hint: "write 0 or more")
      } else {
        reader.report.error(
          "number-out-of-bounds",
          "\"\(reader.path)\" must be from \(bounds.lowerBound) to \(bounds.upperBound), but is \(scalar.text)",
          at: node.position, hint: "write a number between these")
      }
      return nil
    }
  }

  /// A number of things, as Kubernetes counts them: in 32 bits.
  package static var count: Shape { integer(in: 0...Int(Int32.max)) }

  package static var port: Shape {
    let bounds = 1...65535
    return Shape(.integer(bounds)) { node, reader in
      guard case .scalar(let scalar) = node, scalar.kind == .integer, scalar.text.isDecimal else {
        reader.mismatch(node, expected: "a whole number")
        return nil
      }
      if let port = Int(scalar.text), bounds.contains(port) { return port }
      reader.report.error(
        "bad-port", "\(scalar.text) is no port number", at: node.position, hint: "write 1 to 65535")
      return nil
    }
  }
}

extension String {
  fileprivate var isDecimal: Bool {
    let digits =
      utf8.first == UInt8(ascii: "-") || utf8.first == UInt8(ascii: "+") ? utf8.dropFirst() : utf8[...]
    return !digits.isEmpty && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}

extension Shape where Value == Bool {
  package static var boolean: Shape {
    Shape(.boolean) { node, reader in
      if case .scalar(var scalar) = node {
        if reader.takesWordsForBooleans, scalar.style == .plain { scalar.resolveForBOSH() }
        if scalar.kind == .bool { return scalar.isTrue }
      }
      reader.mismatch(node, expected: "true or false")
      return nil
    }
  }
}

extension Shape where Value == Node {
  /// Anything, kept as it is.
  package static var node: Shape { Shape(.any) { node, _ in node } }

  /// A sequence, kept as it is.
  package static var sequenceNode: Shape {
    Shape(.list(.any, counts: 0...Int.max)) { node, reader in
      if case .sequence = node { return node }
      reader.mismatch(node, expected: "a sequence")
      return nil
    }
  }
}

extension Shape where Value == Mapping {
  /// A mapping, kept as it is.
  package static var mapping: Shape {
    Shape(.map(.any)) { node, reader in
      if let mapping = node.mapping { return mapping }
      reader.mismatch(node, expected: "a mapping")
      return nil
    }
  }
}

extension Shape {
  /// - Parameter most: how many items there may be.
  package static func list<Item>(of item: Shape<Item>, atMost most: Int = .max) -> Shape
  where Value == [Item] {
    Shape(.list(item.type, counts: 0...most)) { node, reader in
      guard let items = node.items else {
        reader.mismatch(node, expected: "a sequence")
        return nil
      }
      guard items.count <= most else {
        reader.report.error(
          "too-many-items", "\"\(reader.path)\" has \(items.count) items, \(most) are possible",
          at: items[most].position, hint: "leave some of them out")
        return nil
      }
      var values: [Item] = []
      values.reserveCapacity(items.count)
      for index in items.indices {
        if let value = item.read(items[index], reader.item(index)) { values.append(value) }
      }
      return values
    }
  }

  /// A mapping of names to values, in the order of the source.
  package static func map<Item>(of item: Shape<Item>) -> Shape
  where Value == [(key: Scalar, value: Item)] {
    Shape(.map(item.type)) { node, reader in
      guard let mapping = node.mapping else {
        reader.mismatch(node, expected: "a mapping")
        return nil
      }
      return mapping.pairs.compactMap { pair in
        item.read(pair.value, reader.field(pair.key.text)).map { (pair.key, $0) }
      }
    }
  }

  /// One of a fixed set of words.
  package static func choice() -> Shape
  where Value: CaseIterable & RawRepresentable & SendableMetatype, Value.RawValue == String {
    let names = Value.allCases.map(\.rawValue)
    return Shape(.choice(names)) { node, reader in
      if let text = node.string, let value = Value(rawValue: text) { return value }
      guard let text = node.text else {
        reader.mismatch(node, expected: "one of \(names.joined(separator: ", "))")
        return nil
      }
      reader.report.error(
        "unknown-value", "\"\(reader.path)\" can't be \"\(text)\"", at: node.position,
        hint: suggestion(for: text, among: names, otherwise: names.count == 1 ? "write" : "it is one of"))
      return nil
    }
  }

  package static func object(_ schema: Schema<Value>) -> Shape {
    Shape(schema.type) { schema.decode($0, $1) }
  }

  /// The same value with its position.
  package static func located<Inner>(_ inner: Shape<Inner>) -> Shape where Value == Located<Inner> {
    Shape(inner.type) { node, reader in inner.read(node, reader).map { Located($0, node.position) } }
  }
}
