/// The order of fields in a kustomization file, in which kustomize writes those that it adds.
enum FieldOrder {
  private static let names = [
    "apiVersion", "kind", "metadata", "sortOptions", "resources", "bases", "namePrefix", "nameSuffix",
    "namespace",
    "crds", "commonLabels", "labels", "commonAnnotations", "patchesStrategicMerge", "patchesJson6902",
    "patches",
    "configMapGenerator", "secretGenerator", "helmCharts", "helmChartInflationGenerator", "helmGlobals",
    "generatorOptions", "vars", "images", "imageTags", "replacements", "replicas", "configurations",
    "generators",
    "transformers", "validators", "components", "openapi", "buildMetadata",
  ]

  /// Those that stand before a field.
  static func before(_ name: String) -> [String] { Array(names.prefix { $0 != name }) }

  static let image = ["name", "newName", "newTag", "digest"]
  static let generator = ["name", "namespace", "behavior", "type", "files", "literals", "envs", "options"]

  static func before(_ name: String, in fields: [String]) -> [String] { Array(fields.prefix { $0 != name }) }
}
