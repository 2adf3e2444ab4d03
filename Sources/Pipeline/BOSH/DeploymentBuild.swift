internal import BOSH
internal import Diagnostics
internal import InstanceGroups
internal import Machine
internal import Resources
internal import Transforms
internal import YAML

extension Build {
  /// How BOSH manifests are turned into groups.
  public struct Deployment: Sendable {
    /// A manifest to build, with its ops and variables; `BOSHDeployment` objects bring their own manifests and ops.
    public var interpolation = ManifestInterpolation.Options(manifest: "")
    /// The deployment's name, in place of the manifest's.
    public var name: String?
    /// Where `jobs-src` lies.
    public var baseDirectory: String?
    /// Whether `instances` counts all zones, as in BOSH.
    public var spreadsTotal = false
    /// Whether groups of which nothing says what they run are left out.
    public var skipsGroupsWithoutProcesses = false
    /// Whether the values of variables become Secrets, and are generated where they are missing.
    public var writesSecrets = false
    /// Whether the scripts of `pre_render_scripts` may change the sources.
    public var runsScripts = false
    /// How long templates may take.
    public var timeLimit: Duration = .seconds(60)

    public init() {}

    var hasManifest: Bool { !interpolation.manifest.isEmpty }
  }
}

/// Puts the groups of BOSH manifests into a set.
struct DeploymentBuild {
  let options: Build.Options
  let files: SourceFiles
  let report: Report
  /// Fetches what a URL names.
  private let download: (Located<String>) -> SourceFile?
  private(set) var store: GeneratedStore?
  /// What is in the store, or will be.
  private var stored: VariableStore?
  /// The groups that were made.
  private(set) var groups: Set<ResourceID> = []

  init(
    _ options: Build.Options, _ files: SourceFiles, _ report: Report,
    download: @escaping (Located<String>) -> SourceFile?
  ) {
    self.options = options
    self.files = files
    self.report = report
    self.download = download
  }

  static func isInput(_ resource: Resource) -> Bool { QuarksDeployment.isKind(of: resource) }

  private var deployment: Build.Deployment { options.deployment }
  private var inputs: InterpolationInputs { InterpolationInputs(files: files, report: report) }

  /// - Parameter variables: the vars of the outermost layer, which groups of no layer are seen by, too.
  mutating func add(to set: inout ResourceSet, seenBy variables: [Variable]) {
    for index in set.resources.indices.reversed() where QuarksDeployment.isKind(of: set.resources[index]) {
      let object = set.resources.remove(at: index)
      var made = resources(of: object, in: set)
      if !object.awaitedVariables.isEmpty {
        for place in made.indices { made[place].awaitedVariables = object.awaitedVariables }
      }
      set.resources.insert(contentsOf: made, at: index)
    }
    guard deployment.hasManifest else { return }
    let (manifest, operations) = inputs.manifest(deployment.interpolation)
    let interpolation = Interpolation(
      operations, values: inputs.values(deployment.interpolation), growth: files.growth, report: report)
    var made = resources(manifest, interpolation, namespace: nil, name: deployment.name, set)
    if !variables.isEmpty {
      let names = Set(variables.map { KeyBytes(text: $0.name.value) })
      for place in made.indices { made[place].awaitedVariables = [names] }
    }
    set.resources += made
  }

  private mutating func resources(of object: Resource, in set: ResourceSet) -> [Resource] {
    guard let quarks = QuarksDeployment.read(object, report), let source = quarks.manifest else { return [] }
    let holds = files.growth.holds(
      Self.ofObject, times: set.resources.count, of: "\(object.id)", at: object.namePosition, report)
    guard holds else { return [] }
    let sources = QuarksSources(set, of: object, files, report, download: download)
    var interpolation = Interpolation(growth: files.growth, report: report)
    interpolation.operations = quarks.ops.flatMap { source in
      sources.document(source, key: "ops").map { Operation.read($0, file: source.name.value, report) } ?? []
    }
    interpolation.values = inputs.values(deployment.interpolation)
    for variables in quarks.variables { sources.add(variables, to: &interpolation.values) }
    sources.addImplicit(to: &interpolation.values)
    let namespace = object.namespace.isEmpty ? nil : object.namespace
    let manifest = sources.document(source, key: "manifest")
    return resources(manifest, interpolation, namespace: namespace, name: object.name, set)
  }

