import Edits
import Testing
import YAML

@Suite struct EditedTextTests {
  /// What a text is after changes; `nil` when one of them is refused.
  private func changed(_ text: String, _ changes: Change...) -> String? {
    guard var edited = EditedText(Array(text.utf8)) else { return nil }
    for change in changes {
      do throws(EditedText.Refusal) { try edited.make(change) } catch { return nil }
    }
    return String(decoding: edited.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("a: x # n\n", "a: z # n\n"), ("a: 'x'\n", "a: 'z'\n"), ("a: \"x\"\n", "a: \"z\"\n"), ("a:\n", "a: z\n"),
    ("a: # n\nb: 1\n", "a: z # n\nb: 1\n"), ("a: &k x\n", "a: &k z\n"), ("a: >-\n  x\n  w\n", "a: z\n"),
    ("{a: x, b: 1}\n", "{a: z, b: 1}\n"), ("a: x", "a: z"), ("a: []\n", "a: z\n"),
    ("a: |+\n  x\n\n\nb: 1\n", "a: z\n\n\nb: 1\n"),
  ])
  func replacesTexts(_ before: String, _ after: String) {
    #expect(changed(before, .replace([.key("a")], "z")) == after)
  }

  @Test(arguments: [
    ("- a\n- b # n\n", "- a\n- b # n\n- c\n"), ("-   a\n", "-   a\n-   c\n"), ("[a]\n", "[a, c]\n"),
    ("[\n  a, # n\n]\n", "[\n  a, # n\n  c,\n]\n"), ("[\n  a # n\n]\n", "[\n  a, # n\n  c\n]\n"),
    ("- a", "- a\n- c"),
    ("- a\r\n", "- a\r\n- c\r\n"), ("- a\r", "- a\r- c\r"),
    ("- a\n  # of a\n# end\n", "- a\n  # of a\n- c\n# end\n"), ("[]\n", "[c]\n"),
    ("- |-\n  x\n\n# n\n", "- |-\n  x\n- c\n\n# n\n"),
  ])
  func appendsItems(_ before: String, _ after: String) {
    #expect(changed(before, .append([], "c")) == after)
  }

  @Test(arguments: [
    ("a: 1\nb: 2\n", 0, "b: 2\n"), ("a: 1\nb: 2\n", 1, "a: 1\n"), ("a: 1\nb: 2", 1, "a: 1"),
    ("{a: 1, b: 2}\n", 0, "{b: 2}\n"),
    ("{a: 1, b: 2}\n", 1, "{a: 1}\n"), ("{\n  a: 1, # n\n  b: 2  # m\n}\n", 1, "{\n  a: 1 # n\n}\n"),
    ("a: 1\n\nb: 2\n\n", 1, "a: 1\n\n"), ("# top\na: 1\nb: 2\n", 0, "# top\nb: 2\n"),
    ("a: 1\n# of b\nb: 2\n", 1, "a: 1\n"),
    ("a: 1\n# - x\nb: 2\n", 1, "a: 1\n# - x\n"), ("a: 1\n  # of a\nb: 2\n", 0, "b: 2\n"),
    ("---\na: 1\nb: 2\n...\n", 1, "---\na: 1\n...\n"),
  ])
  func removesFields(_ before: String, _ index: Int, _ after: String) {
    #expect(changed(before, .remove([.key(index == 0 ? "a" : "b")])) == after)
  }

  @Test func removesWhatWouldBeEmpty() {
    #expect(changed("a: {b: [c]}\nd: 1\n", .remove([.key("a"), .key("b"), .item(0)])) == "d: 1\n")
    #expect(changed("# all\na:\n- b\n", .remove([.key("a"), .item(0)])) == "# all\n")
  }

  @Test func refusesWhatWouldChangeMore() {
    #expect(changed("a: &k x\nb: *k\n", .replace([.key("a")], "z")) == nil)
    #expect(changed("a: &k [x]\nb: *k\n", .append([.key("b")], "y")) == nil)
    #expect(changed("a: &k {x: 1}\nb:\n  <<: *k\n  z: 2\n", .remove([.key("b"), .key("x")])) == nil)
    #expect(changed("a: &k {x: 1}\nb:\n  <<: *k\n  y: 2\n", .replace([.key("b"), .key("x")], "y")) == nil)
  }

  @Test func writesOverWhatIsMerged() {
    let text = "a: &k {x: 1}\nb:\n  <<: *k # n\n"
    let change = Change.insert(into: [.key("b")], "x", 2, behind: [])
    #expect(changed(text, change) == "a: &k {x: 1}\nb:\n  <<: *k # n\n  x: 2\n")
  }

  @Test func placesFields() {
    let change = Change.insert(into: [], "b", "2", behind: ["a"])
    #expect(changed("a: 1\nc: 3\n", change) == "a: 1\nb: \"2\"\nc: 3\n")
    #expect(changed("a: 1\n\nc: 3\n", change) == "a: 1\n\nb: \"2\"\n\nc: 3\n")
    #expect(changed("a: 1\n# of c\nc: 3\n", change) == "a: 1\nb: \"2\"\n# of c\nc: 3\n")
    #expect(changed("a: 1\n  # of a\n\nc: 3\n", change) == "a: 1\n  # of a\n\nb: \"2\"\n\nc: 3\n")
    #expect(changed("c: 3\n", .prepend("b", 2)) == "b: 2\nc: 3\n")
    #expect(changed("# top\n\nc: 3\n", .prepend("b", 2)) == "# top\n\nb: 2\nc: 3\n")
  }

  @Test func movesAndWraps() {
    #expect(
      changed("a:\n  # x\n  - x # 1\nb:\n- y\n", .move("a", to: "b", .items)) == "b:\n- y\n# x\n- x # 1\n")
    #expect(
      changed("a:\n  k: v # 1\n", .move("a", to: "b", .labels))
        == "b:\n- pairs:\n    k: v # 1\n  includeSelectors: true\n")
    #expect(changed("- x # 1\n", .wrap([.item(0)], "k")) == "- k: x # 1\n")
    #expect(changed("- |\n  x\n\n  y\n", .wrap([.item(0)], "k")) == "- k: |\n    x\n\n    y\n")
    #expect(changed("[x]\n", .wrap([.item(0)], "k")) == "[{k: x}]\n")
    #expect(changed("\"a\": 1 # n\n", .rename([.key("a")], "b")) == "\"b\": 1 # n\n")
  }

  @Test func keepsAMarkAtTheBeginning() {
    #expect(changed("\u{FEFF}a: 1\n", .replace([.key("a")], 2)) == "\u{FEFF}a: 2\n")
  }

  @Test func changesOneOfSeveralDocuments() throws {
    var text = try #require(EditedText(Array("# 1\n---\na: 1\n---\na: 2 # n\n".utf8)))
    try text.make(.replace([.key("a")], 3), in: 1)
    #expect(String(decoding: text.bytes, as: UTF8.self) == "# 1\n---\na: 1\n---\na: 3 # n\n")
  }
}
