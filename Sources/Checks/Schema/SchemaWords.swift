internal import YAML

extension Node {
  /// `the string "3"`, `a list`.
  var shown: String {
    switch self {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(let scalar):
      switch scalar.kind {
      case .string, .timestamp: "the string \"\(scalar.text)\""
      case .integer, .float: "the number \(scalar.text)"
      case .bool: "the boolean \(scalar.text)"
      case .null: "null"
      }
    }
  }
}

extension ObjectType.Shape {
  /// As messages say it.
  var name: String {
    switch self {
    case .text: "a string"
    case .integer: "an integer"
    case .boolean: "true or false"
    case .number: "a number"
    case .time: "a time"
    case .quantity: "a quantity"
    case .base64: "base64"
    case .integerOrText: "an integer or a string"
    case .anything: "anything"
    case .list: "a list"
    case .map, .object: "a mapping"
    }
  }

  /// Whether Go decodes a scalar into it.
  func takes(_ scalar: Scalar) -> Bool {
    let isString = scalar.kind == .string || scalar.kind == .timestamp
    return switch self {
    case .text, .time, .base64: isString
    case .integer: scalar.kind == .integer || scalar.kind == .float && scalar.isWhole
    case .boolean: scalar.kind == .bool
    case .number: scalar.kind == .integer || scalar.kind == .float
    case .quantity: isString || scalar.kind == .integer || scalar.kind == .float
    case .integerOrText: isString || scalar.kind == .integer
    case .anything: true
    case .list, .map, .object: false
    }
  }
}

extension Scalar {
  /// Whether a number such as `3.0` becomes one without a fraction in JSON.
  var isWhole: Bool { Double(text).map { $0.rounded() == $0 && $0.magnitude < 1e15 } ?? false }
}

extension String {
  /// Whether Flux, clusterctl or a variable of kustomize puts something in before the object is applied.
  var isReplacedLater: Bool { contains("${") || contains("$(") }
}

extension Served {
  func hint(_ version: Int) -> String {
    if let first, version < first {
      return "it is there since 1.\(first): raise kubernetesVersion, or leave it out"
    }
    return "it was there up to 1.\(last ?? version): see what took its place"
  }
}
