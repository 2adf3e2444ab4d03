package import Diagnostics
package import Resources
internal import YAML

/// Builds a kustomization and everything it names.
///
/// A layer gathers, then generates, then transforms: resources and bases in order, generators, components,
/// transformers (kustomize v5 `accumulateTarget`). What concerns the whole build (hashes in names, references,
/// the order of the output) is left to the caller: it happens once, after the outermost layer.
package struct Layers {
  private let files: SourceFiles
  private let report: Report
  private let options: LayerOptions

  package init(files: SourceFiles, report: Report, options: LayerOptions) {
    self.files = files
    self.report = report
    self.options = options
  }

  package struct Result {
    package var set: ResourceSet
    /// What the kustomization itself says of the order.
    package var sortOrder: SortOrder?
    package var fields: FieldConfiguration
    package var variables: [Variable]
  }

  /// - Returns: `nil` when the directory holds no kustomization that can be read; mistakes are in the report.
  package func build(_ directory: Directory) -> Result? {
    let context = context(directory)
    guard let kustomization = context.loadKustomization(namedAt: nil) else { return nil }
    var accumulator = Accumulator()
    accumulate(kustomization, into: &accumulator, context)
    return Result(
      set: accumulator.set, sortOrder: Kustomization.sortOptions.read(kustomization, report),
      fields: accumulator.fields(report), variables: accumulator.variables)
  }

  private func context(_ directory: Directory, openAPI: OpenAPI? = nil) -> LayerContext {
    var context = LayerContext(
      directory: directory, files: files, report: report, options: options, fields: .standard)
    context.openAPI = openAPI
    return context
  }

  private func accumulate(
    _ kustomization: Kustomization, into accumulator: inout Accumulator, _ context: LayerContext
  ) {
    var context = context
    context.openAPI = context.openAPI ?? OpenAPI.read(kustomization, context)
    let resources = Kustomization.resources.read(kustomization, report) ?? []
    let bases = Kustomization.bases.read(kustomization, report) ?? []
    add(resources + bases, to: &accumulator, context)
    accumulator.additions += ConfigurationFile.additions(kustomization, context)
    accumulator.additions += CustomDefinitions.additions(kustomization, context)
    for generator in generators.flatMap({ $0.read(kustomization, context) })
      + configuredGenerators(kustomization, context)
    {
      for resource in generator.generate(context) { accumulator.absorb(resource, report) }
    }
    for component in Kustomization.components.read(kustomization, report) ?? [] {
      addComponent(component, to: &accumulator, context)
    }
    // What a base or component says holds here, too, where this layer says nothing.
    context.openAPI = context.openAPI ?? accumulator.openAPI
    accumulator.openAPI = accumulator.openAPI ?? context.openAPI
    context.fields = accumulator.fields(report)
    let builtin = transformOrder.flatMap { $0.read(kustomization, context) }
    let configured = configuredTransforms(kustomization, context)
    // A transformer that met a gap would only repeat what was reported already.
    guard !report.hasErrors else { return }
    accumulator.change { set in
      for transform in builtin + configured { transform.apply(to: &set, context) }
    }
    accumulator.define(Variable.field.read(kustomization, report) ?? [], report)
  }

  // MARK: Resources, bases and components

  private func add(
    _ names: [Located<String>], to accumulator: inout Accumulator, _ context: LayerContext
  ) {
    let read = ParallelReading(context).resources(of: names)
    for (index, name) in names.enumerated() {
      if let resources = read[index] {
        accumulator.append(resources, report)
      } else if let gathered = gather(name, context) {
        accumulator.merge(gathered, report)
      }
    }
  }

  /// What a file or a base gives.
  private func gather(_ name: Located<String>, _ context: LayerContext) -> Accumulator? {
    if let scheme = remoteScheme(name.value) {
      report.error(
        "remote-resource", "\"\(name.value)\" is remote (\(scheme))", at: name.position,
        hint: "copy it into the repository and name the file or directory here")
      return nil
    }
    if context.directory.kind(of: name.value) == .directory { return base(name, context) }
    return context.documents(name).map { Accumulator(ObjectReading(report: report).resources($0)) }
  }

  private func remoteScheme(_ name: String) -> String? {
    ["https://", "http://", "git@", "ssh://", "git::", "github.com/", "file://"].first(where: name.hasPrefix)
  }

  private func base(_ name: Located<String>, _ context: LayerContext) -> Accumulator? {
    guard let directory = context.directory.child(name, report) else { return nil }
    let inner = self.context(directory, openAPI: context.openAPI)
    guard let kustomization = inner.loadKustomization(namedAt: name.position) else { return nil }
    guard !kustomization.isComponent else {
      report.error(
        "component-as-resource", "\"\(name.value)\" is a Component", at: name.position,
        hint: "name it under components")
      return nil
    }
    var accumulator = Accumulator()
    accumulate(kustomization, into: &accumulator, inner)
    return accumulator
  }

  private func addComponent(
    _ name: Located<String>, to accumulator: inout Accumulator, _ context: LayerContext
  ) {
    guard context.directory.kind(of: name.value) != .file else {
      report.error(
        "file-as-component", "\"\(name.value)\" is a file; a component is a directory", at: name.position,
        hint: "name a file under resources or patches")
      return
    }
    guard let directory = context.directory.child(name, report) else { return }
    let inner = self.context(directory, openAPI: context.openAPI)
    guard let kustomization = inner.loadKustomization(namedAt: name.position) else { return }
    guard kustomization.isComponent else {
      report.error(
        "kustomization-as-component", "\"\(name.value)\" is no Component", at: name.position,
        hint:
          "name it under resources, or give it kind: Component and apiVersion: \(Kustomization.componentVersion)"
      )
      return
    }
    accumulate(kustomization, into: &accumulator, inner)
  }

  // MARK: Transformers and generators with configurations of their own

  private func configuredTransforms(
    _ kustomization: Kustomization, _ context: LayerContext
  ) -> [any Transform] {
    configurations(Kustomization.transformers, kustomization, context).flatMap {
      configuration -> [any Transform] in
      let kind = configuration.gvk.kind
      if let transform = options.transformers["\(configuration.gvk.apiVersion)/\(kind)"] {
        return [ForeignTransform(transform: transform)]
      }
      if let type = transformOrder.first(where: { $0.configurationKind == kind }) {
        return type.read(configuration: configuration.object, context)
      }
      reportUnknown(
        configuration, "transformer",
        among: transformOrder.map { $0.configurationKind }
          + options.transformers.keys.map(FilePath.lastComponent))
      return []
    }
  }

  private func configuredGenerators(
    _ kustomization: Kustomization, _ context: LayerContext
  ) -> [any Generator] {
    configurations(Kustomization.generatorsField, kustomization, context).flatMap {
      configuration -> [any Generator] in
      if let type = generators.first(where: { $0.configurationKind == configuration.gvk.kind }) {
        return type.read(configuration: configuration.object, context)
      }
      reportUnknown(configuration, "generator", among: generators.map { $0.configurationKind })
      return []
    }
  }

  /// The objects that `transformers` or `generators` name or hold.
  private func configurations(
    _ field: KustomizationField<[Scalar]>, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [Resource] {
    (field.read(kustomization, report) ?? []).flatMap { entry -> [Resource] in
      if entry.text.utf8.contains(UInt8(ascii: "\n")) || entry.text.hasPrefix("{") {
        return context.documents(inline: entry).map { ObjectReading(report: report).resources($0) } ?? []
      }
      return gather(Located(entry.text, entry.position), context)?.set.resources ?? []
    }
  }

  private func reportUnknown(_ configuration: Resource, _ what: String, among kinds: [String]) {
    let gvk = configuration.gvk
    report.error(
      "unknown-plugin", "there is no \(what) \"\(gvk.kind)\" (\(gvk.apiVersion))", at: configuration.position,
      hint: suggestion(for: gvk.kind, among: kinds, otherwise: "the \(what)s are"))
  }
}

/// A transformer that another target brought along.
private struct ForeignTransform: Transform {
  let transform: BuiltinTransform

  static let fields: [FieldDescription] = []
  static let configurationKind = ""
  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Transform] { [] }
  static func read(configuration: Node, _ context: LayerContext) -> [any Transform] { [] }

  func apply(to set: inout ResourceSet, _ context: LayerContext) {
    transform(&set, context.report, context.files)
  }
}
