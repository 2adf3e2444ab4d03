internal import Diagnostics
internal import Files
internal import InstanceGroups
internal import Layers
internal import Machine
internal import Resources
internal import Transforms
internal import YAML

/// Renders kustomization directories: bytes → tree → resources → layers → expansion → bytes.
///
/// ```
/// let outcome = Build(options: .init()).run(["overlays/production"])
/// ```
///
/// Data goes one way. A directory is read into a set of objects, layer by layer (`Layers`); instance groups become
/// StatefulSets and Services (`InstanceGroups`); references follow the names that changed; the set is written out.
/// Mistakes in the input are collected on the way and stop the build before anything is written.
public struct Build: Sendable {
  public struct Options: Sendable {
    /// The order of the objects: `legacy`, `none`, or `nil` for kustomize's default.
    public var reorder: Reorder?
    /// Whether files outside of a kustomization's directory may be read.
    public var allowsOutsideFiles = false
    /// Adds the label `app.kubernetes.io/managed-by`.
    public var addsManagedByLabel = false
    /// Whether a patch that matches nothing is an error and not a warning.
    public var isStrict = false
    /// Whether to give kustomize's bytes also where they are a defect of its.
    public var isCompatible = false
    /// Whether what is named by a URL may be fetched, with Git or curl.
    public var allowsRemote = false
    /// Whether the groups' first instance is the one that bootstraps (else the last).
    public var isInitialRollout = true
    /// A file of manifests that come before everything that a kustomization names; `-` is standard input.
    public var givenManifests: String?
    /// What may be run besides.
    public var plugins = Plugins()
    /// What is to be made of BOSH manifests.
    public var deployment = Deployment()
    /// More bytes than this are read of no file.
    public var maxFileSize = InputLimits.fileSize
    /// How many bytes can be made of what is read, besides a share of it.
    public var maxGrowth = InputLimits.growth
    /// Whether messages tell what was passed over, too.
    public var isVerbose = false
    /// Whether every line of a manifest has its source behind it, as a comment.
    public var annotatesSources = false
    /// What follows every object through the build.
    var trace: BuildTrace?

    public init() {}

    /// Where a run enters what it reads.
    var sourceFiles: SourceFiles { SourceFiles(sizeLimit: maxFileSize, growthLimit: maxGrowth) }
  }

  public enum Reorder: String, Sendable, CaseIterable {
    case legacy, none
  }

  private var options: Options
  private let progress: Progress?

  /// - Parameter progress: what is told of each directory that is done.
  public init(options: Options, progress: Progress? = nil) {
    self.options = options
    self.progress = progress
  }

  /// The directories that are built when none is named: this one, or else those in `overlays`.
  public static var directories: [String] {
    if Directory.holdsKustomization(".") { return ["."] }
    let overlays = FileSystem.names(in: "overlays").map { FilePath.join("overlays", $0) }
    let found = overlays.filter(Directory.holdsKustomization)
    return found.isEmpty ? ["."] : found
  }

  /// Builds each directory, several in parallel, in the order given; without any, the BOSH manifest alone.
  public func run(_ directories: [String]) -> Outcome {
    let inputs = Inputs(options, count: directories.count)
    defer { inputs.access.remote?.removeAll() }
    let lock = options.deployment.interpolation.store.map(StoreLock.init)
    let count = max(directories.count, options.deployment.hasManifest ? 1 : 0)
    progress?.plan(count)
    let renderings = [Rendering](inParallel: count, if: true) { index in
      defer { progress?.finishStep() }
      return render(directories.isEmpty ? nil : directories[index], inputs)
    }
    return Outcome(renderings: renderings, files: inputs.files, lock: lock, isVerbose: options.isVerbose)
  }

