internal import Diagnostics
internal import Resources
internal import YAML

/// `replicas`: sets the number of replicas of a workload, or of instances of an InstanceGroup.
struct Replicas: Transform {
  var entries: [Entry] = []
  var specs: [FieldSpec] = []

  struct Entry: Sendable {
    var name = Located("", .none)
    var count = Located(0, .none)

    fileprivate static let schema = Schema<Entry>("replicas entry", initial: Entry()) {
      Field("name", .locatedScalar, \.name, required: true, "the name of the workload")
      Field("count", .located(.count), \.count, required: true, "how many replicas it has")
    }
  }

  static let field = KustomizationField(
    "replicas", .list(of: .object(Entry.schema)), "How many replicas a workload of a name has")
  static let fields = [field.description]
  static let configurationKind = "ReplicaCountTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let entries = field.read(kustomization, context.report), !entries.isEmpty else { return [] }
    return [Replicas(entries: entries, specs: context.fields.replicas)]
  }

  private struct Configuration: Sendable {
    var entry = Entry()
    var specs: [FieldSpec] = []
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    let schema = Schema<Configuration>.configuration(configurationKind, initial: Configuration()) {
      Field("replica", .object(Entry.schema), \.entry, required: true, "the workload and its replicas")
      Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where they go")
    }
    guard let decoded = schema.decodeConfiguration(configuration, context.report) else { return [] }
    return [Replicas(entries: [decoded.entry], specs: decoded.specs)]
  }

  var stepCount: Int { entries.count }
  var place: Position? { entries.first?.name.position }
  var parts: [any Transform] { entries.map { Replicas(entries: [$0], specs: specs) } }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    let holds = context.files.growth.holds(
      Self.ofName, times: set.resources.count, of: "this number", at: entries.first?.name.position,
      context.report)
    guard holds, context.affordsNames(of: set, at: entries.first?.name.position) else { return }
    let names = set.takeNames()
    defer { set.keep(specs.contains(where: \.mayRename) ? nil : names) }
    for entry in entries { apply(entry, to: &set, names, context) }
  }

  /// To look up a name among all takes about as long as to make so many bytes of each.
  private static let ofName = 32

  private func apply(
    _ entry: Entry, to set: inout ResourceSet, _ names: NameIndex, _ context: TransformContext
  ) {
    let name = entry.name
    var found = false
    for index in names[name.value] {
      let identities = set.resources[index].identities.filter { sameBytes($0.name, name.value) }
      for spec in specs where identities.contains(where: { spec.filter.matches($0.gvk) }) {
        found = true
        spec.visit(&set.resources[index], creating: .scalar, at: entry.count.position, context.report) {
          node in
          node = .integer(entry.count.value, at: entry.count.position)
        }
      }
    }
    if !found { reportMissing(name, set, context) }
  }

  private func reportMissing(_ name: Located<String>, _ set: ResourceSet, _ context: TransformContext) {
    context.report.error(
      "replicas-match-nothing", "no workload is named \"\(name.value)\"", at: name.position,
      hint: hint(for: name.value, set))
  }

  private func hint(for name: String, _ set: ResourceSet) -> String {
    let kinds = Set(specs.map(\.filter.kind)).sorted()
    let candidates = set.resources.filter { kinds.contains($0.gvk.kind) }.map(\.name)
    return suggestion(for: name, among: candidates, otherwise: "the workloads here are")
      ?? "replicas are set on \(kinds.joined(separator: ", "))"
  }
}
