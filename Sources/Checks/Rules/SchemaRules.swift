internal import Diagnostics
internal import Resources

/// Rules whose findings come from one walk over all objects along Kubernetes' own types (``SchemaWalk``).
extension Rule {
  static let unknownKind = ofSchema(
    .unknownKind, "A kind that Kubernetes does not have in this group and version",
    because: "The server refuses the object, and with it often the whole apply.")
  static let unknownField = ofSchema(
    .unknownField, "A field that the kind does not have",
    because: """
      `kubectl apply` refuses it; where fields are not validated, it is dropped without a word, and what it says \
      never happens.
      """)
  static let missingField = ofSchema(
    .missingField, "A field without which the server refuses the object",
    because: "Nothing of the object is applied.")
  static let wrongType = ofSchema(
    .wrongType, "A value of another type than the field has",
    because: "The server can't read the object: `\"3\"` is no number, and `true` no label.")
  static let unknownValue = ofSchema(
    .unknownValue, "A word that the field does not know",
    because: "The server refuses the object; case counts.")
  static let outOfRange = ofSchema(
    .outOfRange, "A number that the field can't have", because: "The server refuses the object.")
  static let conflictingFields = ofSchema(
    .fieldChoice, "Two fields of which only one can be set", because: "The server refuses the object.")
  static let unservedVersion = ofSchema(
    .unservedVersion, "A field or kind that the Topology's kubernetesVersion does not know yet, or no more",
    because: "The server refuses it, or drops it without a word.")
  static let invalidName = ofSchema(
    .invalidName, "A name that Kubernetes does not take",
    because: "Names become parts of DNS names, paths and variables, each with rules of its own.")
  static let invalidLabel = ofSchema(
    .invalidLabel, "A key or value of a label, or a key of an annotation, that Kubernetes does not take",
    because: "The server refuses the object.")
  static let invalidQuantity = ofSchema(
    .invalidQuantity, "A quantity that can't be read", because: "`1 GB` is none, and neither is `10MB`.")
  static let invalidBase64 = ofSchema(
    .invalidBase64, "Data of a Secret, or other bytes, that are not base64",
    because: "The server can't read the object.")
  static let invalidTime = ofSchema(
    .invalidTime, "A time that can't be read", because: "The server can't read the object.")
  static let invalidSchedule = ofSchema(
    .invalidSchedule, "A schedule of a CronJob that can't be read",
    because: "The server refuses it: five fields, Sunday is 0 and not 7.")
  static let invalidAddress = ofSchema(
    .invalidAddress, "An address or a block of addresses that is none",
    because: "The server refuses the object.")
  static let invalidImage = ofSchema(
    .invalidImage, "An image that no container runtime can pull",
    because: "The pod stays in InvalidImageName.")

  static let missingSchema = ofSchema(
    .missingSchema, "A custom resource of which no definition is known",
    because: "Nobody looks at its fields before the server does.", severity: .warning, isOptIn: true)

  private static func ofSchema(
    _ schema: SchemaRule, _ summary: String, because reason: String, severity: Diagnostic.Severity = .error,
    isOptIn: Bool = false
  ) -> Rule {
    Rule(schema.rawValue, severity, summary, because: reason, isOptIn: isOptIn) { inventory, findings in
      for mistake in inventory.mistakes.of(schema) {
        let objects = mistake.objects.map { inventory.resources[$0] }
        findings.add(
          mistake.summary, at: mistake.position, in: objects[0], notes: [.init(owners(objects))],
          hint: mistake.hint)
      }
    }
  }

  /// `in StatefulSet "db"`, or `in 3 StatefulSets: db-a, db-b, db-c`.
  private static func owners(_ objects: [Resource]) -> String {
    if objects.count == 1 { return "in \(objects[0].id)" }
    let kinds = Set(objects.map(\.gvk.kind))
    let shown = objects.prefix(mostOwners).map(\.name).joined(separator: ", ")
    let what = kinds.count == 1 ? "\(objects[0].gvk.kind)s" : "objects"
    return "in \(objects.count) \(what): \(shown)\(objects.count > mostOwners ? ", …" : "")"
  }

  private static let mostOwners = 5
}
