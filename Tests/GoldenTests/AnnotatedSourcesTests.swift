import Diagnostics
import Pipeline
import Testing
import YAML

/// What `zonal build --annotate-sources` writes of every case.
@Suite struct AnnotatedSourcesTests {
  /// The lines of the build, some with a comment behind them, and to a parser nothing else.
  @Test(arguments: GoldenCase.all) func onlyAddsComments(_ golden: GoldenCase) async {
    guard let options = golden.options, options.question == nil, !options.build.annotatesSources else {
      return
    }
    let (plain, annotated) = await golden.onThread {
      (Self.manifest(options, annotated: false), Self.manifest(options, annotated: true))
    }
    #expect((plain == nil) == (annotated == nil))
    guard let plain, let annotated else { return }
    let (lines, annotatedLines) = (Self.lines(plain), Self.lines(annotated))
    #expect(lines.count == annotatedLines.count)
    for (line, annotated) in zip(lines, annotatedLines) {
      let rest = annotated.dropFirst(line.count)
      #expect(annotated.starts(with: line), "\(Self.text(annotated)) is not \(Self.text(line))")
      let comment = rest.drop { $0 == UInt8(ascii: " ") }
      #expect(
        comment.isEmpty || rest.count - comment.count > 1 && comment.first == UInt8(ascii: "#"),
        "\(Self.text(annotated)) is not \(Self.text(line)) with a comment")
    }
    let (documents, annotatedDocuments) = (Self.documents(plain), Self.documents(annotated))
    #expect(documents.count == annotatedDocuments.count)
    for (document, other) in zip(documents, annotatedDocuments) { #expect(document.sameData(as: other)) }
  }

  private static func manifest(_ options: GoldenOptions, annotated: Bool) -> String? {
    var build = options.build
    build.annotatesSources = annotated
    let outcome = Build(options: build).run(options.target.map { [$0] } ?? [])
    return outcome.messages.exitCode == 0 ? outcome.manifests.first?.text : nil
  }

  private static func documents(_ text: String) -> [Node] {
    Composer.compose(SourceFile(path: "", bytes: Array(text.utf8)), index: 0, report: Report()) ?? []
  }

  private static func lines(_ text: String) -> [[UInt8]] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  }

  private static func text(_ line: [UInt8]) -> String { String(decoding: line, as: UTF8.self) }
}
