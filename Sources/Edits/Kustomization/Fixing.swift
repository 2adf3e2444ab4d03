internal import Diagnostics
internal import Machine
internal import Transforms
internal import YAML

// `edit fix`: deprecated fields become those that took their place.

extension KustomizationEditor {
  package mutating func fix() {
    start()
    if let vars = self["vars"] {
      report.warning(
        "deprecated-field", "\"vars\" stay: what they put into texts is no field", at: vars.position,
        hint: "copy the values with replacements")
    }
    checkLabels()
    for field in [
      "resources", "bases", "images", "imageTags", "patches", "patchesJson6902", "patchesStrategicMerge",
    ] {
      _ = items(field)
    }
    guard !report.hasErrors else { return }
    addHeader()
    moveItems(of: "bases", to: "resources")
    moveItems(of: "imageTags", to: "images")
    fixEnvironments(of: "configMapGenerator")
    fixEnvironments(of: "secretGenerator")
    fixCharts()
    moveItems(of: "patchesJson6902", to: "patches")
    wrapPatches()
    moveItems(of: "patchesStrategicMerge", to: "patches")
    if self["commonLabels"] != nil { make(.move(key("commonLabels"), to: key("labels"), .labels)) }
  }

  /// `apiVersion` and `kind` at the top, where they are missing.
  private mutating func addHeader() {
    let isComponent = self["kind"]?.string == "Component"
    let version = isComponent ? Kustomization.componentVersion : Kustomization.apiVersion
    if self["kind"] == nil { putFirst("kind", "Kustomization") }
    if self["apiVersion"] == nil { putFirst("apiVersion", .string(version)) }
  }

  private mutating func putFirst(_ name: String, _ value: Node) {
    let isPlaced = root[key(name)] != nil || name == "kind" && self["apiVersion"] != nil
    if isPlaced || !text.canMake(.prepend(name, value)) { return put(name, value) }
    make(.prepend(name, value))
  }

  private mutating func moveItems(of old: String, to new: String) {
    let items = items(old)
    guard let value = root[key(old)] else { return }
    if items.isEmpty {
      if value.isNull || value.items != nil { make(.remove([.key(key(old))])) }
      return
    }
    if root[key(new)] == nil { return make(.rename([.key(key(old))], new)) }
    if text.canMake(.move(key(old), to: key(new), .items)) {
      return make(.move(key(old), to: key(new), .items))
    }
    for item in items { append(item, to: new) }
    make(.remove([.key(key(old))]))
  }

  private mutating func wrapPatches() {
    for (index, item) in items("patchesStrategicMerge").enumerated() {
      guard let text = item.text else { continue }
      let isFile = FileSystem.kind(of: FilePath.join(directory, text)) == .file
      make(.wrap([.key(key("patchesStrategicMerge")), .item(index)], isFile ? "path" : "patch"))
    }
  }

  /// `env: FILE` of a generator becomes one of its `envs`.
  private mutating func fixEnvironments(of field: String) {
    for (index, entry) in items(field).enumerated() {
      guard let file = entry["env"]?.text else { continue }
      let path = [Step.key(key(field)), .item(index)]
      if entry["envs"]?.items?.isEmpty == false {
        make(.append(path + [.key("envs")], .string(file)))
        make(.remove(path + [.key("env")]))
      } else {
        make(.rename(path + [.key("env")], "envs"))
        make(.replace(path + [.key("envs")], .sequence([.string(file)])))
      }
    }
  }

  private func checkLabels() {
    let common = pairs("commonLabels")
    for entry in items("labels") {
      for pair in entry["pairs"]?.mapping?.pairs ?? [] {
        guard let old = common.first(where: { sameBytes($0.key.text, pair.key.text) }) else { continue }
        report.error(
          "duplicate-key", "the label \"\(pair.key.text)\" is in both commonLabels and labels",
          at: old.key.position,
          notes: [.init("the other is here", at: pair.key.position)], hint: "remove one of them")
      }
    }
  }

  // MARK: Charts

  /// The names that fields of `helmChartInflationGenerator` have in `helmCharts`.
  private static let chartFields = [
    ("chartName", "name"), ("chartVersion", "version"), ("chartRepoUrl", "repo"), ("chartRepoURL", "repo"),
    ("values", "valuesFile"), ("valuesLocal", "valuesInline"),
  ]

  private mutating func fixCharts() {
    let field = "helmChartInflationGenerator"
    for (index, entry) in items(field).enumerated() {
      let path = [Step.key(key(field)), .item(index)]
      for (old, new) in Self.chartFields where entry[old] != nil { make(.rename(path + [.key(old)], new)) }
      for (old, new) in [("chartHome", "chartHome"), ("helmHome", "configHome")] {
        guard let value = entry[old] else { continue }
        if self["helmGlobals"] == nil {
          put("helmGlobals", .mapping(Mapping([.init(key: Scalar(new), value: value)])))
        } else if self["helmGlobals"]?[new] == nil {
          put(new, value, in: [.key(key("helmGlobals"))])
        }
        make(.remove(path + [.key(old)]))
      }
      for old in ["helmBin", "chartRepoName", "releaseNamespace", "extraArgs"] { remove(old, in: path) }
    }
    moveItems(of: field, to: "helmCharts")
  }
}
