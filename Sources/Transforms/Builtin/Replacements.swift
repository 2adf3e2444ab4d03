internal import Diagnostics
internal import Resources
internal import YAML

/// `replacements`: copies a value from one object, or from the entry itself, into fields of others.
struct Replacements: Transform {
  var replacements: [Replacement] = []

  static let field = KustomizationField(
    "replacements", .list(of: ReplacementEntry.shape(isLenient: false)),
    "Values to copy from a field of one object to fields of others")
  static let fields = [field.description]
  static let configurationKind = "ReplacementTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let entries = field.read(kustomization, context.report), !entries.isEmpty else { return [] }
    let replacements = entries.flatMap { entry in
      entry.value.load(context, at: entry.position).map { replacement in
        var replacement = replacement
        replacement.entry = entry.position
        return replacement
      }
    }
    return [Replacements(replacements: replacements)]
  }

  var place: Position? { replacements.first?.entry }
  var parts: [any Transform] { replacements.map { Replacements(replacements: [$0]) } }

  private struct Configuration: Sendable {
    var entries: [Located<ReplacementEntry>] = []
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    let schema = Schema<Configuration>.configuration(configurationKind, initial: Configuration()) {
      Field(
        "replacements", .list(of: ReplacementEntry.shape(isLenient: true)), \.entries, "what to copy where")
    }
    guard let entries = schema.decodeConfiguration(configuration, context.report)?.entries else { return [] }
    return [Replacements(replacements: entries.flatMap { $0.value.load(context, at: $0.position) })]
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    guard !replacements.isEmpty, context.affordsNames(of: set, at: replacements[0].entry) else { return }
    var index = SelectionIndex(&set, for: replacements.flatMap(\.selectors))
    for replacement in replacements {
      guard var value = replacement.source.value(in: set, index, context) else { continue }
      for target in replacement.targets { target.write(&value, to: &set, &index, context) }
    }
    set.keep(index.names)
  }
}
