package import Diagnostics
package import Files
internal import Machine
package import Resources
package import Transforms
internal import YAML

/// Builds a kustomization and everything it names.
///
/// A layer gathers, then generates, then transforms: resources and bases in order, generators, components,
/// transformers (kustomize v5 `accumulateTarget`). What concerns the whole build (hashes in names, references,
/// the order of the output) is left to the caller: it happens once, after the outermost layer.
package struct Layers {
  let files: SourceFiles
  let report: Report
  let options: LayerOptions
  private let graph = LayerGraph()

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
    package var metadata: BuildMetadata
    package var variables: [Variable]

    /// What a build without a kustomization starts from.
    package static var empty: Result {
      Result(
        set: ResourceSet(), sortOrder: nil, fields: .standard, metadata: BuildMetadata(), variables: [])
    }
  }

  /// - Returns: `nil` when the directory holds no kustomization that can be read; mistakes are in the report.
  package func build(_ directory: Directory) -> Result? {
    var context = context(directory)
    guard let kustomization = context.loadKustomization(namedAt: nil) else { return nil }
    let sortOrder = Kustomization.sortOptions.read(kustomization, report)
    sortOrder?.check(report)
    let metadata = BuildMetadata.read(kustomization, report)
    context.place = metadata.needsOrigins ? LayerPlace(path: ".") : nil
    var accumulator = Accumulator()
    accumulator.most = options.mostObjects
    graph.layer(context, named: Located(directory.shown, .none)) {
      accumulate(kustomization, into: &accumulator, context)
    }
    return Result(
      set: accumulator.set, sortOrder: sortOrder, fields: accumulator.fields, metadata: metadata,
      variables: accumulator.variables)
  }

  private func context(_ directory: Directory, openAPI: OpenAPI? = nil) -> LayerContext {
    var context = LayerContext(directory: directory, files: files, report: report, options: options)
    context.openAPI = openAPI
    return context
  }

  private func openAPI(_ kustomization: Kustomization, _ context: LayerContext) -> OpenAPI? {
    // Kubernetes' own kinds keep their merge keys when a layer within others has a schema of its own.
    let keepsBuiltin = !context.isOutermost && (context.readsOtherKinds || !options.isCompatible)
    return OpenAPI.read(kustomization, keepsBuiltin: keepsBuiltin, context.transforming)
  }

  private func accumulate(
    _ kustomization: Kustomization, into accumulator: inout Accumulator, _ context: LayerContext
  ) {
    var context = context
    context.openAPI = context.openAPI ?? openAPI(kustomization, context)
    if context.isOutermost, let given = options.given { add(given, to: &accumulator, context) }
    let resources = Kustomization.resources.read(kustomization, report) ?? []
    let bases = Kustomization.bases.read(kustomization, report) ?? []
    add(resources + bases, to: &accumulator, context)
    accumulator.add(
      ConfigurationFile.additions(kustomization, context.transforming),
      definitions: CustomDefinitions.additions(kustomization, context.transforming), report)
    for generator in generators.flatMap({ read($0, kustomization, context) })
      + configuredGenerators(kustomization, context)
    {
      for var resource in generator.plugin.generate(context) {
        resource.origin = generator.origin
        accumulator.absorb(resource, report)
      }
      if let trace = options.trace, let step = generator.step { accumulator.note(step, trace) }
    }
    for component in Kustomization.components.read(kustomization, report) ?? [] {
      addComponent(component, to: &accumulator, context)
    }
    // What a base or component says holds here, too, where this layer says nothing.
    context.openAPI = context.openAPI ?? accumulator.openAPI
    accumulator.openAPI = accumulator.openAPI ?? context.openAPI
    if let scopes = context.openAPI?.scopes { accumulator.change { scopes.note(at: &$0) } }
    context.transforming.fields = accumulator.fields
    let builtin = transformOrder.flatMap { read($0, kustomization, context) }
    let configured = configuredTransforms(Kustomization.transformers, kustomization, context)
    let validators = configuredTransforms(Kustomization.validators, kustomization, context)
    // A transformer that met a gap would only repeat what was reported already.
    guard !report.hasErrors, context.affords(accumulator) else { return }
    accumulator.change { set in
      // Once there is too much, whatever follows would only take its time.
      for transform in builtin + configured where !report.has(Growth.tooMuch) {
        apply(transform, to: &set, kustomization, context)
        set.note(transform.origin, times: transform.plugin.stepCount, context)
      }
      for validator in validators {
        let position = kustomization.position(of: "validators")
        follow("validators", at: position, &set, context) {
          Validation.run(validator.plugin, on: &$0, at: position, context.transforming)
        }
      }
    }
    accumulator.define(Variable.field.read(kustomization, report) ?? [], report)
  }

  // MARK: Resources, bases and components

  private func add(_ given: SourceFile, to accumulator: inout Accumulator, _ context: LayerContext) {
    let documents = given.composed(in: files, report, .error)?.nodes ?? []
    let resources = ObjectReading(report: report, isOfBuild: true).resources(documents)
    if resources.isEmpty, !report.hasErrors {
      report.error(
        "no-manifests", "there are no manifests to render", at: files.place(of: given.path),
        hint: "pipe into it what helm template prints, or name it as helm's --post-renderer")
    }
    accumulator.append(ResourceSet(context.withOrigin(resources, named: given.path)), report)
    note("given manifests", at: .none, &accumulator, context)
  }

  private func add(
    _ names: [Located<String>], to accumulator: inout Accumulator, _ context: LayerContext
  ) {
    var context = context
    let read = ParallelReading(context).resources(of: names)
    var firsts: [KeyBytes: Position] = [:]
    var failed: Set<KeyBytes> = []
    for (index, name) in names.enumerated() {
      let path = FilePath.normalized(name.value)
      if let first = firsts[path] {
        report.error(
          "resource-twice", "\"\(name.value)\" is named twice", at: name.position,
          notes: [.init("first here", at: first)], hint: "remove one of the entries")
        continue
      }
      // It would only say the same again.
      if failed.contains(KeyBytes(text: path)) { continue }
      guard var gathered = read[index].map(Accumulator.init) ?? gather(name, context) else {
        failed.insert(KeyBytes(text: path))
        continue
      }
      if !gathered.set.resources.isEmpty { firsts[path] = name.position }
      if context.place != nil {
        gathered.change { $0.resources = context.withOrigin($0.resources, named: name.value) }
      }
      note("resources", at: name.position, &gathered, context)
      let isBase = context.layer.namesDirectory(name.value)
      if options.isCompatible, !context.readsOtherKinds { context.readsOtherKinds = gathered.holdsOtherKinds }
      guard gathered.addedFieldCount == 0 || holdsFields(of: accumulator, name, context) else { return }
      accumulator.merge(consume gathered, from: isBase ? name : nil, report)
    }
  }

  /// What a file or a base gives.
  ///
  /// - Parameter isOfBuild: whether these are objects to build, no configurations of plugins.
  func gather(_ name: Located<String>, isOfBuild: Bool = true, _ context: LayerContext) -> Accumulator? {
    guard !name.value.isEmpty else {
      report.error(
        "empty-path", "this entry names no file or directory", at: name.position,
        hint: "write a path, or remove it")
      return nil
    }
    if context.layer.namesDirectory(name.value) { return base(name, context) }
    return context.layer.documents(name).map {
      Accumulator(ObjectReading(report: report, isOfBuild: isOfBuild).resources($0))
    }
  }

  private func base(_ name: Located<String>, _ context: LayerContext) -> Accumulator? {
    guard let directory = context.layer.directory(name) else { return nil }
    var inner = self.context(directory, openAPI: context.openAPI)
    inner.place = context.place(ofDirectory: name.value)
    inner.isOutermost = false
    inner.readsOtherKinds = context.readsOtherKinds
    return graph.base(inner, named: name) {
      guard let kustomization = kustomization(of: inner, namedAt: name) else { return nil }
      guard !kustomization.isComponent else {
        report.error(
          "component-as-resource", "\"\(name.value)\" is a Component", at: name.position,
          hint: "name it under components")
        return nil
      }
      var accumulator = Accumulator()
      accumulator.most = options.mostObjects
      accumulate(kustomization, into: &accumulator, inner)
      return accumulator
    }
  }

  /// Whether there is room to sort out once more where transformers write, which each base and component asks for.
  private func holdsFields(
    of accumulator: Accumulator, _ name: Located<String>, _ context: LayerContext
  ) -> Bool {
    context.files.growth.holds(
      Accumulator.weightOfField, times: accumulator.addedFieldCount, of: "this layer", at: name.position,
      report)
  }

  private func addComponent(
    _ name: Located<String>, to accumulator: inout Accumulator, _ context: LayerContext
  ) {
    if let kind = context.directory.kind(of: name.value), kind != .directory {
      report.error(
        "file-as-component", "\"\(name.value)\" is \(kind.rawValue); a component is a directory",
        at: name.position, hint: "name a file under resources or patches")
      return
    }
    guard let directory = context.layer.directory(name) else { return }
    var inner = self.context(directory, openAPI: context.openAPI)
    inner.place = context.place(ofDirectory: name.value)
    inner.isOutermost = false
    inner.readsOtherKinds = context.readsOtherKinds
    guard let kustomization = kustomization(of: inner, namedAt: name) else { return }
    guard kustomization.isComponent else {
      report.error(
        "kustomization-as-component", "\"\(name.value)\" is no Component", at: name.position,
        hint:
          "name it under resources, or give it kind: Component and apiVersion: \(Kustomization.componentVersion)"
      )
      return
    }
    graph.layer(inner, named: name) { accumulate(kustomization, into: &accumulator, inner) }
    if holdsFields(of: accumulator, name, context) { accumulator.mergeFieldsAgain(report) }
  }

  private func kustomization(of layer: LayerContext, namedAt name: Located<String>) -> Kustomization? {
    graph.kustomization(of: layer) { layer.loadKustomization(namedAt: name.position) }
  }
}
