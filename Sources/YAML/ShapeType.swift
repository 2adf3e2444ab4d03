package import Diagnostics

/// What a ``Shape`` takes, for JSON Schemas and reference docs.
package indirect enum ShapeType: Sendable {
  case boolean, any
  case string
  /// Any scalar, as it is written; where `Reader` wants strings, only these.
  case text
  /// Texts in which the expression is found.
  case matching(String, ShapeType)
  case integer(ClosedRange<Int>)
  case choice([String])
  case list(ShapeType, counts: ClosedRange<Int>)
  case map(ShapeType)
  case object(ObjectShape)
  case oneOf([ShapeType])
  /// What reference docs call by a name, instead of listing its fields.
  case named(String, ShapeType)
}

/// An object with fields of its own.
package struct ObjectShape: Sendable {
  package let name: String
  /// Whether other fields are taken, too.
  package let isOpen: Bool
  private let describe: @Sendable () -> [FieldDescription]

  package var fields: [FieldDescription] { describe() }

  /// - Parameter fields: made when they are asked for, because reading never does.
  package init(_ name: String, isOpen: Bool = false, fields: @escaping @Sendable () -> [FieldDescription]) {
    self.name = name
    self.isOpen = isOpen
    describe = fields
  }
}

package struct FieldDescription: Sendable {
  package let name: String
  package let summary: String
  private let describe: @Sendable () -> ShapeType
  package let isRequired: Bool
  /// The value of a field that is not there; `nil` when none can be told.
  package var initial: Node?

  package var type: ShapeType { describe() }

  /// - Parameter type: made when it is asked for, so that a field costs nothing that no input has.
  package init(
    name: String, summary: String, type: @autoclosure @escaping @Sendable () -> ShapeType,
    isRequired: Bool = false
  ) {
    self.name = name
    self.summary = summary
    describe = type
    self.isRequired = isRequired
  }

  /// `add "instances: …": the number of instances`
  var addition: String {
    var text = summary.hasSuffix(".") ? String(summary.dropLast()) : summary
    let word = text.prefix { $0 != " " }
    // A name such as `RollingUpdate` stays as it is.
    if word.dropFirst().allSatisfy({ !$0.isUppercase }) {
      text = text.prefix(1).lowercased() + text.dropFirst()
    }
    return "add \"\(name): …\": \(text)"
  }
}

// MARK: - Defaults

extension Node {
  /// What a property holds at first, as it is written in a file; `nil` where nothing stands for it.
  init?(default value: Any) {
    switch value {
    case let value as Bool: self = .bool(value)
    case let value as Int: self = .integer(value)
    case let value as String where !value.isEmpty: self = .string(value)
    case let value as any RawRepresentable<String>: self = .string(value.rawValue)
    case let value as any DefaultCarrier:
      guard let node = Node(default: value.carried) else { return nil }
      self = node
    default: return nil
    }
  }
}

/// A value with something beside it.
private protocol DefaultCarrier {
  var carried: Any { get }
}

extension Located: DefaultCarrier {
  fileprivate var carried: Any { value }
}
