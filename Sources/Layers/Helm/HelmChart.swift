internal import Diagnostics
internal import Machine
internal import Resources
internal import YAML

/// An entry of `helmCharts`: a chart, and how helm is to render it.
struct HelmChart: Sendable {
  var name = Located("", .none)
  var version = ""
  var digest = ""
  var repo = ""
  var releaseName = ""
  var namespace = ""
  var valuesFile: Located<String>?
  var additionalValuesFiles: [Located<String>] = []
  var valuesInline = Mapping()
  var valuesMerge = HelmValues.Merge.override
  var includesCRDs = false
  var skipsHooks = false
  var skipsTests = false
  var apiVersions: [String] = []
  var kubeVersion = ""
  var nameTemplate = ""
  var isDebugging = false
  var takesDevelopmentVersions = false
  var globals = HelmGlobals()

  @FieldTable<HelmChart> private static var entryFields: [Field<HelmChart>] {
    Field("name", .located(.entryArgument), \.name, required: true, "the name of the chart")
    Field("version", .argument, \.version, "the version to pull")
    Field("digest", .argument, \.digest, "the digest to pull, from a repository of OCI")
    Field("repo", .argument, \.repo, "the URL of the repository to pull it from when it is not there")
    Field("releaseName", .argument, \.releaseName, "the name of the release; helm makes one up by default")
    Field("namespace", .argument, \.namespace, "the namespace of the release")
    Field("valuesFile", .located(.argument), \.valuesFile, "values in place of the chart's values.yaml")
    Field(
      "additionalValuesFiles", .list(of: .located(.entryArgument)), \.additionalValuesFiles,
      "more files of values")
    Field("valuesInline", .mapping, \.valuesInline, "values that are written here")
    Field(
      "valuesMerge", .choice(), \.valuesMerge,
      "how those written here meet those of the file: override, merge or replace")
    Field("includeCRDs", .boolean, \.includesCRDs, "whether to render CustomResourceDefinitions, too")
    Field("skipHooks", .boolean, \.skipsHooks, "whether to leave out the chart's hooks")
    Field("skipTests", .boolean, \.skipsTests, "whether to leave out the chart's tests")
    Field(
      "apiVersions", .list(of: .argument), \.apiVersions, "what the server knows: Capabilities.APIVersions")
    Field("kubeVersion", .argument, \.kubeVersion, "the server's version: Capabilities.KubeVersion")
    Field("nameTemplate", .argument, \.nameTemplate, "a template for the name of the release")
    Field("debug", .boolean, \.isDebugging, "whether helm is to tell more when it fails")
    Field("devel", .boolean, \.takesDevelopmentVersions, "whether to take development versions, too")
  }

  static let schema = Schema<HelmChart>("helmCharts entry", initial: HelmChart()) { entryFields }

  static let configurationSchema = Schema<HelmChart>.configuration(configurationKind, initial: HelmChart()) {
    entryFields
    Field("chartHome", .argument, \.globals.chartHome, "the directory of the charts; charts by default")
    Field("configHome", .argument, \.globals.configHome, "the directory of helm's own files")
  }

  /// The directory that holds the chart's, as the user wrote it or seen from the kustomization.
  var home: String {
    version.isEmpty || repo.isEmpty ? charts : FilePath.join(charts, "\(name.value)-\(version)")
  }

  /// The directory of all charts.
  var charts: String { globals.chartHome.isEmpty ? HelmGlobals.defaultChartHome : globals.chartHome }
}

/// `helmGlobals`: what all charts of a kustomization share.
struct HelmGlobals: Sendable {
  var chartHome = ""
  var configHome = ""

  static let defaultChartHome = "charts"

  static let schema = Schema<HelmGlobals>("helmGlobals", initial: HelmGlobals()) {
    Field("chartHome", .argument, \.chartHome, "the directory of the charts; charts by default")
    Field(
      "configHome", .argument, \.configHome,
      "the directory of helm's own files; a temporary one by default")
  }
}

extension HelmChart: Generator {
  static let field = KustomizationField(
    "helmCharts", .list(of: .object(schema)), "Charts that helm renders, with --enable-helm")
  static let globalsField = KustomizationField(
    "helmGlobals", .object(HelmGlobals.schema), "Where charts and helm's own files are")
  static let fields = [field.description, globalsField.description, HelmInflation.field.description]
  static let configurationKind = "HelmChartInflationGenerator"

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] {
    let globals = globalsField.read(kustomization, context.report)
    let entries = field.read(kustomization, context.report) ?? []
    let inflations = HelmInflation.field.read(kustomization, context.report) ?? []
    let place = kustomization.position(of: entries.isEmpty ? HelmInflation.field.name : field.name)
    let charts = (entries + inflations.map(\.chart)).filter { $0.isSound(context.report) }
    guard !charts.isEmpty, isEnabled(context, at: place) else { return [] }
    return charts.map { chart in
      var chart = chart
      chart.globals = globals ?? HelmInflation.globals(of: inflations)
      return chart
    }
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    guard let chart = configurationSchema.decodeConfiguration(configuration, context),
      chart.isSound(context.report),
      isEnabled(context, at: configuration["kind"]?.position ?? configuration.position)
    else { return [] }
    return [chart]
  }

  private static func isEnabled(_ context: LayerContext, at position: Position) -> Bool {
    if context.options.plugins.helm.isEnabled { return true }
    context.report.error(
      "helm-not-enabled", "charts are rendered by helm, which this build may not run", at: position,
      hint:
        "build with --enable-helm, or render them with \"helm template\" and name the file under resources")
    return false
  }

  private func isSound(_ report: Report) -> Bool {
    if name.value.isEmpty, name.position.isKnown {
      report.error(
        "empty-name", "\"name\" of a chart is empty", at: name.position, hint: "write the name of the chart")
    }
    if !digest.isEmpty && !repo.hasPrefix("oci://") {
      report.error(
        "digest-without-oci", "the chart \"\(name.value)\" has a digest, but its repo is none of OCI",
        at: name.position, hint: "name a repo that begins with oci://, or write a version instead")
      return false
    }
    return !name.value.isEmpty
  }

  func generate(_ context: LayerContext) -> [Resource] {
    // What is wrong already is said first: helm may take its time.
    guard !context.report.hasErrors else { return [] }
    return (try? HelmRun.objects(of: self, context)) ?? []
  }
}
