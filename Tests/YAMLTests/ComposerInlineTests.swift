import Diagnostics
import Testing
import YAML

/// Documents that are written within a scalar of another file.
@Suite struct ComposerInlineTests {
  private let files = SourceFiles()
  private let report = Report()

  /// Composes a file, and then the text of the scalar at `patch`.
  private func inner(_ outer: String) throws -> [Node]? {
    let file = SourceFile(path: "kustomization.yaml", bytes: Array(outer.utf8))
    let index = files.add(file)
    let root = try #require(Composer.compose(file, index: index, report: report)?.first)
    return Composer.compose(text: try #require(root["patch"]?.scalar), in: files, report: report)
  }

  @Test(arguments: ["|-", "|", "|+", "|2", "&p |-  # why"])
  func mapsLiteralBlocksToTheLinesOfTheFile(_ header: String) throws {
    let root = try #require(try inner("x: 1\npatch: \(header)\n\n  # note\n  a:\n    b: 1\n")?.first)
    let a = try #require(root.mapping?.key("a"))
    #expect(a.position == Position(file: 1, line: 5, column: 3))
    #expect(root["a"]?.mapping?.key("b")?.position == Position(file: 1, line: 6, column: 5))
  }

  @Test func mapsLinesThatAnIndicatorIndents() throws {
    let items = try #require(try inner("patch: |1\n   - a\n   - b\n")?.first?.items)
    #expect(items[1].position == Position(file: 1, line: 3, column: 6))
  }

  @Test func mapsEveryDocument() throws {
    let documents = try #require(try inner("patch: |\n    a: 1\n    ---\n    b: 2\n"))
    #expect(documents.map(\.position.line) == [2, 4])
    #expect(documents.map(\.position.column) == [5, 5])
  }

  @Test(arguments: ["\"a:\\n  b: 1\"", "'{a: {b: 1}}'", ">-\n  {a:\n  {b: 1}}"])
  func putsOtherStylesWhereTheScalarIs(_ text: String) throws {
    let root = try #require(try inner("x: 1\npatch: \(text)\n")?.first)
    #expect(root.position == Position(file: 1, line: 2, column: 8))
    #expect(root["a"]?.position == Position(file: 1, line: 2, column: 8))
  }

  @Test func putsATextThatTheBuildMadeWhereItsScalarIs() throws {
    _ = files.add(SourceFile(path: "a.yaml", bytes: Array("patch: |\n  other: text\n".utf8)))
    let scalar = Scalar("a: 1\n", style: .literal, at: Position(file: 1, line: 1, column: 8))
    #expect(Composer.compose(text: scalar, in: files, report: report)?.first?.position == scalar.position)
    let unknown = Composer.compose(text: Scalar("a: 1"), in: files, report: report)
    #expect(unknown?.first?.position == Position.none)
  }

  @Test func reportsMistakesAtTheLinesOfTheFile() throws {
    #expect(try inner("x: 1\npatch: |-\n    a: 1\n    b: c: d\n") == nil)
    let diagnostic = try #require(report.diagnostics.first)
    #expect(diagnostic.id == "unquoted-value")
    #expect(diagnostic.position == Position(file: 1, line: 4, column: 8))
  }

  @Test func reportsDuplicatesAtTheLinesOfTheFile() throws {
    #expect(try inner("patch: |-\n  a: 1\n  a: 2\n") == nil)
    #expect(report.diagnostics.first?.position == Position(file: 1, line: 3, column: 3))
    #expect(report.diagnostics.first?.notes.first?.position == Position(file: 1, line: 2, column: 3))
  }
}
