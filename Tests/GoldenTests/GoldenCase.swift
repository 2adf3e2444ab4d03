import Dispatch
import Glibc
import Machine
import Pipeline
import Testing

/// A folder of `cases/`: what is built, how, and what is expected of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
  let name: String

  private static let root = FilePath.join(FilePath.directory(of: #filePath), "cases")

  /// What plays the programs that cases ask for.
  private static let programs = FilePath.join(FilePath.directory(of: #filePath), "programs")

  static let all = FileSystem.names(in: root).map(GoldenCase.init)

  /// Whether expectations are written anew instead of compared.
  static let isRecording = getenv("RECORD").map { String(cString: $0) == "1" } ?? false

  var testDescription: String { name }

  private var folder: String { FilePath.join(Self.root, name) }
  private var input: String { FilePath.join(folder, "input") }

  struct Result: Equatable {
    /// The manifest, or nothing when the build failed.
    var manifest: String?
    /// For a case with two sides: what differs between them.
    var diff: String?
    /// For a case with two sides: what applying the second does.
    var plan: String?
    /// Everything that was said.
    var messages: String?
  }

  /// Builds on a thread that may wait for other programs.
  func build() async -> Result {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: name).async { continuation.resume(returning: buildHere()) }
    }
  }

  /// Builds `input`, or the directory of it that `options` names, in a line of its own: `target=overlay`;
  /// with `diff=FORMAT` or `plan=FORMAT` compares `input/old` and `input/new`.
  private func buildHere() -> Result {
    var options = Build.Options()
    var target = input
    var format: Difference.Format?
    var planFormat: Planning.Format?
    for line in lines(of: "options") {
      let words = line.split(separator: "=", maxSplits: 1).map(String.init)
      switch words[0] {
      case "target": target = FilePath.join(input, words[1])
      case "diff": format = Difference.Format(rawValue: words[1])
      case "plan": planFormat = Planning.Format(rawValue: words[1])
      case "strict": options.isStrict = true
      case "outside-files": options.allowsOutsideFiles = true
      case "compat": options.isCompatible = true
      case "reorder": options.reorder = Build.Reorder(rawValue: words[1])
      case "managed-by": options.addsManagedByLabel = true
      case "later-rollout": options.isInitialRollout = false
      case "helm":
        options.plugins.enablesHelm = true
        options.plugins.helmCommand =
          words.count > 1 ? FilePath.join(input, words[1]) : FilePath.join(Self.programs, "helm.sh")
      case "plugins": options.plugins.enablesPlugins = true
      case "exec": options.plugins.enablesExec = true
      case "impatient": options.plugins.timeLimit = .milliseconds(100)
      default: return Result(manifest: nil, messages: "the case has an unknown option \(line)")
      }
    }
    let sides = ["old", "new"].map { FilePath.join(input, $0) }
    if let planFormat {
      let planning = Planning(from: sides[0], to: sides[1], options: options)
      return Result(
        plan: planning.messages.exitCode == 0 ? shown(planning.text(planFormat)) : nil,
        messages: shown(planning.messages.text(colours: false)))
    }
    if let format {
      let difference = Difference(from: sides[0], to: sides[1], options: options)
      return Result(
        diff: difference.messages.exitCode == 0 ? difference.text(format) : nil,
        messages: shown(difference.messages.text(colours: false)))
    }
    let outcome = Build(options: options).run([target])
    return Result(
      manifest: outcome.messages.exitCode == 0 ? outcome.manifests.first?.text : nil,
      messages: shown(outcome.messages.text(colours: false)))
  }

  /// With paths as seen from `input`; `nil` when nothing was said.
  private func shown(_ text: String) -> String? {
    let text = text.replacing(input + "/", with: "").replacing(input, with: ".")
    return text.isEmpty ? nil : text
  }

  var expected: Result {
    Result(
      manifest: content(of: "expected.yaml"), diff: content(of: "expected.diff"),
      plan: content(of: "expected.plan"), messages: content(of: "expected.err"))
  }

  func record(_ result: Result) throws(OutputFile.Failure) {
    for (file, text) in [
      ("expected.yaml", result.manifest), ("expected.diff", result.diff), ("expected.plan", result.plan),
      ("expected.err", result.messages),
    ] {
      let path = FilePath.join(folder, file)
      if let text { try OutputFile.write(Manifest(text), to: path) } else { unlink(path) }
    }
  }

  private func content(of file: String) -> String? {
    guard case .success(let bytes) = FileSystem.read(FilePath.join(folder, file)) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func lines(of file: String) -> [String] {
    (content(of: file) ?? "").split(separator: "\n").map(String.init)
  }
}
