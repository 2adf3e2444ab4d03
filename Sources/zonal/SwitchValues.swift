/// Switches with a value, such as `--enable-helm=true`, which kustomize takes for every switch.
enum SwitchValues {
  private static let switches: Set = [
    "enable-managedby-label", "enable-helm", "helm-debug", "enable-alpha-plugins", "enable-exec",
    "enable-pre-render-scripts", "network",
    "as-current-user", "strict", "compat", "allow-remote", "vars-secrets", "skip-groups-without-processes",
    "force", "exit-code", "quiet", "verbose", "live", "server", "list-rules", "list-allowed", "check",
    "show-secrets", "annotate-sources", "stdio", "var-errs",
    "var-errs-unused", "no-verify", "without-selector", "include-templates", "ignore-non-existence",
    "disableNameSuffixHash", "autodetect", "recursive",
  ]
  /// Those that have a counterpart with "no".
  private static let pairs: Set = ["initial-rollout", "with-kustomization"]
  /// Commands in which one of these takes any value, as it does in the program that they stand in for.
  private static let commandsOfQuarks: Set = ["instance-group", "template-render"]
  private static let words: [String: Bool] = [
    "1": true, "t": true, "T": true, "true": true, "TRUE": true, "True": true,
    "0": false, "f": false, "F": false, "false": false, "FALSE": false, "False": false,
  ]

  /// The arguments with each of them as a switch, or without it where it is off.
  static func spelled(_ arguments: ArraySlice<String>) -> [String] {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    let pairs = arguments.first.map(commandsOfQuarks.contains) ?? false ? [] : pairs
    return arguments[..<end].compactMap { spelled($0, pairs) } + arguments[end...]
  }

  private static func spelled(_ argument: String, _ pairs: Set<String>) -> String? {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].hasPrefix("--"), let isOn = words[String(parts[1])] else {
      return argument
    }
    let name = String(parts[0].dropFirst(2))
    if pairs.contains(name) { return isOn ? "--\(name)" : "--no-\(name)" }
    guard switches.contains(name) else { return argument }
    return isOn ? "--\(name)" : nil
  }
}
