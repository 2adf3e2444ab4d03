import Diagnostics
import Dispatch
import Machine
import Pipeline
import YAML

/// Groups as somebody wrote them: rendered, adopted, and rendered again.
struct RoundTrip: Sendable {
  let name: String
  /// The manifest that was rendered from them, as a file.
  private let rendered: String?
  /// What is rendered otherwise.
  private let directory: String?
  /// Where their sources are.
  private let sources: [String]

  static let all = cases + examples

  /// The golden cases that hold objects of groups.
  private static let cases = GoldenCase.all.compactMap { golden -> RoundTrip? in
    let file = FilePath.join(golden.folder, "expected.yaml")
    guard let text = content(of: "expected.yaml", in: golden.folder),
      golden.options?.build.annotatesSources != true,
      golden.name.hasPrefix("group-") || text.contains("quarks.cloudfoundry.org/instance-group-name")
    else { return nil }
    return RoundTrip(
      name: golden.name, rendered: file, directory: nil,
      sources: [FilePath.join(golden.folder, "input")])
  }

  private static let examples = Example.all.flatMap { example in
    Example.overlays.map { overlay in
      RoundTrip(
        name: "\(example.name)-\(overlay)", rendered: nil, directory: example.overlay(overlay),
        sources: [FilePath.join(example.folder, "base"), example.overlay(overlay)])
    }
  }

  struct Result: Sendable {
    var text = ""
    var before: [Substring] = []
    var after: [Substring] = []
    /// The groups that were rendered, by the labels of their workloads, and those that were found in that again.
    var rendered: Set<Substring> = []
    var groups: Set<Substring> = []
    /// How many lines there are for one of the sources, both in block style.
    var share = 0.0
  }

  /// Goes on a thread of its own: other tests wait for programs on those that they share.
  func run() async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: name).async { continuation.resume(with: Swift.Result { try runHere() }) }
    }
  }

  private func runHere() throws -> Result {
    let scratch = try TemporaryDirectory("zonal-round-trip")
    defer { scratch.remove() }
    var request = Adopting.Request()
    request.inputs = [rendered ?? FilePath.join(scratch.path, "rendered.yaml")]
    request.output = FilePath.join(scratch.path, "adopted")
    if let directory {
      let manifest = Build(options: Build.Options()).run([directory]).manifests[0]
      try OutputFile.write(manifest, to: request.inputs[0])
    }
    let adopting = Adopting(request, options: Build.Options())
    try adopting.write()
    let before = content(
      of: FilePath.lastComponent(request.inputs[0]), in: FilePath.directory(of: request.inputs[0]))
    let after = Build(options: Build.Options()).run([request.output]).manifests[0].text
    let lines = sources.reduce(0) { $0 + Self.lines(below: $1) }
    return Result(
      text: adopting.messages.text(colours: false) + adopting.text,
      before: Self.documents(before ?? ""), after: Self.documents(after),
      rendered: Set(Self.documents(before ?? "").flatMap(Self.groups)),
      groups: Set(
        adopting.text.split(separator: "\n").filter { $0.hasPrefix("group ") }
          .map { $0.dropFirst("group ".count).prefix { $0 != ":" } }),
      share: Double(Self.lines(below: request.output)) / Double(max(lines, 1)))
  }

  private static func documents(_ text: String) -> [Substring] {
    text.split(separator: "\n---\n").map { $0.hasSuffix("\n") ? $0.dropLast() : $0 }.sorted()
  }

  /// Which group a workload is of.
  private static func groups(of document: Substring) -> [Substring] {
    let lines = document.split(separator: "\n")
    guard lines.contains("kind: StatefulSet") || lines.contains("kind: Deployment") else { return [] }
    let label = "/instance-group-name: "
    return lines.prefix { $0 != "spec:" }.compactMap { line in
      line.firstRange(of: label).map { line[$0.upperBound...] }
    }
  }

  /// How many lines the YAML below a directory takes in block style, whoever wrote it in which style.
  private static func lines(below directory: String) -> Int {
    FileSystem.names(in: directory).reduce(0) { count, name in
      let path = FilePath.join(directory, name)
      if FileSystem.kind(of: path) == .directory { return count + lines(below: path) }
      guard name.hasSuffix(".yaml"), let text = content(of: name, in: directory) else { return count }
      let documents = Composer.compose(text: Scalar(text), in: SourceFiles(), report: Report()) ?? []
      return count
        + documents.reduce(0) { $0 + $1.yaml.utf8.count { $0 == UInt8(ascii: "\n") } }
    }
  }
}
