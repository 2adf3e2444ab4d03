import Testing
import YAML

@Suite struct SourceNodeTests {
  private func root(_ text: String) throws -> SourceNode {
    try #require(SourceTree.compose(Array(text.utf8))?.first)
  }

  private func text(_ node: SourceNode, in text: String) -> String {
    String(decoding: Array(text.utf8)[node.range], as: UTF8.self)
  }

  @Test func knowsTheBytesOfEveryStyle() throws {
    let source = """
      plain: a b # note
      single: 'it''s'
      double: "é\\n"
      flow: [1, {a: b}]  # note
      literal: |
        one

        two

      block:
      - x
      - y   # last

      """
    let pairs = try #require(try root(source).pairs)
    #expect(
      pairs.map { text($0.value, in: source) } == [
        "a b", "'it''s'", "\"é\\n\"", "[1, {a: b}]", "|\n  one\n\n  two", "- x\n- y",
      ])
    #expect(pairs.map { text($0.key, in: source) }.first == "plain")
  }

  @Test func looksBehindAnchorsAndTags() throws {
    let source = "a: &x !!str 1\nb: *x\nc: &y\n  d: e\n"
    let pairs = try #require(try root(source).pairs)
    #expect(text(pairs[0].value, in: source) == "&x !!str 1")
    #expect(Array(source.utf8)[pairs[0].value.start] == UInt8(ascii: "1"))
    if case .alias = pairs[1].value.content {} else { Issue.record("no alias") }
    #expect(pairs[2].value.hasProperties)
    #expect(Array(source.utf8)[pairs[2].value.start] == UInt8(ascii: "d"))
  }

  @Test func tellsWhatIsAbsent() throws {
    let pairs = try #require(try root("a:\nb: # note\nc: ''\n").pairs)
    #expect(pairs.map(\.value.isAbsent) == [true, true, false])
  }

  @Test func countsCharactersAndBreaksAsTheParserDoes() throws {
    for source in ["é: ü\r\nb: [ö]\r\n", "a: \u{85}b: [ö]\u{2028}", "é: x\rb: [ö]\r"] {
      let pairs = try #require(try root(source).pairs)
      #expect(text(pairs[1].value, in: source) == "[ö]")
    }
  }

  @Test func takesTheLastOfSeveralKeys() throws {
    #expect(try root("a: 1\nb: 2\na: 3\n").index(of: "a") == 2)
  }

  @Test func refusesWhatIsNoYAML() {
    #expect(SourceTree.compose(Array("a: [".utf8)) == nil)
    let deep = String(repeating: "[", count: 300) + String(repeating: "]", count: 300)
    #expect(SourceTree.compose(Array(deep.utf8)) == nil)
  }
}

@Suite struct SourceWriterTests {
  private let writer = SourceWriter()

  @Test func quotesWhatNeedsIt() {
    let texts = ["a", "1.25", "yes", "0o17", "2001-01-01", "", "a: b", "it's", "#x", "tab\t", "~"]
    let written = texts.map { writer.inline(.string($0), inFlow: false) }
    #expect(
      written == [
        "a", "\"1.25\"", "\"yes\"", "\"0o17\"", "\"2001-01-01\"", "\"\"", "'a: b'", "it's", "'#x'",
        "\"tab\\t\"", "\"~\"",
      ])
  }

  @Test func keepsQuotesWhereItCan() {
    #expect(writer.inline(.string("b"), inFlow: false, like: .singleQuoted) == "'b'")
    #expect(writer.inline(.string("it's"), inFlow: false, like: .singleQuoted) == "'it''s'")
    #expect(writer.inline(.string("a\nb"), inFlow: false, like: .singleQuoted) == "\"a\\nb\"")
    #expect(writer.inline(.string("b"), inFlow: false, like: .doubleQuoted) == "\"b\"")
    #expect(writer.inline(.integer(3), inFlow: false, like: .doubleQuoted) == "3")
  }

  @Test func quotesSyntaxWithinBrackets() {
    #expect(writer.inline(.sequence(["a,b", "x:1", "c"]), inFlow: false) == "[\"a,b\", \"x:1\", c]")
  }

  @Test func neverFolds() {
    let long = Array(repeating: "word", count: 60).joined(separator: " ")
    #expect(writer.lines(of: .mapping(["a": .string(long)])) == ["a: " + long])
  }

  @Test func writesTextsOfSeveralLinesAsBlocks() throws {
    let texts = ["a\nb", "a\nb\n", "a\n\n", "  a\nb\n"]
    let headers = texts.compactMap { writer.block(Scalar($0))?.header }
    #expect(headers == ["|-", "|", "|+", "|2"])
    for text in texts {
      let lines = writer.lines(of: .mapping(["k": .sequence([.string(text)]), "l": .string(text)]))
      let source = Array((lines.joined(separator: "\n") + "\n").utf8)
      #expect(SourceTree.compose(source)?.first?.pairs?.first?.value.items?.first?.text == text)
    }
  }

  @Test func indentsListsAsItIsTold() {
    var writer = SourceWriter()
    (writer.step, writer.listStep, writer.dashGap) = (4, 2, 3)
    let node = Node.mapping(["a": .sequence([.mapping(["b": "c", "d": .mapping(["e": "f"])])])])
    #expect(writer.lines(of: node) == ["a:", "  -   b: c", "      d:", "          e: f"])
  }
}