  /// The instances of every group, as `zonal instances` shows them.
  ///
  /// - Parameter directory: `nil` when a BOSH manifest is all there is.
  public func instances(_ directory: String?) -> InstanceListing {
    let inputs = Inputs(options, count: 1)
    defer { inputs.access.remote?.removeAll() }
    let report = Report()
    var set = directory.flatMap { gather($0, inputs, report) }?.set ?? ResourceSet()
    var store: GeneratedStore?
    let groups = report.hasErrors ? [] : addDeployments(to: &set, seenBy: [], &store, inputs, report)
    let tables =
      report.hasErrors ? [] : expansion(inputs.files, report, quarksGroups: groups).instances(of: set)
    return InstanceListing(tables: tables, report: report, files: inputs.files)
  }

  /// The objects of one directory, for who compares them.
  ///
  /// - Parameter shown: how messages name the directory.
  /// - Returns: `nil` after a report.
  func set(of directory: String?, shown: String?, _ files: SourceFiles, _ report: Report) -> ResourceSet? {
    let inputs = Inputs(options, count: 1, files)
    defer { inputs.access.remote?.removeAll() }
    var store: GeneratedStore?
    return set(of: directory, shown: shown, &store, inputs, report)
  }

  /// The objects of one directory, of which nothing is expanded yet; `nil` after a report.
  func layers(of directory: String, _ files: SourceFiles, _ report: Report) -> ResourceSet? {
    let inputs = Inputs(options, count: 1, files)
    defer { inputs.access.remote?.removeAll() }
    return gather(directory, inputs, report)?.set
  }

  // MARK: The stages

  /// What the builds of one run have in common.
  private struct Inputs: Sendable {
    let files: SourceFiles
    let access: FileAccess

    /// - Parameter count: the number of builds.
    init(_ options: Options, count: Int, _ files: SourceFiles? = nil) {
      self.files = files ?? options.sourceFiles
      var access = FileAccess()
      access.restrictor = options.allowsOutsideFiles ? .none : .rootOnly
      access.shared = SharedFiles(isOfSeveralBuilds: count > 1)
      access.remote = options.allowsRemote ? RemoteSources() : nil
      self.access = access
    }
  }

  private func render(_ directory: String?, _ inputs: Inputs) -> Rendering {
    var rendering = Rendering()
    var build = self
    if options.annotatesSources { build.options.trace = BuildTrace() }
    guard let set = build.set(of: directory, &rendering.store, inputs, rendering.report) else {
      return rendering
    }
    let pieces =
      build.options.trace.map { AnnotatedWriter($0, inputs.files).pieces(of: set, rendering.report) }
      ?? ManifestWriter.pieces(of: set, within: inputs.files.growth, rendering.report)
    guard !rendering.report.hasErrors else { return rendering }
    rendering.manifest = Manifest(pieces: pieces)
    rendering.set = set
    return rendering
  }

  /// - Parameter directory: `nil` when a BOSH manifest is all there is.
  private func set(
    of directory: String?, shown: String? = nil, _ store: inout GeneratedStore?, _ inputs: Inputs,
    _ report: Report
  ) -> ResourceSet? {
    let gathered = directory.map { gather($0, shown: shown, inputs, report) } ?? .empty
    guard var layers = gathered, !report.hasErrors else { return nil }
    var groups: Set<ResourceID> = []
    follow("BOSH manifest", &layers.set) {
      groups = addDeployments(to: &$0, seenBy: layers.variables, &store, inputs, report)
    }
    guard !report.hasErrors else { return nil }
    // Names of ConfigMaps get their hashes first, because groups refer to them …
    follow("name hash", &layers.set) { NameHashes.add(to: &$0) }
    follow("expansion", &layers.set) {
      expansion(inputs.files, report, quarksGroups: groups).expand(&$0)
    }
    guard !report.hasErrors else { return nil }
    SetChecks.identities(layers.set, report)
    follow("name references", &layers.set) {
      NameReferences.update(&$0, layers.fields, isCompatible: options.isCompatible, report)
    }
    follow("vars", &layers.set) {
      VariableReferences.resolve(layers.variables, in: &$0, layers.fields, inputs.files, report)
    }
    // … and names of errands last, because theirs must change whenever anything in them does.
    follow("name hash", &layers.set) { NameHashes.add(to: &$0) }
    follow("local configuration", &layers.set) { LocalConfiguration.drop(from: &$0) }
    if options.addsManagedByLabel || layers.metadata.notes.contains(.managedByLabel) {
      follow("managed-by label", at: layers.metadata.position, &layers.set) { ManagedBy.label(&$0) }
    }
    follow("buildMetadata", at: layers.metadata.position, &layers.set) { layers.metadata.annotate(&$0) }
    follow("output form", &layers.set) {
      FinishedObjects.finish(&$0, isCompatible: options.isCompatible, report)
    }
    order(layers).sort(&layers.set)
    return report.hasErrors ? nil : layers.set
  }

