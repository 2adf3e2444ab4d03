internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import YAML

/// A function that reads a ResourceList and writes one: a container, or a program of this machine.
struct KRMFunction: ExternalPlugin {
  private let configuration: Resource
  private let run: ProgramRun

  var shown: String { run.shown }
  var position: Position { run.position }

  /// - Parameter annotation: what makes the configuration a function's.
  /// - Returns: `nil` after a report.
  static func read(
    _ configuration: Resource, _ annotation: Mapping.Pair, _ context: ProgramContext
  ) -> KRMFunction? {
    guard let spec = FunctionSpec.read(annotation, context) else { return nil }
    let shown = "the function \"\(configuration.name)\""
    let allowance = FunctionAllowance(
      options: context.options.functions, directory: context.directory, report: context.report,
      shown: shown,
      position: annotation.key.position)
    let run: ProgramRun?
    if let container = spec.container {
      run = allowance.allows(container) ? Self.run(container, shown, annotation, context) : nil
    } else if let exec = spec.exec {
      run = allowance.allows(exec) ? Self.run(exec, shown, annotation, context) : nil
    } else {
      allowance.reportNothingToRun(spec)
      run = nil
    }
    return run.map { KRMFunction(configuration: configuration, run: $0) }
  }

  private static func run(
    _ container: FunctionSpec.Container, _ shown: String, _ annotation: Mapping.Pair,
    _ context: ProgramContext
  ) -> ProgramRun {
    let arguments = container.dockerArguments(
      context.options.functions, directory: context.directory.path)
    return ProgramRun(
      program: Program("docker", arguments), shown: shown, position: annotation.key.position,
      hints: .init(
        missing: "install docker, which runs functions in containers",
        failed: "mend what it says, or its configuration"))
  }

  private static func run(
    _ exec: FunctionSpec.Exec, _ shown: String, _ annotation: Mapping.Pair, _ context: ProgramContext
  ) -> ProgramRun {
    let name = exec.path.value
    let isPath = name.utf8.contains(UInt8(ascii: "/"))
    var program = Program(isPath ? FilePath.join(context.directory.path, name) : name)
    program.directory = context.directory.path
    let shownPath = context.directory.shown(name)
    return ProgramRun(
      program: program, shown: shown, position: annotation.key.position,
      hints: .init(
        missing: isPath
          ? FileSystem.kind(of: program.name) == nil
            ? context.directory.nearbyHint(name) : "let \(shownPath) be executed: chmod +x"
          : "install it on the PATH, or write \"./\(name)\" for a program beside the kustomization",
        failed: "mend what it says, or its configuration"))
  }

  // MARK: Running

  func generate(_ context: ProgramContext) throws(Stop) -> [Resource] {
    // kustomize gives a generator its own configuration to change: some know no other input.
    try resources(from: [local], ResourceSet(), context)
  }

  func transform(_ set: ResourceSet, _ context: ProgramContext) throws(Stop) -> [Resource] {
    try resources(from: set.resources.map { Resource(object: $0.identified) }, set, context)
  }

  /// The configuration, marked so that it is dropped where it comes back as an object.
  private var local: Resource {
    var local = configuration
    local.annotate([("config.kubernetes.io/local-config", "true")])
    return local
  }

  private func resources(
    from items: [Resource], _ set: ResourceSet, _ context: ProgramContext
  ) throws(Stop) -> [Resource] {
    var run = run
    run.program.input = ResourceList.bytes(items: items, configuration: local.object)
    let ending = try run.ending(context)
    if !ending.errors.isEmpty || ending.output.firstRange(of: Array("results".utf8)) != nil {
      run.given = GivenValues(secretsAmong: items.map(\.object) + [local.object])
    }
    guard ending.code == 0 else {
      reportFailure(ending, run, set, context)
      throw Stop()
    }
    say(ending.errors, run, context.report)
    let printed = PrintedObjects(source: shown, position: position, context: context)
    let documents = try printed.documents(ending.output)
    if report(ResourceList.results(in: documents), run, set, context.report) { throw Stop() }
    return try printed.objects(documents)
  }

  /// What a function printed before it failed may say more than its exit code.
  private func reportFailure(
    _ ending: Program.Ending, _ run: ProgramRun, _ set: ResourceSet, _ context: ProgramContext
  ) {
    let printed = PrintedObjects(
      source: shown, position: position, context: context.reporting(to: Report()))
    let documents = (try? printed.documents(ending.output)) ?? []
    if report(ResourceList.results(in: documents), run, set, context.report) {
      say(ending.errors, run, context.report)
    } else {
      run.reportFailure(ending, context.report)
    }
  }

  /// - Returns: whether one of them is an error.
  private func report(
    _ results: [Node], _ run: ProgramRun, _ set: ResourceSet, _ report: Report
  ) -> Bool {
    let own = Report()
    for result in results.compactMap(FunctionResult.read) {
      own.add(result.diagnostic(of: self, for: set, run.given))
    }
    report.add(contentsOf: own)
    return own.hasErrors
  }

  /// What a function wrote to standard error, where no message of a failure holds it.
  private func say(_ errors: [UInt8], _ run: ProgramRun, _ report: Report) {
    let notes = ProgramRun.notes(errors, run.given)
    guard !notes.isEmpty else { return }
    report.add(
      Diagnostic("function-says", .info, "\(shown) has something to say", at: position, notes: notes))
  }
}
