import Diagnostics
import Testing
import YAML

@Suite struct ComposerScalarsTests {
  private func value(_ text: String) -> Scalar? {
    compose("a: \(text)\n").root?["a"]?.scalar
  }

  @Test func keepsTheSpellingOfNumbers() {
    #expect(value("0x1F")?.text == "0x1F")
    #expect(value("1_000")?.text == "1_000")
    #expect(value("1.50")?.text == "1.50")
  }

  @Test(arguments: ["'8080'", "\"true\"", "'null'", "''", "\"\"", "|\n  8080", ">-\n  1.5"])
  func takesQuotedScalarsAndBlocksAsStrings(_ text: String) {
    #expect(value(text)?.kind == .string)
  }

  @Test func readsScalarsAsTheirTagsSay() {
    #expect(value("!!str 8080")?.kind == .string)
    #expect(value("!!int '8080'")?.kind == .integer)
    #expect(value("!!float 3")?.kind == .float)
    #expect(value("!!bool 'true'")?.kind == .bool)
    #expect(value("!!null ''")?.kind == .null)
    #expect(value("! 8080")?.kind == .integer)
    #expect(value("! '8080'")?.kind == .string)
    #expect(value("!<tag:yaml.org,2002:int> 1")?.kind == .integer)
  }

  @Test func ignoresTagsOfApplications() {
    #expect(value("!Ref name")?.text == "name")
    // As with go-yaml, what would be a number without its tag is a string.
    #expect(value("!custom 3")?.kind == .string)
    #expect(value("!custom 'x'")?.kind == .string)
    #expect(compose("a: !custom {b: 1}\n").root?.at("a", "b")?.scalar?.kind == .integer)
    #expect(compose("a: !!set {b}\n").root?.at("a", "b")?.isNull == true)
  }

  @Test func decodesBinary() {
    #expect(value("!!binary aGVsbG8=")?.text == "hello")
    #expect(value("!!binary \"aGVs\\nbG8h\"")?.text == "hello!")
    #expect(value("!!binary ''")?.text == "")
    #expect(value("!!binary /w==") == nil)
  }

  @Test(arguments: [
    ("!!int abc", "tag-mismatch"), ("!!bool yes", "tag-mismatch"), ("!!float x", "tag-mismatch"),
    ("!!null 0", "tag-mismatch"), ("!!int 1.5", "tag-mismatch"), ("!!binary '#'", "bad-base64"),
    ("!!binary aGVsbG8", "bad-base64"), ("!!binary a===", "bad-base64"), ("!!binary /w==", "binary-not-text"),
  ])
  func reportsWhatItsTagDoesNotFit(_ text: String, _ id: String) throws {
    let found = compose("a: \(text)\n")
    #expect(found.documents == nil)
    let diagnostic = try #require(found.first)
    #expect(diagnostic.id == id)
    #expect(diagnostic.position?.column == 4)
    #expect(diagnostic.hint != nil)
  }
}
