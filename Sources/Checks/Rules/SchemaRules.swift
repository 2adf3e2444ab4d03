internal import Diagnostics
internal import Resources

/// Rules whose findings come from one walk over all objects along Kubernetes' own types (``SchemaWalk``).
extension Rule {
  static let unknownKind = ofSchema(
    .unknownKind, "A kind that Kubernetes does not have in this group and version",
    because: "The server refuses the object, and with it often the whole apply.",
    bad: """
      apiVersion: apps/v1
      kind: Deploymnt
      """,
    good: """
      apiVersion: apps/v1
      kind: Deployment
      """)
  static let unknownField = ofSchema(
    .unknownField, "A field that the kind does not have",
    because: """
      `kubectl apply` refuses it; where fields are not validated, it is dropped without a word, and what it says \
      never happens.
      """,
    bad: """
      spec:
        replica: 3
      """,
    good: """
      spec:
        replicas: 3
      """)
  static let missingField = ofSchema(
    .missingField, "A field without which the server refuses the object",
    because: "Nothing of the object is applied.",
    bad: """
      kind: Deployment
      spec:
        template:
      """,
    good: """
      kind: Deployment
      spec:
        selector: {matchLabels: {app: web}}
        template:
      """)
  static let wrongType = ofSchema(
    .wrongType, "A value of another type than the field has",
    because: "The server can't read the object: `\"3\"` is no number, and `true` no label.",
    bad: """
      replicas: "3"
      """,
    good: "replicas: 3")
  static let unknownValue = ofSchema(
    .unknownValue, "A word that the field does not know",
    because: "The server refuses the object; case counts.",
    bad: "imagePullPolicy: always",
    good: "imagePullPolicy: Always")
  static let outOfRange = ofSchema(
    .outOfRange, "A number that the field can't have", because: "The server refuses the object.",
    bad: "ports: [{containerPort: 80800}]",
    good: "ports: [{containerPort: 8080}]")
  static let conflictingFields = ofSchema(
    .fieldChoice, "Two fields of which only one can be set", because: "The server refuses the object.",
    bad: "livenessProbe: {httpGet: {port: 80}, exec: {command: [a]}}",
    good: "livenessProbe: {httpGet: {port: 80}}")
  static let unservedVersion = ofSchema(
    .unservedVersion, "A field or kind that the Topology's kubernetesVersion does not know yet, or no more",
    because: "The server refuses it, or drops it without a word.",
    bad: """
      restartPolicyRules: [] # with kubernetesVersion: "1.32", which does not know it
      """,
    good: """
      restartPolicyRules: [] # with kubernetesVersion: "1.34"
      """)
  static let invalidName = ofSchema(
    .invalidName, "A name that Kubernetes does not take",
    because: "Names become parts of DNS names, paths and variables, each with rules of its own.",
    bad: "name: My_Map",
    good: "name: my-map")
  static let invalidLabel = ofSchema(
    .invalidLabel, "A key or value of a label, or a key of an annotation, that Kubernetes does not take",
    because: "The server refuses the object.",
    bad: """
      labels: {"a b": c}
      """,
    good: "labels: {a-b: c}")
  static let invalidQuantity = ofSchema(
    .invalidQuantity, "A quantity that can't be read", because: "`1 GB` is none, and neither is `10MB`.",
    bad: "resources: {limits: {cpu: 1 core}}",
    good: "resources: {limits: {cpu: 1}}")
  static let invalidBase64 = ofSchema(
    .invalidBase64, "Data of a Secret, or other bytes, that are not base64",
    because: "The server can't read the object.",
    bad: """
      kind: Secret
      data: {a: "not base64!"}
      """,
    good: """
      kind: Secret
      stringData: {a: "not base64!"}
      """)
  static let invalidTime = ofSchema(
    .invalidTime, "A time that can't be read", because: "The server can't read the object.",
    bad: "renewTime: tomorrow",
    good: """
      renewTime: "2026-01-02T03:04:05.000000Z"
      """)
  static let invalidSchedule = ofSchema(
    .invalidSchedule, "A schedule of a CronJob that can't be read",
    because: "The server refuses it: five fields, Sunday is 0 and not 7.",
    bad: """
      schedule: "*/5 * * * 7"
      """,
    good: """
      schedule: "*/5 * * * 0"
      """)
  static let invalidAddress = ofSchema(
    .invalidAddress, "An address or a block of addresses that is none",
    because: "The server refuses the object.",
    bad: "cidr: 10.0.0.0",
    good: "cidr: 10.0.0.0/8")
  static let invalidImage = ofSchema(
    .invalidImage, "An image that no container runtime can pull",
    because: "The pod stays in InvalidImageName.",
    bad: "image: team/Web:2",
    good: "image: team/web:2")

  static let missingSchema = ofSchema(
    .missingSchema, "A custom resource of which no definition is known",
    because: "Nobody looks at its fields before the server does.",
    bad: """
      apiVersion: example.org/v1
      kind: Gadget # no CustomResourceDefinition of it
      """,
    good: """
      apiVersion: example.org/v1
      kind: Widget # the set has its CustomResourceDefinition
      """, severity: .warning, isOptIn: true)

  private static func ofSchema(
    _ schema: SchemaRule, _ summary: String, because reason: String, bad: String, good: String,
    severity: Diagnostic.Severity = .error, isOptIn: Bool = false
  ) -> Rule {
    Rule(
      schema.rawValue, severity, summary, because: reason, bad: bad, good: good, isOptIn: isOptIn,
      scope: .object
    ) {
      inventory, findings in
      for mistake in inventory.mistakes.of(schema) {
        let objects = mistake.objects.map { inventory.resources[$0] }
        findings.add(mistake.summary, at: mistake.position, in: objects, hint: mistake.hint)
      }
    }
  }
}
