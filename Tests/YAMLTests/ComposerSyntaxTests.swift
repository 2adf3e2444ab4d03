import Diagnostics
import Testing
import YAML

/// A text that is no YAML, and what is to be said of it.
struct BadSyntax: CustomTestStringConvertible {
  var text: String
  var id: String
  var line: UInt32
  var column: UInt32
  var testDescription: String { text }

  init(_ text: String, _ id: String, _ line: UInt32, _ column: UInt32) {
    self.text = text
    self.id = id
    self.line = line
    self.column = column
  }
}

@Suite struct ComposerSyntaxTests {
  @Test(arguments: [
    BadSyntax("a: \"foo\nb: 1\n", "unclosed-quote", 1, 4),
    BadSyntax("a: b\n---\nc: 'd\n---\n", "unclosed-quote", 3, 4),
    BadSyntax("a: {x: 1, y: 2", "unclosed-bracket", 1, 4),
    BadSyntax("a: [1, 2\nb: 3\n", "unclosed-bracket", 2, 2),
    BadSyntax("{\"a\": 1\n \"b\": 2}\n", "unclosed-bracket", 2, 5),
    BadSyntax("a:\n- x: [\n", "unclosed-bracket", 3, 1),
    BadSyntax("a: ]\n", "unexpected-bracket", 1, 4),
    BadSyntax("[1,,2]", "missing-value", 1, 4),
    BadSyntax("{a:}", "missing-space", 1, 3),
    BadSyntax("{: a}", "missing-key", 1, 2),
    BadSyntax("[a, - b]", "misplaced-list-item", 1, 5),
    BadSyntax("[a, |\n b]", "bad-block-scalar", 1, 5),
    BadSyntax("a: b\nmessage: error: no\n", "unquoted-value", 2, 10),
    BadSyntax("a: @b\n", "unquoted-value", 1, 4),
    BadSyntax("a: `b`\n", "unquoted-value", 1, 4),
    BadSyntax("a: %b\n", "unquoted-value", 1, 4),
    BadSyntax("a: *.yaml\n", "unquoted-value", 1, 4),
    BadSyntax("a: ? b\n", "unquoted-value", 1, 4),
    BadSyntax("a:b\nc: d\n", "missing-space", 1, 2),
    BadSyntax("- name: x\n  image:nginx\n  port: 1\n", "missing-space", 2, 8),
    BadSyntax("- a\n-b\n", "missing-space", 2, 1),
    BadSyntax("a: 1\nreplicas 3\nb: 2\n", "missing-colon", 2, 1),
    BadSyntax("foo\nbar: 1\n", "missing-colon", 1, 1),
    BadSyntax("a: x\n: y\n", "missing-key", 2, 1),
    BadSyntax("a: 1\n  b: 2\n", "bad-indentation", 2, 3),
    BadSyntax("a: \"1\"\n  b: 2\n", "bad-indentation", 2, 3),
    BadSyntax("a:\n  b: 1\n c: 2\n", "bad-indentation", 3, 2),
    BadSyntax("- a:\n    b: 1\n c: 3\n", "bad-indentation", 3, 2),
    BadSyntax("   a: 1\n  b: 2\n", "bad-indentation", 2, 3),
    BadSyntax("a:\n\tb: 1\n", "tab-indentation", 2, 1),
    BadSyntax("a:\n  b: 1\n\tc: 2\n", "tab-indentation", 3, 1),
    BadSyntax("a: >\n\tfoo\n", "tab-indentation", 2, 1),
    BadSyntax("a: 1\n- b\n", "misplaced-list-item", 2, 1),
    BadSyntax("a: - b\n", "misplaced-list-item", 1, 4),
    BadSyntax("- a\nc: d\n", "misplaced-key", 2, 1),
    BadSyntax("a: 'it's'\n", "text-after-value", 1, 8),
    BadSyntax("a: {b: c}-d\n", "text-after-value", 1, 10),
    BadSyntax("a: 1\n...\nb: 2\n", "missing-document-start", 3, 1),
    BadSyntax("a: \"\\q\"\n", "bad-escape", 1, 5),
    BadSyntax("a: \"\\xZZ\"\n", "bad-escape", 1, 7),
    BadSyntax("a: |x\n  foo\n", "bad-block-scalar", 1, 5),
    BadSyntax("a: |0\n  foo\n", "bad-block-scalar", 1, 5),
    BadSyntax("a: !x!y z\n", "bad-tag", 1, 4),
    BadSyntax("%YAML 3.0\n---\na: 1\n", "bad-directive", 1, 1),
    BadSyntax("%if x\na: 1\n", "bad-directive", 1, 1),
    BadSyntax("a: é\u{0}\n", "control-character", 1, 5),
    BadSyntax("a: 1\nb: \"\u{1}\"\n", "control-character", 2, 5),
  ])
  func saysWhatIsWrong(_ bad: BadSyntax) throws {
    let found = compose(bad.text)
    #expect(found.documents == nil)
    #expect(found.diagnostics.count == 1)
    let diagnostic = try #require(found.first)
    #expect(diagnostic.id == bad.id)
    #expect(diagnostic.position == Position(file: 1, line: bad.line, column: bad.column))
    #expect(diagnostic.hint != nil)
  }

  @Test func writesOutTheRemedy() {
    #expect(compose("message: error: no space").first?.hint == "write message: \"error: no space\"")
    #expect(compose("a: say \"hi\": ok # note").first?.hint == "write a: 'say \"hi\": ok'")
    #expect(compose("a: 1\nreplicas 3\n").first?.hint?.hasPrefix("write \"replicas: 3\"") == true)
    #expect(compose("image:nginx:1.2\nb: 1\n").first?.hint == "write \"image: nginx:1.2\"")
  }

  @Test func pointsAtTheQuotesThatSwallowedLines() throws {
    let diagnostic = try #require(compose("a: \"foo\nb: \"bar\"\nc: 1\n").first)
    #expect(diagnostic.id == "text-after-value")
    #expect(diagnostic.notes.map(\.position) == [Position(file: 1, line: 1, column: 4)])
  }

  @Test func pointsAtTheBracketThatIsOpen() throws {
    let diagnostic = try #require(compose("a: [1, 2\nb: 3\n").first)
    #expect(diagnostic.notes.map(\.position) == [Position(file: 1, line: 1, column: 4)])
  }

  @Test func blamesNoTabsThatMayBe() {
    #expect(compose("{\n\t\"a\":\t[\n\t\t1\n\t]\n}\n").root?["a"]?.items?.count == 1)
    #expect(compose("{\n\t\"a\": 1\n\t\"b\": 2\n}\n").first?.id == "unclosed-bracket")
  }

  @Test func reportsBytesThatAreNoUTF8() throws {
    for bytes: [UInt8] in [[0xFF], [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xE2, 0x82]] {
      let diagnostic = try #require(compose(Array("a: 1\né: x".utf8) + bytes).first)
      #expect(diagnostic.id == "not-utf8")
      #expect(diagnostic.position?.line == 2)
      #expect(diagnostic.position?.column == 5 || bytes == [0xC3, 0x28])
      #expect(diagnostic.hint != nil)
    }
    #expect(compose([0xFF, 0xFE, 0x61, 0x00]).first?.summary == "this file is UTF-16, not UTF-8")
  }

  @Test func quotesLongTextsInPart() throws {
    let diagnostic = try #require(compose("a: " + String(repeating: "x ", count: 500) + "y: z\n").first)
    #expect(try #require(diagnostic.hint).utf8.count < 200)
  }
}
