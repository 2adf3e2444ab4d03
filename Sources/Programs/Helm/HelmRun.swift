internal import Diagnostics
internal import Files
internal import Machine
internal import Resources
internal import Synchronization
internal import YAML

/// helm at work for one chart.
struct HelmRun {
  private let chart: HelmChart
  private let context: ProgramContext
  private let scratch: TemporaryDirectory

  /// What the chart becomes; throws after a report.
  static func objects(of chart: HelmChart, _ context: ProgramContext) throws(Stop) -> [Resource] {
    let scratch = try context.temporaryDirectory(at: chart.name.position)
    defer { scratch.remove() }
    return try HelmRun(chart: chart, context: context, scratch: scratch).objects()
  }

  private func objects() throws(Stop) -> [Resource] {
    try checkVersion()
    try fetch()
    let values = try valuesFile() + additionalValuesFiles()
    let output = try helm(
      chart.templateArguments(home: home, values: values, defaults: context.options.helm),
      given: givenValues)
    let printed = PrintedObjects(
      source: "helm template \(chart.name.value)", position: chart.name.position, context: context)
    return try printed.objects(printed.documents(output, isAfterTalk: true)).map { resource in
      var resource = resource
      resource.isHelmGenerated = true
      return resource
    }
  }

  private var home: String { FilePath.join(context.directory.path, chart.home) }

  // MARK: The chart

  private static let supported: Set = ["3", "4"]

  private func checkVersion() throws(Stop) {
    let output = String(decoding: try helm(ArgumentList("version", "--short")), as: UTF8.self)
    let numbers = output.split { !$0.isASCII || !($0.isNumber || $0 == ".") }
      .map { $0.split(separator: ".") }.first { $0.count > 1 }
    guard let major = numbers?.first.map(String.init), Self.supported.contains(major) else {
      context.report.error(
        "helm-version", "charts need helm 3 or 4, not \"\(output.prefix { !$0.isNewline })\"",
        at: chart.name.position, hint: "install one of these, and name it with --helm-command")
      throw Stop()
    }
  }

  /// Layers that are built at the same time may share the directory of the charts.
  private static let fetching = Mutex(())

  /// Pulls the chart when it is not there.
  private func fetch() throws(Stop) {
    let name = FilePath.join(chart.home, chart.name.value)
    let result = Self.fetching.withLock { _ -> Result<Void, Stop> in
      Result { () throws(Stop) in
        if context.directory.kind(of: name) == .directory { return }
        guard !chart.repo.isEmpty else { try reportNoChart(name) }
        try checkHome()
        _ = try helm(chart.pullArguments(into: home))
      }
    }
    try result.get()
  }

  /// A name or version may not lead out of the directory of the charts, nor a link out of the kustomization.
  private func checkHome() throws(Stop) {
    let charts = FilePath.join(context.directory.path, chart.charts)
    let chartPath = FilePath.join(home, chart.name.value)
    var there = charts
    while FileSystem.realPath(there) == nil, there != "/" { there = FilePath.directory(of: there) }
    let isLink =
      FilePath.isInside(charts, context.directory.path)
      && FileSystem.realPath(there).map { !FilePath.isInside($0, context.directory.path) } ?? true
    if FilePath.isInside(home, charts), FilePath.isInside(chartPath, charts), !isLink { return }
    context.report.error(
      "chart-outside-home",
      "the chart \"\(chart.name.value)\" would be pulled to a place outside of \(chart.charts)",
      at: chart.name.position, hint: "name it without \"..\", and a chartHome that is no symbolic link")
    throw Stop()
  }

  private func reportNoChart(_ name: String) throws(Stop) -> Never {
    context.report.error(
      "missing-chart", "there is no chart \"\(name)\", and no repo to pull it from", at: chart.name.position,
      hint: suggestion(for: chart.name.value, among: FileSystem.names(in: home))
        ?? "say its repo, or put it there")
    throw Stop()
  }

  // MARK: Values