  private mutating func resources(
    _ document: Node?, _ interpolation: Interpolation, namespace: String?, name: String?, _ set: ResourceSet
  ) -> [Resource] {
    var interpolation = interpolation
    interpolation.requiresValues = true
    interpolation.store = stored ?? deployment.interpolation.store.flatMap(inputs.store)
    if deployment.writesSecrets, interpolation.store == nil { interpolation.store = temporaryStore() }
    guard let document, !report.hasErrors else { return [] }
    var filled = interpolation.apply(to: document)
    interpolation.parts.forEach(files.keepSecret)
    PreRenderOps.apply(to: &filled, report)
    guard !report.hasErrors, var manifest = DeploymentManifest.read(filled, report), !report.hasErrors else {
      return []
    }
    guard isAffordable(manifest) else { return [] }
    if let name { manifest.name.value = name }
    keep(interpolation.store)
    let conversion = DeploymentConversion(options: conversionOptions(namespace), files, report)
    let topology = set.resources.first { $0.gvk.kind == "Topology" && $0.gvk.group == "zonal" }
    let made = conversion.resources(of: manifest, topology: topology)
    groups.formUnion(made.filter { $0.gvk.kind == "InstanceGroup" }.map(\.id))
    return secrets(interpolation, namespace) + made
  }

  /// Many deployments may be of one manifest.
  private func isAffordable(_ manifest: DeploymentManifest) -> Bool {
    let jobs = manifest.groups.reduce(0) { $0 + $1.jobs.count }
    return files.growth.holds(
      Self.ofGroup * manifest.groups.count + Self.ofJob * jobs, of: "this manifest",
      at: manifest.name.position, report)
  }

  /// To look at an object, or to turn a group or a job into others, takes about as long as to make so many bytes.
  private static let (ofObject, ofGroup, ofJob) = (64, 8 << 10, 2 << 10)

  private func conversionOptions(_ namespace: String?) -> DeploymentConversion.Options {
    var conversion = DeploymentConversion.Options()
    conversion.baseDirectory = deployment.baseDirectory
    conversion.isInitialRollout = options.isInitialRollout
    conversion.spreadsTotal = deployment.spreadsTotal
    conversion.skipsGroupsWithoutProcesses = deployment.skipsGroupsWithoutProcesses
    conversion.namespace = namespace
    conversion.runsScripts = deployment.runsScripts
    conversion.timeLimit = deployment.timeLimit
    return conversion
  }

  // MARK: Variables

  /// What is generated into Secrets alone is another value in every build.
  private func temporaryStore() -> VariableStore? {
    report.warning(
      "values-not-kept", "values that are generated now are others in the next build",
      at: files.place(of: "--vars-secrets"), hint: "name a file that keeps them with --vars-store")
    return VariableStore(nil, file: "", report)
  }

  private mutating func keep(_ store: VariableStore?) {
    guard let store, deployment.interpolation.store != nil else { return }
    stored = store
    if store.hasChanged { self.store = GeneratedStore(content: Manifest(bosh: store.document)) }
  }

  private func secrets(_ interpolation: Interpolation, _ namespace: String?) -> [Resource] {
    guard deployment.writesSecrets else { return [] }
    let values = interpolation.definitions.compactMap { definition in
      let name = definition.name.text
      let value = interpolation.values[name]?.value ?? interpolation.store?.document[name]
      return value.map { (definition.name, $0) }
    }
    return VariableSecrets.resources(values, namespace: namespace)
  }
}
