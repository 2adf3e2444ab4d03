/// Writes types as JSON Schema, of the draft 07 that editors know best.
///
/// A field that need not be there may be null, as everywhere in Kubernetes' files.
package struct JSONSchema: Sendable {
  /// Whether a number or boolean in the place of a text is a mistake, as `Reader` takes it.
  private let wantsStrings: Bool

  package static let draft = "http://json-schema.org/draft-07/schema#"

  package init(wantsStrings: Bool = false) {
    self.wantsStrings = wantsStrings
  }

  package func write(_ type: ShapeType) -> Node { .mapping(members(of: type)) }

  private func members(of type: ShapeType) -> Mapping {
    switch type {
    case .any: Mapping()
    case .boolean: .of(["type": "boolean"])
    case .string: .of(["type": "string"])
    case .text:
      .of(["type": .strings(wantsStrings ? ["string", "null"] : ["string", "number", "boolean", "null"])])
    case .matching(let expression, let inner): members(of: inner).with("pattern", .string(expression))
    case .integer(let bounds):
      .of([
        "type": "integer", "minimum": .integer(bounds.lowerBound), "maximum": .integer(bounds.upperBound),
      ])
    case .choice(let words): .of(["enum": .strings(words)])
    case .list(let item, let counts): list(of: item, counts)
    case .map(let value): .of(["type": "object", "additionalProperties": write(value)])
    case .object(let object): members(of: object)
    case .oneOf(let types): .of(["anyOf": .sequence(types.map(write))])
    case .named(let name, let inner): members(of: inner).with("title", .string(name))
    }
  }

  private func list(of item: ShapeType, _ counts: ClosedRange<Int>) -> Mapping {
    var members = Mapping.of(["type": "array", "items": write(item)])
    if counts.lowerBound > 0 { members["minItems"] = .integer(counts.lowerBound) }
    if counts.upperBound < Int.max { members["maxItems"] = .integer(counts.upperBound) }
    return members
  }

  private func members(of object: ObjectShape) -> Mapping {
    let fields = object.fields
    var members = Mapping.of([
      "type": "object",
      "properties": .mapping(Mapping(fields.map { .init(key: Scalar($0.name), value: write($0)) })),
    ])
    let required = fields.filter(\.isRequired).map(\.name)
    if !required.isEmpty { members["required"] = .strings(required) }
    if !object.isOpen { members["additionalProperties"] = .bool(false) }
    return members
  }

  private func write(_ field: FieldDescription) -> Node {
    let type = members(of: field.type)
    var members = Mapping.of(["description": .string(field.summary)])
    if let initial = field.initial { members["default"] = initial }
    members.pairs += (field.isRequired ? type : type.orNull).pairs
    return .mapping(members)
  }
}

extension Mapping {
  fileprivate static func of(_ members: KeyValuePairs<String, Node>) -> Mapping {
    Mapping(members.map { .init(key: Scalar($0), value: $1) })
  }

  fileprivate func with(_ key: String, _ value: Node) -> Mapping {
    var members = self
    members[key] = value
    return members
  }

  /// A schema that takes null as well.
  fileprivate var orNull: Mapping {
    let null = "null"
    var members = self
    switch (self["type"], self["enum"]?.items, self["anyOf"]?.items) {
    case (.scalar(let type)?, _, _): members["type"] = .strings([type.text, null])
    case (_, let words?, _): members["enum"] = .sequence(words + [.null])
    case (_, _, let choices?): members["anyOf"] = .sequence(choices + [.mapping(["type": .string(null)])])
    default: break
    }
    return members
  }
}

extension Node {
  fileprivate static func strings(_ texts: [String]) -> Node { .sequence(texts.map { .string($0) }) }
}