  /// Runs a stage, of which a recorder notes what it made, changed and took away.
  private func follow(
    _ stage: String, at position: Position = .none, _ set: inout ResourceSet,
    _ change: (inout ResourceSet) -> Void
  ) {
    guard let trace = options.trace else { return change(&set) }
    trace.follow(TraceStep(stage, at: position), &set, change)
  }

  private func gather(
    _ path: String, shown: String? = nil, _ inputs: Inputs, _ report: Report
  ) -> Layers.Result? {
    var layerOptions = layerOptions(inputs)
    layerOptions.given = options.givenManifests.flatMap { GivenManifests.read($0, inputs.files, report) }
    guard !report.hasErrors else { return nil }
    if let directory = inputs.access.target(path, shown: shown, inputs.files, report) {
      return Layers(files: inputs.files, report: report, options: layerOptions).build(directory)
    }
    guard !report.hasErrors else { return nil }
    let kind = FileSystem.kind(of: path)
    report.add(
      Diagnostic(
        "no-directory", cause: kind == nil ? .system : .input,
        kind.map { "\"\(path)\" is \($0.rawValue), not a directory" } ?? "there is no directory \"\(path)\"",
        at: inputs.files.place(of: path),
        hint: kind == .file
          ? "name it under resources of a kustomization.yaml, and build the directory of that"
          : "name a directory that holds a kustomization.yaml"))
    return nil
  }

  private func layerOptions(_ inputs: Inputs) -> LayerOptions {
    var layerOptions = LayerOptions()
    layerOptions.access = inputs.access
    layerOptions.isStrict = options.isStrict
    layerOptions.isCompatible = options.isCompatible
    layerOptions.plugins = options.plugins.options
    layerOptions.trace = options.trace
    let expansion = expansionOptions
    layerOptions.transformers["zonal/v1alpha1/ExpandTransformer"] = { set, report, files in
      Expansion(report: report, files: files, options: expansion).expand(&set)
    }
    return layerOptions
  }

  /// - Returns: the groups that BOSH manifests became.
  private func addDeployments(
    to set: inout ResourceSet, seenBy variables: [Variable], _ store: inout GeneratedStore?, _ inputs: Inputs,
    _ report: Report
  ) -> Set<ResourceID> {
    guard options.deployment.hasManifest || set.resources.contains(where: DeploymentBuild.isInput) else {
      return []
    }
    var deployments = DeploymentBuild(options, inputs.files, report) {
      inputs.access.download($0, report)
    }
    deployments.add(to: &set, seenBy: variables)
    store = deployments.store
    return deployments.groups
  }

  private func expansion(
    _ files: SourceFiles, _ report: Report, quarksGroups: Set<ResourceID> = []
  ) -> Expansion {
    var options = expansionOptions
    options.quarksGroups = quarksGroups
    return Expansion(report: report, files: files, options: options)
  }

  private var expansionOptions: Expansion.Options {
    .init(initialRollout: options.isInitialRollout, isStrict: options.isStrict)
  }

  /// What the kustomization says comes first, then the flag, then kustomize's default.
  private func order(_ layers: Layers.Result) -> SortOrder {
    layers.sortOrder ?? SortOrder(order: options.reorder == Reorder.none ? .fifo : .legacy)
  }
}
