internal import Diagnostics
internal import Files
internal import Resources
internal import Transforms
internal import YAML

/// What the recorder of a build is told, when there is one (``LayerOptions/trace``).
extension Layers {
  /// What a generator or transformer of a field is, with the entry that asks for it; `nil` when nobody follows the build.
  ///
  /// - Parameter place: where it stands in the entry; `nil` for the field as a whole, or the last of its entries.
  func step(
    _ fields: [FieldDescription], _ place: Position?, _ kustomization: Kustomization, _ context: LayerContext
  ) -> TraceStep? {
    options.trace.map { _ in FieldSteps(fields, kustomization, context).step(place) }
  }

  /// What a configuration of its own asks for.
  func step(_ configuration: Resource, _ context: LayerContext) -> TraceStep? {
    guard options.trace != nil else { return nil }
    return TraceStep(
      configuration.gvk.kind, layer: context.directory.shown, at: configuration.position,
      lastLine: configuration.object.lastLine)
  }

  /// Notes what was read or made.
  func note(
    _ name: String, at position: Position, _ accumulator: inout Accumulator, _ context: LayerContext
  ) {
    guard let trace = options.trace else { return }
    accumulator.note(TraceStep(name, layer: context.directory.shown, at: position), trace)
  }

  /// Runs what has no configuration of its own.
  func follow(
    _ name: String, at position: Position, _ set: inout ResourceSet, _ context: LayerContext,
    _ change: (inout ResourceSet) -> Void
  ) {
    guard let trace = options.trace else { return change(&set) }
    trace.follow(TraceStep(name, layer: context.directory.shown, at: position), &set, change)
  }

  /// Runs a transformer: entry by entry for who follows the build, as far as that does not take much longer.
  func apply(
    _ transform: Configured<any Transform>, to set: inout ResourceSet, _ kustomization: Kustomization,
    _ context: LayerContext
  ) {
    guard let trace = options.trace, let whole = transform.step else {
      return transform.plugin.apply(to: &set, context.transforming)
    }
    let steps = FieldSteps(type(of: transform.plugin).fields, kustomization, context)
    let step = { @Sendable (place: Position?) in place.map { steps.step($0) } ?? whole }
    let parts = transform.plugin.parts
    guard parts.count > 1, parts.count * set.resources.count <= Self.mostVisits else {
      var given = context.transforming
      given.notes = ChangeNotes { trace.note(step($0), $1, removed: $2, &$3) }
      return trace.follow(whole, &set) { transform.plugin.apply(to: &$0, given) }
    }
    for part in parts { trace.follow(step(part.place), &set) { part.apply(to: &$0, context.transforming) } }
  }

  /// Each entry by itself looks over all objects.
  private static let mostVisits = 250_000
}

/// The entries of a field of a kustomization file as steps.
struct FieldSteps: Sendable {
  private let names: [String]
  private let kustomization: Kustomization
  private let layer: String

  init(_ fields: [FieldDescription], _ kustomization: Kustomization, _ context: LayerContext) {
    names = fields.map(\.name)
    self.kustomization = kustomization
    layer = context.directory.shown
  }

  func step(_ place: Position?) -> TraceStep {
    let pairs = kustomization.root.pairs.filter { names.contains($0.key.text) }
    guard let first = pairs.first else {
      return TraceStep(names.first ?? "", layer: layer, at: kustomization.root.position)
    }
    guard let place else { return step(first.key, first.value) }
    for pair in pairs {
      for entry in pair.value.items ?? [] where entry.covers(place) {
        return TraceStep(pair.key.text, layer: layer, at: entry.position, lastLine: entry.lastLine)
      }
    }
    let pair = pairs.first { $0.value.covers(place) } ?? first
    return step(pair.key, pair.value)
  }

  private func step(_ key: Scalar, _ value: Node) -> TraceStep {
    TraceStep(key.text, layer: layer, at: key.position, lastLine: value.lastLine)
  }
}

extension Node {
  /// The last line that something of it begins in.
  fileprivate var lastLine: UInt32 {
    switch self {
    case .scalar(let scalar): scalar.lastLine
    case .sequence(let sequence): max(position.line, sequence.items.last?.lastLine ?? 0)
    case .mapping(let mapping):
      max(
        position.line,
        mapping.pairs.lazy.map { max($0.key.position.line, $0.value.lastLine) }.max() ?? 0)
    }
  }

  fileprivate func covers(_ place: Position) -> Bool {
    place.file == position.file && position.line <= place.line && place.line <= lastLine
      && (position.line < place.line || position.column <= place.column)
  }
}

extension Scalar {
  /// A block goes on below its head.
  fileprivate var lastLine: UInt32 {
    guard style == .literal || style == .folded else { return position.line }
    return position.line + UInt32(text.utf8.count { $0 == UInt8(ascii: "\n") } + 1)
  }
}
