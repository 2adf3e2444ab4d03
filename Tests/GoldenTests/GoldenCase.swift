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
  var input: String { FilePath.join(folder, "input") }

  /// Builds on a thread that may wait for other programs.
  func build() async -> GoldenResult {
    await withCheckedContinuation { continuation in
      DispatchQueue(label: name).async { continuation.resume(returning: buildHere()) }
    }
  }

  /// Builds `input`, or the directory of it that `options` names, in a line of its own: `target=overlay`;
  /// with `diff=FORMAT` or `plan=FORMAT` compares `input/old` and `input/new`, and `graph=FORMAT` draws them if they are there.
  private func buildHere() -> GoldenResult {
    var options = GoldenOptions(input: input)
    for line in (content(of: "options", in: folder) ?? "").split(separator: "\n")
    where !options.set(String(line)) {
      return GoldenResult(messages: "the case has an unknown option \(line)")
    }
    let sides = ["old", "new"].map { FilePath.join(input, $0) }
    if let format = options.plan {
      let planning = Planning(from: sides[0], to: sides[1], options: options.build)
      return GoldenResult(
        plan: planning.messages.exitCode == 0 ? shown(planning.text(format)) : nil,
        messages: shown(planning.messages.text(colours: false)))
    }
    if let format = options.diff {
      let difference = Difference(from: sides[0], to: sides[1], options: options.build)
      return GoldenResult(
        diff: difference.messages.exitCode == 0 ? shown(difference.text(format)) : nil,
        messages: shown(difference.messages.text(colours: false)))
    }
    if let format = options.graph {
      let graphing =
        hasSides
        ? Graphing(from: sides[0], to: sides[1], options: options.build)
        : Graphing(of: options.target ?? input, options: options.build)
      return GoldenResult(
        graph: graphing.messages.exitCode == 0 ? shown(graphing.text(format)) : nil,
        messages: shown(graphing.messages.text(colours: false)))
    }
    if let question = options.question {
      let explaining = Explaining(options.target, question, options: options.build)
      let answer = explaining.run(options.explanation)
      return GoldenResult(
        explanation: answer.messages.exitCode == 0 ? shown(answer.text) : nil,
        messages: shown(answer.messages.text(colours: false)))
    }
    let outcome = Build(options: options.build).run(options.target.map { [$0] } ?? [])
    return GoldenResult(
      manifest: outcome.messages.exitCode == 0 ? manifest(of: outcome, options) : nil,
      messages: shown(outcome.messages.text(colours: false)))
  }

  /// An empty one is one, too.
  private func manifest(of outcome: Outcome, _ options: GoldenOptions) -> String? {
    let text = outcome.manifests.first?.text
    return options.build.annotatesSources ? text.flatMap(shown) : text
  }

  /// How its output is built; `nil` where two sides are compared, or something is drawn.
  var options: GoldenOptions? {
    var options = GoldenOptions(input: input)
    for line in (content(of: "options", in: folder) ?? "").split(separator: "\n") {
      _ = options.set(String(line))
    }
    return options.plan == nil && options.diff == nil && options.graph == nil ? options : nil
  }

  private var hasSides: Bool { FileSystem.kind(of: FilePath.join(input, "old")) == .directory }

  /// With paths as seen from `input`; `nil` when nothing was said.
  private func shown(_ text: String) -> String? {
    let text = text.replacing(input + "/", with: "").replacing(input, with: ".")
    return text.isEmpty ? nil : text
  }
}
