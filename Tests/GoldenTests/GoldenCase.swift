import Machine
import Pipeline
import Testing

/// A folder of `cases/`: what is built, how, and what is expected of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "cases")

  static let all = FileSystem.names(in: root).map(GoldenCase.init)

  var testDescription: String { name }

  var folder: String { FilePath.join(Self.root, name) }
  private var input: String { FilePath.join(folder, "input") }

  /// Builds `input`, or the directory of it that `options` names, in a line of its own: `target=overlay`.
  func build() -> GoldenResult {
    var options = Build.Options()
    var target: String? = input
    for line in lines(of: "options") {
      let words = line.split(separator: "=", maxSplits: 1).map(String.init)
      switch words[0] {
      case "target": target = FilePath.join(input, words[1])
      case "strict": options.isStrict = true
      case "outside-files": options.allowsOutsideFiles = true
      case "compat": options.isCompatible = true
      case "reorder": options.reorder = Build.Reorder(rawValue: words[1])
      case "managed-by": options.addsManagedByLabel = true
      case "later-rollout": options.isInitialRollout = false
      case "verbose": options.isVerbose = true
      case "bosh":
        options.deployment.interpolation.manifest = FilePath.join(input, words[1])
        target = nil
      case "ops": options.deployment.interpolation.opsFiles.append(FilePath.join(input, words[1]))
      case "var": options.deployment.interpolation.variables.append(words[1])
      case "vars-secrets": options.deployment.writesSecrets = true
      case "vars-store": options.deployment.interpolation.store = FilePath.join(input, words[1])
      case "total": options.deployment.spreadsTotal = true
      case "skip-groups-without-processes": options.deployment.skipsGroupsWithoutProcesses = true
      default: return GoldenResult(manifest: nil, messages: "the case has an unknown option \(line)")
      }
    }
    let outcome = Build(options: options).run(target.map { [$0] } ?? [])
    let messages = outcome.messages.text(colours: false).replacing(input + "/", with: "").replacing(
      input, with: ".")
    return GoldenResult(
      manifest: outcome.messages.exitCode == 0 ? outcome.manifests.first?.text : nil,
      messages: messages.isEmpty ? nil : messages)
  }

  private func lines(of file: String) -> [String] {
    (content(of: file, in: folder) ?? "").split(separator: "\n").map(String.init)
  }
}
