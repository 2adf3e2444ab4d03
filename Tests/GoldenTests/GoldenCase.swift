import Dispatch
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

  /// Builds on a thread that may wait for other programs.
  func build() async -> GoldenResult {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: name).async { continuation.resume(returning: buildHere()) }
    }
  }

  /// Builds `input`, or the directory of it that `options` names, in a line of its own: `target=overlay`;
  /// with `diff=FORMAT` compares `input/old` and `input/new`.
  private func buildHere() -> GoldenResult {
    var options = GoldenOptions(input: input)
    for line in (content(of: "options", in: folder) ?? "").split(separator: "\n")
    where !options.set(String(line)) {
      return GoldenResult(messages: "the case has an unknown option \(line)")
    }
    if let format = options.diff {
      let sides = ["old", "new"].map { FilePath.join(input, $0) }
      let difference = Difference(from: sides[0], to: sides[1], options: options.build)
      return GoldenResult(
        diff: difference.messages.exitCode == 0 ? difference.text(format) : nil,
        messages: shown(difference.messages))
    }
    let outcome = Build(options: options.build).run(options.target.map { [$0] } ?? [])
    return GoldenResult(
      manifest: outcome.messages.exitCode == 0 ? outcome.manifests.first?.text : nil,
      messages: shown(outcome.messages))
  }

  /// With paths as seen from `input`; `nil` when nothing was said.
  private func shown(_ messages: Messages) -> String? {
    let text = messages.text(colours: false).replacing(input + "/", with: "").replacing(input, with: ".")
    return text.isEmpty ? nil : text
  }
}
