import Diagnostics
import Testing
import YAML

@Suite struct ComposerTests {
  @Test func readsBlockStyle() throws {
    let root = try #require(compose("a: 1\nb:\n- x\n- y: true\nc:\n").documents?.first)
    #expect(root["a"]?.scalar?.kind == .integer)
    #expect(root["b"]?.items?.count == 2)
    #expect(root["b"]?.items?.last?["y"]?.scalar?.kind == .bool)
    #expect(root["c"]?.isNull == true)
  }

  @Test func readsFlowStyleAndJSON() throws {
    let root = try #require(compose("{\"a\": [1, \"2\", null], \"b\": {}}").documents?.first)
    #expect(root["a"]?.items?.map { $0.scalar?.kind } == [.integer, .string, .null])
    #expect(root["b"]?.mapping?.isEmpty == true)
  }

  @Test func readsEveryDocumentThatHasContent() throws {
    let found = compose("# first\n---\na: 1\n---\n# nothing\n---\n\n---\nb: 2\n...\n---\n")
    #expect(found.documents?.map { $0.mapping?.pairs.first?.key.text } == ["a", "b"])
    #expect(compose("").documents?.isEmpty == true)
    #expect(compose("# only a comment\n").documents?.isEmpty == true)
    #expect(compose("---\n---\n").documents?.isEmpty == true)
    #expect(compose("~\n").documents?.count == 1)
  }

  @Test func takesByteOrderMarksAndCarriageReturns() throws {
    let found = compose("\u{FEFF}a: 1\r\n---\r\n\u{FEFF}# comment\r\nb: 2\r\n")
    let second = try #require(found.documents?.last?.mapping)
    #expect(second.pairs.map(\.key.text) == ["b"])
    #expect(second.pairs[0].key.position == Position(file: 1, line: 4, column: 1))
    #expect(second.pairs[0].value.text == "2")
    #expect(compose("a: x\u{FEFF}y\n").documents?.first?["a"]?.text == "x\u{FEFF}y")
  }

  @Test func putsAPositionOnEveryNodeAndKey() throws {
    let root = try #require(compose("é: {x: ü, y: 1}\nlist:\n  - - deep\n").documents?.first)
    let first = try #require(root.mapping?.pairs.first)
    #expect(root.position == Position(file: 1, line: 1, column: 1))
    #expect(first.key.position == Position(file: 1, line: 1, column: 1))
    #expect(first.value.position == Position(file: 1, line: 1, column: 4))
    #expect(first.value["x"]?.position == Position(file: 1, line: 1, column: 8))
    #expect(first.value.mapping?.key("y")?.position == Position(file: 1, line: 1, column: 11))
    let list = try #require(root["list"])
    #expect(list.position == Position(file: 1, line: 3, column: 3))
    #expect(list.items?[0].items?[0].position == Position(file: 1, line: 3, column: 7))
  }

  @Test func keepsStylesAndUnescapes() throws {
    let text = "a: 'it''s'\nb: \"x\\ty\\u00e9\"\nc: |\n  one\n  two\nd: >-\n  one\n  two\ne: plain text\n"
    let root = try #require(compose(text).documents?.first?.mapping)
    #expect(root.pairs.map { $0.value.text } == ["it's", "x\tyé", "one\ntwo\n", "one two", "plain text"])
    #expect(
      root.pairs.map { $0.value.scalar?.style } == [.singleQuoted, .doubleQuoted, .literal, .folded, .plain])
  }
}
