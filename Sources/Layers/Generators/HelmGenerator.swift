internal import Diagnostics
internal import Programs
internal import Resources
internal import Transforms
internal import YAML

/// `helmCharts`: objects that helm makes of charts.
extension HelmChart: Generator {
  static let field = KustomizationField(
    "helmCharts", .list(of: .object(schema)), "Charts that helm renders, with --enable-helm")
  static let globalsField = KustomizationField(
    "helmGlobals", .object(HelmGlobals.schema), "Where charts and helm's own files are")
  static let inflationField = KustomizationField(
    "helmChartInflationGenerator", .list(of: .object(HelmInflation.schema)), "Deprecated: write helmCharts")
  static let fields = [field.description, globalsField.description, inflationField.description]

  static func read(_ kustomization: Kustomization, _ context: LayerContext) -> [any Generator] {
    let globals = globalsField.read(kustomization, context.report)
    let entries = field.read(kustomization, context.report) ?? []
    let inflations = inflationField.read(kustomization, context.report) ?? []
    let place = kustomization.position(of: entries.isEmpty ? inflationField.name : field.name)
    let charts = (entries + inflations.map(\.chart)).filter { $0.isSound(context.report) }
    guard !charts.isEmpty, isEnabled(context, at: place) else { return [] }
    return charts.map { chart in
      var chart = chart
      chart.globals = globals ?? HelmInflation.globals(of: inflations)
      return chart
    }
  }

  static func read(configuration: Node, _ context: LayerContext) -> [any Generator] {
    guard let chart = configurationSchema.decodeConfiguration(configuration, context.report),
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

  func generate(_ context: LayerContext) -> [Resource] { objects(context.running) }
}
