internal import Diagnostics
internal import Files
internal import Machine
internal import Programs
internal import Resources
internal import Transforms
internal import YAML

/// Transformers and generators: those that fields of a kustomization file ask for, and those with configurations of
/// their own.
extension Layers {
  func read(
    _ type: any Generator.Type, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Configured<any Generator>] {
    let origin = context.origin(ofField: type.configurationKind, in: kustomization)
    return type.read(kustomization, context).map {
      Configured(plugin: $0, origin: origin, step: step(type.fields, nil, kustomization, context))
    }
  }

  func read(
    _ type: any Transform.Type, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Configured<any Transform>] {
    let origin = context.origin(ofField: type.configurationKind, in: kustomization)
    return type.read(kustomization, context.transforming).map {
      Configured(plugin: $0, origin: origin, step: step(type.fields, $0.place, kustomization, context))
    }
  }

  func configuredTransforms(
    _ field: KustomizationField<[Scalar]>, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Configured<any Transform>] {
    configurations(field, kustomization, context).flatMap { configuration in
      let made = ownTransforms(for: configuration, context)
      if made == nil {
        let own = options.transformers.keys.map(FilePath.lastComponent)
        reportUnknown(configuration, "transformer", among: transformOrder.map { $0.configurationKind } + own)
      }
      return configured(made ?? [], by: configuration, context)
    }
  }

  func configuredGenerators(
    _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Configured<any Generator>] {
    configurations(Kustomization.generatorsField, kustomization, context).flatMap { configuration in
      let made = ownGenerators(for: configuration, context)
      if made == nil {
        reportUnknown(configuration, "generator", among: generators.map { $0.configurationKind })
      }
      return configured(made ?? [], by: configuration, context)
    }
  }

  /// - Returns: `nil` when the configuration is no transformer's; none after a report.
  private func ownTransforms(for configuration: Resource, _ context: LayerContext) -> [any Transform]? {
    let gvk = configuration.gvk
    if let transform = options.transformers["\(gvk.apiVersion)/\(gvk.kind)"] {
      return [ForeignTransform(transform: transform)]
    }
    let program = context.running
    if let plugins = program.plugins(for: configuration) {
      return plugins.map { ExternalTransform(plugin: $0, program: program) }
    }
    return transformOrder.first(where: { $0.configurationKind == gvk.kind })?
      .read(configuration: configuration.object, context.transforming)
  }

  /// - Returns: `nil` when the configuration is no generator's; none after a report.
  private func ownGenerators(for configuration: Resource, _ context: LayerContext) -> [any Generator]? {
    if let plugins = context.running.plugins(for: configuration) {
      return plugins.map { ExternalGenerator(plugin: $0) }
    }
    return generators.first(where: { $0.configurationKind == configuration.gvk.kind })?
      .read(configuration: configuration.object, context)
  }

  private func configured<Plugin>(
    _ plugins: [Plugin], by configuration: Resource, _ context: LayerContext
  ) -> [Configured<Plugin>] {
    plugins.map {
      Configured(plugin: $0, origin: configuration.originAsPlugin, step: step(configuration, context))
    }
  }

  /// The objects that `transformers` or `generators` name or hold.
  private func configurations(
    _ field: KustomizationField<[Scalar]>, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Resource] {
    var configurations = (field.read(kustomization, report) ?? []).flatMap { entry -> [Resource] in
      guard !context.files.growth.isFull else { return [] }
      if entry.text.utf8.contains(UInt8(ascii: "\n")) || entry.text.hasPrefix("{") {
        let inline = context.layer.documents(inline: entry).map {
          ObjectReading(report: report).resources($0)
        }
        return context.withOrigin(inline ?? [], named: FilePath.lastComponent(kustomization.path))
      }
      let named = gather(Located(entry.text, entry.position), isOfBuild: false, context)?.set.resources ?? []
      let holds = context.files.growth.holds(
        Self.ofConfiguration, times: named.count, of: "this file", at: entry.position, report)
      return holds ? context.withOrigin(named, named: entry.text) : []
    }
    if context.options.isCompatible {
      for index in configurations.indices where configurations[index].gvk.apiVersion == "builtin" {
        configurations[index].object.rereadAsConfiguration()
      }
    }
    return configurations
  }

  /// To read a configuration takes about as long as to make so many bytes; a file may be named many times.
  private static let ofConfiguration = 4 * Node.ownWeight

  private func reportUnknown(_ configuration: Resource, _ what: String, among kinds: [String]) {
    let gvk = configuration.gvk
    report.error(
      "unknown-plugin", "there is no \(what) \"\(gvk.kind)\" (\(gvk.apiVersion))",
      at: configuration.object["kind"]?.position ?? configuration.position,
      hint: suggestion(for: gvk.kind, among: kinds, otherwise: "the \(what)s are"))
  }
}

/// A transformer that another target brought along.
private struct ForeignTransform: Transform {
  let transform: BuiltinTransform

  static let fields: [FieldDescription] = []
  static let configurationKind = ""
  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] { [] }
  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] { [] }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    transform(&set, context.report, context.files)
  }
}