  /// A copy of the values that count, which is all that helm reads; none for a chart without any.
  private func valuesFile() throws(Stop) -> [String] {
    let own = FilePath.join(FilePath.join(chart.home, chart.name.value), "values.yaml")
    let name = chart.valuesFile ?? Located(own, chart.name.position)
    let isThere = chart.valuesFile != nil || context.directory.kind(of: own) != nil
    if chart.valuesInline.isEmpty {
      return isThere ? [try write(file(name).bytes)] : []
    }
    var values = Mapping()
    if chart.valuesMerge != .replace, isThere { values = try mapping(in: file(name), name.position) }
    values = HelmValues.joined(inline: chart.valuesInline, file: values, chart.valuesMerge)
    return [try write(Array(Node.mapping(values).yaml.utf8))]
  }

  private func additionalValuesFiles() throws(Stop) -> [String] {
    var paths: [String] = []
    for name in chart.additionalValuesFiles {
      _ = try file(name)
      paths.append(FilePath.join(context.directory.path, name.value))
    }
    return paths
  }

  /// What the tree says itself; the chart's own values are for all to see.
  private var givenValues: GivenValues {
    let files = (chart.valuesFile.map { [$0] } ?? []) + chart.additionalValuesFiles
    let silent = context.reporting(to: Report())
    let documents = files.compactMap { silent.layer.documents($0) }.joined()
    return GivenValues(Node.mapping(chart.valuesInline).stringTexts + documents.flatMap(\.stringTexts))
  }

  private func file(_ name: Located<String>) throws(Stop) -> SourceFile {
    guard let file = context.layer.read(name) else { throw Stop() }
    return file
  }

  private func mapping(in read: SourceFile, _ position: Position) throws(Stop) -> Mapping {
    let file = SourceFile(path: read.path, bytes: read.bytes, isSecret: true)
    let index = context.files.add(file)
    guard
      let documents = Composer.compose(
        file, index: index, report: context.report, duplicateKeys: .warning)
    else { throw Stop() }
    guard let document = documents.first, !document.isNull else { return Mapping() }
    guard let mapping = document.mapping else {
      context.report.error(
        "wrong-type", "values must be a mapping, not \(document.kindName)", at: document.position,
        notes: [.init("the chart is named here", at: position)],
        hint: "write its fields as \"name: value\"")
      throw Stop()
    }
    return mapping
  }

  private func write(_ bytes: [UInt8]) throws(Stop) -> String {
    let name = FilePath.lastComponent(chart.name.value)
    let path = FilePath.join(scratch.path, "\(name)-values.yaml")
    do throws(WholeFile.Failure) {
      try WholeFile.write([bytes], to: path, mode: 0o600)
    } catch {
      throw context.cannotWrite(error, at: chart.name.position)
    }
    return path
  }

  // MARK: Running

  private func helm(
    _ arguments: ArgumentList, given: GivenValues = GivenValues()
  ) throws(Stop) -> [UInt8] {
    let command = context.options.helm.command
    let config =
      chart.globals.configHome.isEmpty ? FilePath.join(scratch.path, "helm") : chart.globals.configHome
    var program = Program(command, arguments)
    program.environment = [
      "HELM_CONFIG_HOME": config, "HELM_CACHE_HOME": "\(config)/.cache", "HELM_DATA_HOME": "\(config)/.data",
    ]
    // The tree may say where helm's own files are, but not which programs helm calls.
    if !context.options.functions.allowsExec, CurrentProcess.variable("HELM_PLUGINS") == nil {
      program.environment["HELM_PLUGINS"] = FilePath.join(scratch.path, "plugins")
    }
    let run = ProgramRun(
      program: program, shown: "\"helm \(arguments.words[0])\" for the chart \"\(chart.name.value)\"",
      position: chart.name.position,
      hints: .init(
        missing: "install helm, or say where it is with --helm-command",
        failed: "mend what helm says of the chart or of its values"), given: given)
    return try run.output(context)
  }
}
