import Diagnostics
import Machine
import Testing

@testable import Programs

/// What helm is called with for the fields of a chart; the words are those of kustomize's own tests.
@Suite struct HelmArgumentsTests {
  private var chart = HelmChart()

  init() {
    chart.name = Located("chart-name", .none)
  }

  private func template(
    _ chart: HelmChart, values: [String] = [], _ defaults: PluginOptions.Helm = .init()
  )
    -> [String]
  {
    chart.templateArguments(home: "/home/charts", values: values, defaults: defaults).words
  }

  @Test func rendersWithAGeneratedName() {
    #expect(
      template(chart, values: ["values", "values1"])
        == ["template", "--generate-name", "/home/charts/chart-name", "-f", "values", "-f", "values1"])
  }

  @Test func rendersWithEveryField() {
    var chart = chart
    chart.releaseName = "test"
    chart.namespace = "my-ns"
    chart.nameTemplate = "template"
    chart.apiVersions = ["foo", "bar"]
    chart.kubeVersion = "1.27"
    chart.includesCRDs = true
    chart.skipsTests = true
    chart.skipsHooks = true
    chart.isDebugging = true
    chart.takesDevelopmentVersions = true
    #expect(
      template(chart, values: ["values"]) == [
        "template", "test", "/home/charts/chart-name", "--namespace", "my-ns", "--name-template", "template",
        "-f", "values", "--api-versions", "foo", "--api-versions", "bar", "--kube-version", "1.27",
        "--include-crds", "--skip-tests", "--no-hooks", "--debug", "--devel",
      ])
  }

  @Test func flagsCountWhereTheChartSaysNothing() {
    var defaults = PluginOptions.Helm()
    defaults.apiVersions = ["policy/v1"]
    defaults.kubeVersion = "1.31"
    defaults.isDebugging = true
    var chart = chart
    chart.kubeVersion = "1.27"
    #expect(
      template(chart, defaults) == [
        "template", "--generate-name", "/home/charts/chart-name", "--api-versions", "policy/v1",
        "--kube-version", "1.27", "--debug",
      ])
  }

  @Test func pullsFromARepository() {
    var chart = chart
    chart.repo = "https://charts.example"
    chart.version = "1.0.0"
    chart.takesDevelopmentVersions = true
    #expect(
      chart.pullArguments(into: "/charts").words == [
        "pull", "--untar", "--untardir", "/charts", "--repo", "https://charts.example", "chart-name",
        "--version", "1.0.0", "--devel",
      ])
  }

  @Test func pullsFromARegistry() {
    var chart = chart
    chart.repo = "oci://registry.example/charts/"
    chart.digest = "sha256:ab"
    #expect(
      chart.pullArguments(into: "/charts").words == [
        "pull", "--untar", "--untardir", "/charts", "oci://registry.example/charts/chart-name@sha256:ab",
      ])
  }

  @Test func aVersionFromARepositoryHasADirectoryOfItsOwn() {
    var chart = chart
    chart.version = "1.0.0"
    #expect(chart.home == "charts")
    chart.repo = "https://charts.example"
    #expect(chart.home == "charts/chart-name-1.0.0")
    chart.globals.chartHome = "../shared"
    #expect(chart.home == "../shared/chart-name-1.0.0")
  }
}
