internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

/// `IAMPolicyGenerator`: a ServiceAccount that acts as one of Google Cloud; a kustomization file has no field for it.
struct IAMPolicyGenerator: Generator {
  var cloud = Cloud.gke
  var account = Account()
  var cloudAccount = CloudAccount()

  enum Cloud: String, Sendable, CaseIterable {
    case gke
  }

  /// The ServiceAccount that is generated.
  struct Account: Sendable {
    var name = Located("", .none)
    var namespace: Located<String>?

    static let schema = Schema<Account>("kubernetesService", isLenient: true, initial: Account()) {
      Field("name", .locatedScalar, \.name, required: true, "the name of the ServiceAccount")
      Field("namespace", .locatedScalar, \.namespace, "its namespace")
    }
  }

  /// The account that it acts as.
  struct CloudAccount: Sendable {
    var name = ""
    var projectID = ""

    static let schema = Schema<CloudAccount>("serviceAccount", isLenient: true, initial: CloudAccount()) {
      Field("name", .scalarText, \.name, required: true, "the name of the account in the cloud")
      Field("projectId", .scalarText, \.projectID, required: true, "the project that has it")
    }
  }

  static let fields: [FieldDescription] = []
  static let configurationKind = "IAMPolicyGenerator"

  static let schema = Schema<IAMPolicyGenerator>.configuration(
    configurationKind, initial: IAMPolicyGenerator()
  ) {
    Field("cloud", .choice(), \.cloud, required: true, "the cloud: gke")
    Field(
      "kubernetesService", .object(Account.schema), \.account, required: true,
      "the ServiceAccount to generate")
    Field(
      "serviceAccount", .object(CloudAccount.schema), \.cloudAccount, required: true,
      "the account that it acts as")
  }

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] { [] }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    schema.decodeConfiguration(configuration, context.report).map { [$0] } ?? []
  }

  func generate(_ context: LayerContext) -> [Resource] {
    let position = account.name.position
    let email = "\(cloudAccount.name)@\(cloudAccount.projectID).iam.gserviceaccount.com"
    let metadata = Node.mapping(
      [
        "annotations": .strings([("iam.gke.io/gcp-service-account", email)], at: position),
        "name": .string(account.name.value, at: position),
        "namespace": account.namespace.map { .string($0.value, at: $0.position) },
      ], at: position)
    let object = Node.mapping(
      [
        "apiVersion": .string("v1", at: position), "kind": .string("ServiceAccount", at: position),
        "metadata": metadata,
      ], at: position)
    return [Resource(object: object)]
  }
}
