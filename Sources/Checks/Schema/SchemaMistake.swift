internal import Diagnostics
internal import Resources

/// What is found on the one walk over all objects along their types; each is a rule that can be turned off.
enum SchemaRule: String {
  case unknownKind = "unknown-kind"
  case unknownField = "unknown-field"
  case missingField = "missing-field"
  case wrongType = "wrong-type"
  case unknownValue = "unknown-value"
  case outOfRange = "out-of-range"
  case fieldChoice = "conflicting-fields"
  case unservedVersion = "unserved-version"
  case invalidName = "invalid-name"
  case invalidLabel = "invalid-label"
  case invalidQuantity = "invalid-quantity"
  case invalidBase64 = "invalid-base64"
  case invalidTime = "invalid-time"
  case invalidSchedule = "invalid-schedule"
  case invalidAddress = "invalid-address"
  case invalidImage = "invalid-image"
  case missingSchema = "missing-schema"
}

/// A field that the API server refuses, and the objects that have it from the same place.
struct SchemaMistake {
  let rule: SchemaRule
  let summary: String
  let hint: String
  let position: Position
  /// The places of the objects in the set.
  var objects: [Int]
}

/// The mistakes of a set: one for each place in the sources, however many objects were made of it.
struct SchemaMistakes {
  private struct Place: Hashable {
    let position: Position
    let summary: String
  }

  private(set) var all: [SchemaMistake] = []
  private var known: [Place: Int] = [:]

  init() {}

  /// - Parameter definitions: of custom resources, beside those of the set itself.
  init(_ set: ResourceSet, _ definitions: [Resource]) {
    let types = KubernetesTypes()
    for definition in definitions { types.define(by: definition) }
    for index in set.resources.indices where set.resources[index].gvk.kind == "CustomResourceDefinition" {
      types.define(by: set.resources[index])
    }
    var walk = SchemaWalk(types, set.kubernetesVersion)
    for index in set.resources.indices { walk.visit(set.resources[index], at: index) }
    self = walk.mistakes
  }

  mutating func add(
    _ rule: SchemaRule, _ summary: String, at position: Position, of object: Int, hint: () -> String
  ) {
    // What has no place in the sources belongs to its object alone.
    let place = Place(position: position, summary: summary)
    if position.isKnown, let index = known[place] {
      if all[index].objects.last != object { all[index].objects.append(object) }
      return
    }
    known[place] = all.count
    all.append(
      SchemaMistake(rule: rule, summary: summary, hint: hint(), position: position, objects: [object]))
  }

  func of(_ rule: SchemaRule) -> [SchemaMistake] { all.filter { $0.rule == rule } }
}
