internal import Diagnostics
internal import Resources
internal import YAML

/// `patches`: strategic merge and JSON 6902 patches, from files or inline, aimed by a target or by the patch's own name.
struct Patches: Transform {
  var patches: [Patch] = []

  static let field = KustomizationField(
    "patches", .list(of: PatchEntry.shape), "Patches, from files or inline, with an optional target")
  static let fields = [field.description]
  static let configurationKind = "PatchTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let entries = field.read(kustomization, context.report), !entries.isEmpty else { return [] }
    return [Patches(patches: entries.compactMap { $0.load(context) })]
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    guard var entry = PatchEntry.configuration.decodeConfiguration(configuration, context.report) else {
      return []
    }
    entry.node = configuration
    return entry.load(context).map { [Patches(patches: [$0])] } ?? []
  }

  var stepCount: Int { patches.count }
  var place: Position? { patches.first?.entry }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    PatchApplication.apply(patches, to: &set, context)
  }
}

/// `patchesStrategicMerge`: the older way to write strategic merge patches, a list of files and inline patches.
struct PatchesStrategicMerge: Transform {
  var patches: [Patch] = []

  static let field = KustomizationField(
    "patchesStrategicMerge", .list(of: .inlineOrPath),
    "Deprecated: strategic merge patches; write them under patches")
  static let fields = [field.description]
  static let configurationKind = "PatchStrategicMergeTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let entries = field.read(kustomization, context.report), !entries.isEmpty else { return [] }
    return [load(entries, nil, at: kustomization.position(of: field.name), context)]
  }

  private struct Configuration: Sendable {
    var paths: [Scalar] = []
    var patches: Located<String>?
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    let schema = Schema<Configuration>.configuration(configurationKind, initial: Configuration()) {
      Field("paths", .list(of: .inlineOrPath), \.paths, "files with patches")
      Field("patches", .located(.string), \.patches, "patches as text")
    }
    guard let decoded = schema.decodeConfiguration(configuration, context.report) else { return [] }
    let inline = configuration["patches"]?.scalar
    return [load(decoded.paths, inline, at: configuration.position, context)]
  }

  private static func load(
    _ entries: [Scalar], _ inline: Scalar?, at position: Position, _ context: TransformContext
  ) -> PatchesStrategicMerge {
    var patches: [Patch] = []
    var isReadable = true
    for entry in entries + (inline.map { [$0] } ?? []) {
      let documents =
        entry.text.utf8.contains(UInt8(ascii: "\n")) || entry.text.hasPrefix("{")
        ? context.documents(inline: entry) : context.documents(Located(entry.text, entry.position))
      guard let documents else {
        isReadable = false
        continue
      }
      for document in documents where !document.isNull {
        guard var patch = Patch(merge: document, context) else { continue }
        patch.isOfOlderField = true
        patch.entry = entry.position
        patches.append(patch)
      }
    }
    if isReadable && patches.isEmpty && !context.report.hasErrors {
      context.report.error(
        "empty-patch", "none of these files holds a patch", at: position,
        hint: "write a patch into one of them, or remove the field")
    }
    return PatchesStrategicMerge(patches: patches)
  }

  var place: Position? { patches.first?.entry }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    PatchApplication.apply(patches, to: &set, context)
  }
}

/// `patchesJson6902`: the older way to write JSON 6902 patches, each with a target.
struct PatchesJSON6902: Transform {
  var patches: [Patch] = []

  static let field = KustomizationField(
    "patchesJson6902", .list(of: PatchEntry.shape), "Deprecated: JSON 6902 patches; write them under patches")
  static let fields = [field.description]
  static let configurationKind = "PatchJson6902Transformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    guard let entries = field.read(kustomization, context.report), !entries.isEmpty else { return [] }
    return [PatchesJSON6902(patches: entries.compactMap { $0.load(context, mustBeJSON: true) })]
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    guard var entry = PatchEntry.jsonConfiguration.decodeConfiguration(configuration, context.report) else {
      return []
    }
    entry.node = configuration
    return entry.load(context, mustBeJSON: true).map { [PatchesJSON6902(patches: [$0])] } ?? []
  }

  var stepCount: Int { patches.count }
  var place: Position? { patches.first?.entry }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    PatchApplication.apply(patches, to: &set, context)
  }
}
