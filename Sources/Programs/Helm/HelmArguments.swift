internal import Diagnostics
internal import Machine

/// What helm is called with, word for word as kustomize calls it (v5.8 `AsHelmArgs`, `pullCommand`).
extension HelmChart {
  func pullArguments(into home: String) -> ArgumentList {
    var arguments = ArgumentList("pull", "--untar")
    arguments.add("--untardir", home)
    if repo.hasPrefix("oci://") {
      let root = repo.hasSuffix("/") ? String(repo.dropLast()) : repo
      arguments.add(value: "\(root)/\(name.value)" + (digest.isEmpty ? "" : "@\(digest)"))
    } else {
      arguments.add("--repo", repo)
      arguments.add(value: name.value)
    }
    if !version.isEmpty { arguments.add("--version", version) }
    if takesDevelopmentVersions { arguments.add("--devel") }
    return arguments
  }

  /// - Parameters:
  ///   - home: the directory that holds the chart's.
  ///   - values: the files of values, in the order in which they override each other.
  ///   - defaults: for what the chart says nothing of.
  func templateArguments(home: String, values: [String], defaults: PluginOptions.Helm) -> ArgumentList {
    var arguments = ArgumentList("template")
    if releaseName.isEmpty { arguments.add("--generate-name") } else { arguments.add(value: releaseName) }
    arguments.add(value: FilePath.join(home, name.value))
    if !namespace.isEmpty { arguments.add("--namespace", namespace) }
    if !nameTemplate.isEmpty { arguments.add("--name-template", nameTemplate) }
    for file in values { arguments.add("-f", entry: file) }
    for version in apiVersions.isEmpty ? defaults.apiVersions : apiVersions {
      arguments.add("--api-versions", version)
    }
    let kubeVersion = kubeVersion.isEmpty ? defaults.kubeVersion : kubeVersion
    if !kubeVersion.isEmpty { arguments.add("--kube-version", kubeVersion) }
    if includesCRDs { arguments.add("--include-crds") }
    if skipsTests { arguments.add("--skip-tests") }
    if skipsHooks { arguments.add("--no-hooks") }
    if isDebugging || defaults.isDebugging { arguments.add("--debug") }
    if takesDevelopmentVersions { arguments.add("--devel") }
    return arguments
  }
}
