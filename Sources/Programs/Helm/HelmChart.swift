package import Diagnostics
internal import Machine
package import Resources
package import YAML

/// An entry of `helmCharts`: a chart, and how helm is to render it.
package struct HelmChart: Sendable {
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
  package var globals = HelmGlobals()

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

  package static let schema = Schema<HelmChart>("helmCharts entry", initial: HelmChart()) { entryFields }

  package static let configurationSchema = Schema<HelmChart>(
    configurationKind, isLenient: true, initial: HelmChart()
  ) {
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
package struct HelmGlobals: Sendable {
  var chartHome = ""
  var configHome = ""

  static let defaultChartHome = "charts"

  package static let schema = Schema<HelmGlobals>("helmGlobals", initial: HelmGlobals()) {
    Field("chartHome", .argument, \.chartHome, "the directory of the charts; charts by default")
    Field(
      "configHome", .argument, \.configHome,
      "the directory of helm's own files; a temporary one by default")
  }
}

extension HelmChart {
  package static let configurationKind = "HelmChartInflationGenerator"

  /// Whether helm can be asked for it; `false` after a report.
  package func isSound(_ report: Report) -> Bool {
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

  /// What helm makes of it; nothing after a report.
  package func objects(_ context: ProgramContext) -> [Resource] {
    // What is wrong already is said first: helm may take its time.
    guard !context.report.hasErrors else { return [] }
    return (try? HelmRun.objects(of: self, context)) ?? []
  }
}
