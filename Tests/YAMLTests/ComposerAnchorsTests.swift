import Diagnostics
import Testing
import YAML

@Suite struct ComposerAnchorsTests {
  @Test func unfoldsAliases() throws {
    let root = try #require(compose("a: &x {k: [1, 2]}\nb: *x\nc: &y text\n*y : *y\n").root)
    #expect(root.at("b", "k")?.items?.count == 2)
    #expect(root["text"]?.string == "text")
    // What is wrong with it stands where it is written.
    #expect(root.at("b", "k")?.position == Position(file: 1, line: 1, column: 11))
  }

  @Test func meansTheLatestAnchorOfAName() {
    #expect(compose("a: &x 1\nb: &x 2\nc: *x\n").root?["c"]?.text == "2")
    // Also where the earlier one is still open.
    #expect(compose("a: &x [&x 2]\nc: *x\n").root?["c"]?.text == "2")
  }

  @Test func forgetsAnchorsAtTheEndOfADocument() throws {
    let diagnostic = try #require(compose("a: &x 1\n---\nb: *x\n").first)
    #expect(diagnostic.id == "undefined-alias")
    #expect(diagnostic.position == Position(file: 1, line: 3, column: 4))
  }

  @Test func suggestsAnAnchorForAMisspelledAlias() throws {
    let diagnostic = try #require(compose("a: &defaults {x: 1}\nb: *defualts\n").first)
    #expect(diagnostic.hint == "did you mean \"defaults\"?")
    #expect(compose("a: *x\n").first?.hint != nil)
  }

  @Test func reportsEveryUndefinedAliasAndNothingThatFollowsFromThem() {
    let found = compose("*k : 1\na: *x\nb:\n  <<: *y\n")
    #expect(found.documents == nil)
    #expect(found.diagnostics.map(\.id) == ["undefined-alias", "undefined-alias", "undefined-alias"])
    #expect(found.diagnostics.map { $0.position?.line } == [1, 2, 4])
  }

  @Test(arguments: ["a: &x [1, *x]\n", "a: &x {b: *x}\n", "a: &x\n  b:\n    <<: *x\n"])
  func reportsAnAnchorThatContainsItself(_ text: String) throws {
    let diagnostic = try #require(compose(text).first)
    #expect(diagnostic.id == "recursive-alias")
    #expect(diagnostic.hint != nil)
  }
}

@Suite struct ComposerMergeKeysTests {
  private func pairs(_ text: String) -> [String: String]? {
    let mapping = compose("a: &a {x: a, y: a}\nb: &b {y: b, z: b}\n" + text).root?["m"]?.mapping
    return mapping.map {
      Dictionary(uniqueKeysWithValues: $0.pairs.map { ($0.key.text, $0.value.text ?? "") })
    }
  }

  @Test func mergesAMapping() {
    #expect(pairs("m:\n  <<: *a\n") == ["x": "a", "y": "a"])
    #expect(pairs("m: {<<: {q: 1}, r: 2}\n") == ["q": "1", "r": "2"])
  }

  @Test func prefersTheMappingsOwnKeysInAnyOrder() {
    #expect(pairs("m:\n  <<: *a\n  x: own\n") == ["x": "own", "y": "a"])
    #expect(pairs("m:\n  x: own\n  <<: *a\n") == ["x": "own", "y": "a"])
  }

  @Test func prefersTheFirstOfAList() {
    #expect(pairs("m:\n  <<: [*a, *b]\n") == ["x": "a", "y": "a", "z": "b"])
    #expect(pairs("m:\n  <<: [*b, *a, {y: c, w: c}]\n") == ["x": "a", "y": "b", "z": "b", "w": "c"])
  }

  @Test func mergesWhatWasMergedBefore() {
    #expect(pairs("c: &c {<<: *a, v: c}\nm: {<<: *c}\n") == ["x": "a", "y": "a", "v": "c"])
  }

  @Test func mergesOnlyForAPlainKey() {
    #expect(pairs("m: {'<<': v}\n") == ["<<": "v"])
    #expect(pairs("m: {!!str <<: v}\n") == ["<<": "v"])
    #expect(compose("m: [<<, 1]\n").root?["m"]?.items?.first?.string == "<<")
    #expect(compose("m: <<\n").root?["m"]?.string == "<<")
  }

  @Test(arguments: ["m: {<<: 1}\n", "m: {<<: [*a, 1]}\n", "m: {<<: }\n", "m: {<<: [[*a]]}\n"])
  func reportsAMergeOfWhatIsNoMapping(_ text: String) throws {
    let found = compose("a: &a {x: 1}\n" + text)
    #expect(found.documents == nil)
    let diagnostic = try #require(found.first)
    #expect(diagnostic.id == "merge-of-no-mapping")
    #expect(diagnostic.position == Position(file: 1, line: 2, column: 5))
    #expect(diagnostic.hint != nil)
  }

  @Test func reportsTwoMergeKeys() {
    #expect(compose("a: &a {x: 1}\nm:\n  <<: *a\n  <<: *a\n").first?.id == "duplicate-key")
  }
}
