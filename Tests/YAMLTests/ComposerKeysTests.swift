import Diagnostics
import Testing
import YAML

@Suite struct ComposerKeysTests {
  @Test func reportsADuplicateKeyWithItsFirstPlace() throws {
    let diagnostic = try #require(compose("a:\n  b: 1\n  c: 2\n  \"b\": 3\n").first)
    #expect(diagnostic.id == "duplicate-key")
    #expect(diagnostic.summary == "the key \"b\" is given twice in one mapping")
    #expect(diagnostic.position == Position(file: 1, line: 4, column: 3))
    #expect(diagnostic.notes.map(\.position) == [Position(file: 1, line: 2, column: 3)])
    #expect(diagnostic.hint != nil)
  }

  @Test(arguments: [3, 24, 25, 500])
  func findsDuplicatesAmongAnyNumberOfKeys(_ count: Int) {
    let keys = (0..<count).map { "k\($0): 1\n" }.joined()
    #expect(compose(keys).root?.mapping?.pairs.count == count)
    let found = compose(keys + "k1: 2\nk0: 2\n")
    #expect(found.diagnostics.map { $0.position?.line } == [UInt32(count + 1), UInt32(count + 2)])
    #expect(found.diagnostics.map { $0.notes.first?.position?.line } == [2, 1])
  }

  @Test func letsTheLastOneCountWhereDuplicatesAreLetThrough() throws {
    let report = Report()
    let file = SourceFile(path: "kustomization.yaml", bytes: Array("a: 1\nb: 2\na: 3\na: 4\n".utf8))
    let documents = Composer.compose(file, index: 1, report: report, duplicateKeys: .warning)
    let mapping = try #require(documents?.first?.mapping)
    #expect(mapping.pairs.map(\.key.text) == ["a", "b"])
    #expect(mapping["a"]?.text == "4")
    #expect(report.diagnostics.map(\.severity) == [.warning, .warning])
    #expect(report.hasErrors == false)
  }

  @Test func tellsKeysApartByBytes() {
    #expect(compose("é: 1\ne\u{301}: 2\n").root?.mapping?.pairs.count == 2)
    let many = (0..<30).map { "k\($0): 1\n" }.joined()
    #expect(compose(many + "é: 1\ne\u{301}: 2\n").root?.mapping?.pairs.count == 32)
  }

  @Test func reportsAKeyThatIsNoScalar() throws {
    for text in ["? [a]\n: b\n", "[a]: b\n", "? {a: 1}\n: b\n", "x: &x [1]\n*x : 2\n"] {
      let diagnostic = try #require(compose(text).first)
      #expect(diagnostic.id == "non-scalar-key")
      #expect(diagnostic.position?.isKnown == true)
      #expect(diagnostic.hint != nil)
    }
  }

  @Test func knowsTemplatesThatAreNotInQuotes() throws {
    let diagnostic = try #require(compose("a: b\nname: {{ .Values.name }}\n").first)
    #expect(diagnostic.id == "unquoted-value")
    #expect(diagnostic.position == Position(file: 1, line: 2, column: 7))
    #expect(diagnostic.hint?.contains("in quotes") == true)
  }

  @Test func reportsEveryMistakeOfAFile() {
    let found = compose("a: 1\na: 2\nb: !!int x\nc: *d\n? [k]\n: v\n")
    #expect(
      Set(found.diagnostics.map(\.id))
        == ["duplicate-key", "tag-mismatch", "undefined-alias", "non-scalar-key"])
  }
}
