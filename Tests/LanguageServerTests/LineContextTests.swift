import Testing

@testable import LanguageServer

@Suite struct LineContextTests {
  private func context(_ text: String) -> LineContext {
    LineContext(text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }

  @Test func keysLeadToAPlace() {
    let found = context("spec:\n  template:\n    spec:\n      con")
    #expect(found.steps == ["spec", "template", "spec"])
    #expect(found.key == nil)
    #expect(found.prefix == "con")
  }

  @Test func valuesHaveAKey() {
    let found = context("spec:\n  policy: Per")
    #expect(found.place == ["spec", "policy"])
    #expect(found.prefix == "Per")
  }

  @Test func listsStandBesideTheirKeyOrBelowIt() {
    #expect(context("a:\n- b: c\n  d").steps == ["a", "[]"])
    #expect(context("a:\n  - b: c\n    d").steps == ["a", "[]"])
    #expect(context("a:\n- - b").steps == ["a", "[]", "[]"])
    #expect(context("a:\n- b:\n  - c: ").place == ["a", "[]", "b", "[]", "c"])
    #expect(context("x: y\na:\n- b\n- ").steps == ["a", "[]"])
  }

  @Test func bracketsAreOpen() {
    #expect(context("a: {b: c, d: [e, {f: ").place == ["a", "d", "[]", "f"])
    #expect(context("a: {b: {}, ").steps == ["a"])
    #expect(context("a: {b: c, ").siblings == ["b"])
    #expect(context("a: [b, c").steps == ["a", "[]"])
  }

  @Test func siblingsAndTheirValuesAreKnown() {
    let found = context("kind: A\nspec:\n  one: 1\n  two:\n    three: 3\n  fo")
    #expect(found.siblings == ["one", "two"])
    #expect(found.values[0]?["kind"] == "A")
    #expect(context("a:\n- kind: B\n  na").values[2]?["kind"] == "B")
    #expect(context("a: {kind: \"B\", name: ").values[1]?["kind"] == "B")
  }

  @Test func commentsAndEmptyLinesArePassedOver() {
    #expect(context("a:\n\n  # b:\n  c").steps == ["a"])
    #expect(context("a:\n  # b").isComment)
    #expect(!context("a: '#b").isComment)
    #expect(context("").steps.isEmpty)
  }
}
