internal import Diagnostics
internal import Resources

/// What is found on the one walk over all objects along their types; each is a rule that can be turned off.
enum SchemaRule: String, Sendable {
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
struct SchemaMistake: Sendable {
  let rule: SchemaRule
  let summary: String
  let hint: String
  let position: Position
  /// The places of the objects in the set.
  var objects: [Int]
}

/// The mistakes of a set: one for each place in the sources, however many objects were made of it.
struct SchemaMistakes: Sendable {
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
    let pieces = set.resources.indices.pieces(of: Self.pieceSize)
    let found = [[SchemaMistake]](inParallel: pieces.count, if: true) { piece in
      var walk = SchemaWalk(types, set.kubernetesVersion)
      for index in pieces[piece] { walk.visit(set.resources[index], at: index) }
      return walk.mistakes.all
    }
    for mistake in found.joined() { add(mistake) }
  }

  /// Objects that one thread looks at, one after the other.
  private static let pieceSize = 512

  mutating func add(
    _ rule: SchemaRule, _ summary: String, at position: Position, of object: Int, hint: () -> String
  ) {
    if let index = index(of: summary, at: position) {
      if all[index].objects.last != object { all[index].objects.append(object) }
    } else {
      append(SchemaMistake(rule: rule, summary: summary, hint: hint(), position: position, objects: [object]))
    }
  }

  /// Adds what was found in objects behind those of before.
  private mutating func add(_ mistake: SchemaMistake) {
    if let index = index(of: mistake.summary, at: mistake.position) {
      all[index].objects += mistake.objects
    } else {
      append(mistake)
    }
  }

  /// What has no place in the sources belongs to its object alone.
  private func index(of summary: String, at position: Position) -> Int? {
    position.isKnown ? known[Place(position: position, summary: summary)] : nil
  }

  private mutating func append(_ mistake: SchemaMistake) {
    known[Place(position: mistake.position, summary: mistake.summary)] = all.count
    all.append(mistake)
  }

  func of(_ rule: SchemaRule) -> [SchemaMistake] { all.filter { $0.rule == rule } }
}
