internal import Diagnostics
internal import Machine
internal import YAML

/// What docker is called with, word for word as kustomize calls it (kyaml `fn/runtime/container`).
extension FunctionSpec.Container {
  /// - Parameter directory: what relative paths are seen from.
  func dockerArguments(_ options: PluginOptions.Functions, directory: String) -> ArgumentList {
    let wanted = options.networkName.isEmpty ? "host" : options.networkName
    var arguments = ArgumentList("run", "--rm", "-i", "-a", "STDIN", "-a", "STDOUT", "-a", "STDERR")
    arguments.add("--network", needsNetwork ? wanted : "none")
    arguments.add("--user", options.runsAsCurrentUser ? CurrentProcess.user : "nobody")
    arguments.add("--security-opt=no-new-privileges")
    for mount in mounts + options.mounts.map(ContainerMount.init(flag:)) {
      arguments.add("--mount", mount.argument(seenFrom: directory))
    }
    for variable in variables(options.environment) { arguments.add("-e", variable) }
    arguments.add(value: image.value)
    return arguments
  }

  /// Variables with values in the order of their names, then those whose values docker takes from this machine.
  ///
  /// - Parameter flags: they count where the function's configuration says something else.
  private func variables(_ flags: [String]) -> [String] {
    var values = Mapping()
    var names: [String] = []
    for variable in ["LOG_TO_STDERR=true", "STRUCTURED_RESULTS=true"] + environment + flags {
      let words = variable.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if words.count == 2 {
        values[String(words[0])] = .string(String(words[1]))
      } else if !names.contains(where: { sameBytes($0, variable) }) {
        names.append(variable)
      }
    }
    return values.pairs.map { "\($0.key.text)=\($0.value.text ?? "")" }.sorted(by: precedesBytewise) + names
  }
}
