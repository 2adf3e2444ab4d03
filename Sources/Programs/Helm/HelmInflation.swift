internal import Diagnostics
package import YAML

/// An entry of the deprecated `helmChartInflationGenerator`.
package struct HelmInflation: Sendable {
  package var chart = HelmChart()
  var globals = HelmGlobals()

  package static let schema = Schema<HelmInflation>(
    "helmChartInflationGenerator entry", initial: HelmInflation()
  ) {
    Field("chartName", .located(.entryArgument), \.chart.name, required: true, "the name of the chart")
    Field("chartVersion", .argument, \.chart.version, "the version to pull")
    Field("chartRepoUrl", .argument, \.chart.repo, "the URL of the repository")
    Field("chartHome", .argument, \.globals.chartHome, "the directory of the charts")
    Field("helmHome", .argument, \.globals.configHome, "the directory of helm's own files")
    Field("values", .located(.argument), \.chart.valuesFile, "values in place of the chart's values.yaml")
    Field("valuesLocal", .mapping, \.chart.valuesInline, "values that are written here")
    Field("valuesMerge", .choice(), \.chart.valuesMerge, "how values meet: override, merge or replace")
    Field("releaseName", .argument, \.chart.releaseName, "the name of the release")
    Field("releaseNamespace", .argument, \.chart.namespace, "the namespace of the release")
    Field("chartRepoName", checked: .scalarText, "has no effect")
    Field("helmBin", checked: .scalarText, "has no effect: see --helm-command")
    Field("extraArgs", checked: .list(of: .scalarText), "has no effect")
  }

  /// What the entries say of all charts: the last one that says anything counts.
  package static func globals(of entries: [HelmInflation]) -> HelmGlobals {
    entries.reduce(into: HelmGlobals()) { all, entry in
      if !entry.globals.chartHome.isEmpty { all.chartHome = entry.globals.chartHome }
      if !entry.globals.configHome.isEmpty { all.configHome = entry.globals.configHome }
    }
  }
}
