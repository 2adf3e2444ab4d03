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

  /// Builds `input`, or the directory of it that `options` names, in a line of its own: `target=overlay`.
  private func buildHere() -> GoldenResult {
    var options = GoldenOptions(input: input)
    for line in (content(of: "options", in: folder) ?? "").split(separator: "\n")
    where !options.set(String(line)) {
      return GoldenResult(manifest: nil, messages: "the case has an unknown option \(line)")
    }
    let outcome = Build(options: options.build).run(options.target.map { [$0] } ?? [])
    let messages = outcome.messages.text(colours: false).replacing(input + "/", with: "").replacing(
      input, with: ".")
    return GoldenResult(
      manifest: outcome.messages.exitCode == 0 ? outcome.manifests.first?.text : nil,
      messages: messages.isEmpty ? nil : messages)
  }
}
