import Testing
import YAML

@Suite struct EmitterFoldingTests {
  /// 75 columns.
  private let words = String(repeating: "word ", count: 15)

  @Test func foldsAtTheFirstSpaceAfterTheWidth() {
    #expect(Node.string(words + "12345 ab c d").yaml == "\(words)12345 ab\n  c d\n")
    #expect(Node.string(words + "123456 ab c").yaml == "\(words)123456\n  ab c\n")
  }

  @Test func countsTheCharactersOfQuotesAndEscapes() {
    #expect(Node.string("*" + words + "123 ab c").yaml == "'*\(words)123 ab\n  c'\n")
    #expect(Node.string("''" + words + "1 ab c").yaml == "'''''\(words)1\n  ab c'\n")
    #expect(Node.string("\t" + words + "12 ab c").yaml == "\"\\t\(words)12 ab\n  c\"\n")
    #expect(Node.string("😀" + words + "ab c").yaml == "\"\\U0001F600\(words.dropLast())\n  ab c\"\n")
  }

  @Test func countsCharactersAndNotBytes() {
    let words = String(repeating: "wörd ", count: 15)
    #expect(Node.string(words + "12345 ab c").yaml == "\(words)12345 ab\n  c\n")
  }

  @Test func countsTheKeyBeforeTheValue() {
    let node: Node = .mapping(["kéy": .mapping(["é": .string(words + "1 x y")])])
    #expect(node.yaml == "kéy:\n  é: \(words)1\n    x y\n")
  }

  @Test func foldsOnlyAtSingleSpaces() {
    #expect(Node.string(words + "123456  ab c").yaml == "\(words)123456  ab\n  c\n")
    #expect(Node.string("*" + words + "123456  ab c ").yaml == "'*\(words)123456  ab\n  c '\n")
  }

  @Test func foldsBetweenSpacesWhereTheyCanBeEscaped() {
    #expect(Node.string("\t" + words + "1234  ab").yaml == "\"\\t\(words)1234\n  \\ ab\"\n")
    #expect(Node.string("\t" + words + "1234 ").yaml == "\"\\t\(words)1234 \"\n")
  }

  @Test func foldsEveryLineThatIsTooLong() {
    let text = Array(repeating: "word", count: 60).joined(separator: " ")
    #expect(Node.string(text).yaml.split(separator: "\n").map(\.count) == [84, 81, 81, 56])
  }

  @Test func leavesWordsThatAreLongerThanALine() {
    let word = String(repeating: "x", count: 200)
    #expect(Node.string(word).yaml == word + "\n")
    #expect(Node.string("a " + word).yaml == "a \(word)\n")
  }

  @Test func leavesKeysOnOneLine() {
    let key = words + "and more words"
    #expect(Node.mapping([key: "v"] as KeyValuePairs).yaml == "\(key): v\n")
    #expect(Node.mapping(["*" + key: "v"] as KeyValuePairs).yaml == "'*\(key)': v\n")
    #expect(Node.mapping(["\t" + key: "v"] as KeyValuePairs).yaml == "\"\\t\(key)\": v\n")
  }

  @Test func foldsLongKeysThatHaveALineOfTheirOwn() {
    let key = words + words + "end"
    #expect(
      Node.mapping([key: 1] as KeyValuePairs).yaml == "? \(words)word\n  \(words.dropFirst(5))end\n: 1\n")
  }
}
