internal import Resources
internal import Synchronization
internal import YAML

/// What fields Kubernetes' own types have: read type by type from ``table``, as objects ask for them, and those that
/// one set of objects defines itself.
package final class KubernetesTypes: Sendable {
  private static let lines = SortedLines(table)

  private let known = Mutex(Known())

  /// The type of the objects of a kind; `nil` for one that Kubernetes does not serve itself.
  func kind(_ apiVersion: String, _ kind: String) -> ObjectType? { type("\(apiVersion)/\(kind)") }

  /// Takes in what an object defines, when it is a CustomResourceDefinition.
  func define(by definition: Resource) {
    for (name, type) in CustomTypes(self).types(of: definition) where Self.lines[name] == nil {
      known.withLock { $0.types[name] = type }
    }
  }

  func type(_ name: String) -> ObjectType? { known.withLock { $0.type(name) } }

  fileprivate struct Known {
    var types: [KeyBytes: ObjectType] = [:]

    /// A type with all that its fields lead to.
    mutating func type(_ name: String) -> ObjectType? {
      if let type = types[name] { return type }
      guard let line = KubernetesTypes.lines[name] else { return nil }
      let type = ObjectType(name, line)
      // Types may lead to themselves.
      types[name] = type
      type.fields = ObjectType.fields(of: type, line, in: &self)
      return type
    }
  }

  /// Every kind, as `apps/v1/Deployment`.
  static var kinds: [String] {
    lines.names.filter { $0.utf8.contains(UInt8(ascii: "/")) }
  }
}

/// A mapping with fields of its own.
///
/// Its fields are set while ``KubernetesTypes`` are locked, before another thread sees it.
final class ObjectType: @unchecked Sendable {
  struct Field: Sendable {
    let name: String
    let isRequired: Bool
    let served: Served
    let shape: Shape
    /// What its value can be beyond what its type says.
    let limit: FieldLimit?
  }

  indirect enum Shape: Sendable {
    case text, integer, boolean, number, time, quantity, base64, integerOrText, anything
    case list(Shape)
    /// A mapping whose keys are the user's.
    case map(Shape)
    case object(ObjectType)
  }

  /// `Container`, or `apps/v1/Deployment` for what has a kind.
  let name: String
  let served: Served
  fileprivate(set) var fields: [Field] = [] {
    didSet { requiredCount = fields.count(where: \.isRequired) }
  }
  private(set) var requiredCount = 0
  /// Fields of which only one can be set.
  let choice: FieldChoice?
  /// Whether it can have fields that nobody knows.
  let isOpen: Bool

  fileprivate init(_ name: String, _ line: ArraySlice<UInt8>) {
    self.name = name
    served = Served(line.prefix { $0 != UInt8(ascii: " ") }.dropFirst(name.utf8.count))
    choice = FieldChoice(of: Self.unversioned(name))
    isOpen = false
  }

  init(_ name: String, _ fields: [Field], isOpen: Bool) {
    self.name = name
    self.fields = fields
    self.isOpen = isOpen
    served = .always
    choice = nil
    requiredCount = fields.count(where: \.isRequired)
  }

  var hasKind: Bool { name.utf8.contains(UInt8(ascii: "/")) }

  /// As messages call it: `Deployment`, `Container`.
  var title: String { name.split { $0 == "/" || $0 == "." }.last.map(String.init) ?? name }

  /// The place of a field. Those of an object mostly come in the order of the type.
  func index(of field: String, after previous: Int) -> Int? {
    for index in previous..<fields.count where sameBytes(fields[index].name, field) { return index }
    for index in 0..<min(previous, fields.count) where sameBytes(fields[index].name, field) { return index }
    return nil
  }

  /// `MetricSpec` for `v2.MetricSpec`: what is said of one version holds for the others.
  private static func unversioned(_ name: String) -> String {
    guard !name.utf8.contains(UInt8(ascii: "/")), let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else {
      return name
    }
    return String(name[dot...].dropFirst())
  }

  fileprivate static func fields(
    of type: ObjectType, _ line: ArraySlice<UInt8>, in known: inout KubernetesTypes.Known
  ) -> [Field] {
    let limits = FieldLimit.limits(of: unversioned(type.name))
    let identity = ["apiVersion", "kind"].map {
      Field(name: $0, isRequired: false, served: Served([]), shape: .text, limit: nil)
    }
    return (type.hasKind ? identity : [])
      + line.split(separator: UInt8(ascii: " ")).dropFirst().map { word in
        let parts = word.split(separator: UInt8(ascii: ":"), maxSplits: 1)
        // `$ref` and `x-kubernetes-…` hold marks, so versions are looked for from behind.
        let (head, served) = Served.parted(parts[0])
        let isRequired = head.last == UInt8(ascii: "*")
        let name = String(decoding: isRequired ? head.dropLast() : head, as: UTF8.self)
        return Field(
          name: name, isRequired: isRequired, served: served,
          shape: parts.count == 1 ? .text : shape(String(decoding: parts[1], as: UTF8.self), &known),
          limit: limits[name])
      }
  }

  private static func shape(_ name: String, _ known: inout KubernetesTypes.Known) -> Shape {
    if name.hasPrefix("[]") { return .list(shape(String(name.dropFirst(2)), &known)) }
    if name.hasPrefix("map:") { return .map(shape(String(name.dropFirst(4)), &known)) }
    return switch name {
    case "": .text
    case "int": .integer
    case "bool": .boolean
    case "number": .number
    case "time": .time
    case "quantity": .quantity
    case "bytes": .base64
    case "intOrString": .integerOrText
    case "any": .anything
    default: known.type(name).map(Shape.object) ?? .anything
    }
  }
}

/// The minor versions of Kubernetes 1 that have something: `+34` from 1.34 on, `-30` up to 1.30.
struct Served: Sendable {
  static let always = Served([])

  private(set) var first: Int?
  private(set) var last: Int?

  init(_ marks: ArraySlice<UInt8>) {
    for part in marks.split(whereSeparator: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) {
      let number = Int(String(decoding: part, as: UTF8.self))
      if marks[part.startIndex - 1] == UInt8(ascii: "+") { first = number } else { last = number }
    }
  }

  /// What stands in front of marks, and what they say.
  static func parted(_ word: ArraySlice<UInt8>) -> (head: ArraySlice<UInt8>, served: Served) {
    let isMark = { (byte: UInt8) in
      byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let marks = word.reversed().prefix(while: isMark).count
    let tail = word.suffix(marks)
    guard let start = tail.firstIndex(where: { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return (word, Served([]))
    }
    return (word[..<start], Served(word[start...]))
  }

  func contains(_ minor: Int) -> Bool { minor >= first ?? .min && minor <= last ?? .max }
}
