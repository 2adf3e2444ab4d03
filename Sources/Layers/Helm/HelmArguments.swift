internal import Diagnostics
internal import Machine

/// What helm is called with, word for word as kustomize calls it (v5.8 `AsHelmArgs`, `pullCommand`).
extension HelmChart {
  func pullArguments(into home: String) -> [String] {
    var arguments = ["pull", "--untar", "--untardir", home]
    if repo.hasPrefix("oci://") {
      let root = repo.hasSuffix("/") ? String(repo.dropLast()) : repo
      arguments.append("\(root)/\(name.value)" + (digest.isEmpty ? "" : "@\(digest)"))
    } else {
      arguments += ["--repo", repo, name.value]
    }
    if !version.isEmpty { arguments += ["--version", version] }
    if takesDevelopmentVersions { arguments.append("--devel") }
    return arguments
  }

  /// - Parameters:
  ///   - home: the directory that holds the chart's.
  ///   - values: the files of values, in the order in which they override each other.
  ///   - defaults: for what the chart says nothing of.
  func templateArguments(home: String, values: [String], defaults: PluginOptions.Helm) -> [String] {
    var arguments = ["template", releaseName.isEmpty ? "--generate-name" : releaseName]
    arguments.append(FilePath.join(home, name.value))
    if !namespace.isEmpty { arguments += ["--namespace", namespace] }
    if !nameTemplate.isEmpty { arguments += ["--name-template", nameTemplate] }
    for file in values { arguments += ["-f", file] }
    for version in apiVersions.isEmpty ? defaults.apiVersions : apiVersions {
      arguments += ["--api-versions", version]
    }
    let kubeVersion = kubeVersion.isEmpty ? defaults.kubeVersion : kubeVersion
    if !kubeVersion.isEmpty { arguments += ["--kube-version", kubeVersion] }
    if includesCRDs { arguments.append("--include-crds") }
    if skipsTests { arguments.append("--skip-tests") }
    if skipsHooks { arguments.append("--no-hooks") }
    if isDebugging || defaults.isDebugging { arguments.append("--debug") }
    if takesDevelopmentVersions { arguments.append("--devel") }
    return arguments
  }
}
