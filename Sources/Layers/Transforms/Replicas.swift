internal import Diagnostics
internal import Resources
internal import YAML

/// `replicas`: sets the number of replicas of a workload, or of instances of an InstanceGroup.
struct Replicas: Transform {
  var name = Located("", .none)
  var count = 0
  var specs: [FieldSpec] = []

  static let field = KustomizationField(
    "replicas", .list(of: .object(entrySchema)), "How many replicas a workload of a name has")
  static let fields = [field.description]
  static let configurationKind = "ReplicaCountTransformer"

  private static let entrySchema = Schema<Replicas>(
    "replicas entry", initial: { Replicas() },
    fields: [
      Field("name", .locatedScalar, \.name, required: true, "the name of the workload"),
      Field("count", .count, \.count, required: true, "how many replicas it has"),
    ])

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Transform] {
    (field.read(kustomization, context.report) ?? []).map { entry in
      var entry = entry
      entry.specs = context.fields.replicas
      return entry
    }
  }

  private struct Configuration: Sendable {
    var replica = Replicas()
    var specs: [FieldSpec] = []
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Transform] {
    let schema = Schema<Configuration>.configuration(
      configurationKind, initial: { Configuration() },
      fields: [
        Field("replica", .object(entrySchema), \.replica, required: true, "the workload and its replicas"),
        Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where they go"),
      ])
    guard var decoded = schema.decodeConfiguration(configuration, context) else { return [] }
    decoded.replica.specs = decoded.specs
    return [decoded.replica]
  }

  func apply(to set: inout ResourceSet, _ context: LayerContext) {
    var found = false
    for index in set.resources.indices {
      guard set.resources[index].wasEver(named: name.value) else { continue }
      let identities = set.resources[index].identities.filter { sameBytes($0.name, name.value) }
      for spec in specs where identities.contains(where: { spec.filter.matches($0.gvk) }) {
        found = true
        spec.visit(&set.resources[index], creating: .scalar, at: name.position, context.report) { node in
          node = .integer(count, at: name.position)
        }
      }
    }
    if !found { reportMissing(set, context) }
  }

  private func reportMissing(_ set: ResourceSet, _ context: LayerContext) {
    let kinds = Set(specs.map(\.filter.kind)).sorted()
    let candidates = set.resources.filter { kinds.contains($0.gvk.kind) }.map(\.name)
    context.report.error(
      "replicas-match-nothing", "no workload is named \"\(name.value)\"", at: name.position,
      hint: suggestion(for: name.value, among: candidates, otherwise: "the workloads here are")
        ?? "replicas are set on \(kinds.joined(separator: ", "))")
  }
}
