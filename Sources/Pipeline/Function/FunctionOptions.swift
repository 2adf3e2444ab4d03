internal import Diagnostics
internal import YAML

/// What the `functionConfig` of a list asks for.
struct FunctionOptions: Sendable {
  /// Whether what it gives is looked over as `zonal check` does.
  var checks = true
  /// Whether the groups' first instance is the one that bootstraps (else the last).
  var isInitialRollout = true
  /// A Topology or a group, which is expanded besides the items.
  var object: Node?

  private static func schema(_ name: String) -> Schema<FunctionOptions> {
    Schema(name, initial: FunctionOptions()) {
      Field("check", .booleanText, \.checks, "Whether to look for what can't work, too.")
      Field(
        "initialRollout", .booleanText, \.isInitialRollout,
        "Whether the first instance of each group bootstraps it; later the last one does.")
    }
  }

  init() {}

  /// - Parameter configuration: `nil` where there is none.
  init(_ configuration: Node?, _ report: Report) {
    guard let configuration, !configuration.isNull else { return }
    let reader = Reader(report: report)
    guard case .mapping(var fields) = configuration else {
      reader.field("functionConfig").mismatch(configuration, expected: "a mapping")
      return
    }
    switch (fields["apiVersion"]?.text, fields["kind"]?.text) {
    case ("v1", "ConfigMap"):
      guard let data = fields["data"], !data.isNull else { return }
      self = Self.schema("data").decode(data, reader.field("data")) ?? self
    case ("zonal/v1alpha1", "ExpandTransformer"):
      fields.pairs.removeAll { ["apiVersion", "kind", "metadata"].contains($0.key.text) }
      self = Self.schema("ExpandTransformer").decode(.mapping(fields), reader) ?? self
    case ("zonal/v1alpha1", "Topology"), ("zonal/v1alpha1", "InstanceGroup"): object = configuration
    default:
      report.error(
        "unknown-function-config",
        "the function has no configuration of kind \"\(fields["kind"]?.text ?? "")\"",
        at: fields["kind"]?.position ?? configuration.position,
        hint: "it is a ConfigMap, or of zonal/v1alpha1 an ExpandTransformer, a Topology or an InstanceGroup")
    }
  }
}
