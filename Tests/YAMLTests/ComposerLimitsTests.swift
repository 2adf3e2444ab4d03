import Diagnostics
import Testing
import YAML

@Suite struct ComposerLimitsTests {
  @Test(arguments: ["[", "{", "[\n", "{a: ", "- ", "? ", "[a, {b: "])
  func stopsAtDeepNesting(_ opening: String) throws {
    let clock = ContinuousClock()
    var found = Composed()
    let time = clock.measure { found = compose(String(repeating: opening, count: 100_000)) }
    #expect(found.diagnostics.map(\.id) == ["nested-too-deep"])
    #expect(found.first?.hint != nil)
    #expect(time < .seconds(5))
  }

  @Test func takesNestingUpToTheLimit() {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(compose(nested(256)).documents?.count == 1)
    #expect(compose(nested(257)).first?.position == Position(file: 1, line: 1, column: 257))
    var limits = Composer.Limits()
    limits.depth = 2
    #expect(compose("a: [x]\n", limits: limits).documents?.count == 1)
    #expect(compose("a: [[x]]\n", limits: limits).documents == nil)
  }

  @Test func countsTheDepthThatAliasesBring() {
    func deep(_ name: String) -> String {
      String(repeating: "[", count: 200) + "*" + name + String(repeating: "]", count: 200)
    }
    let first = "a0: &a0 [[x]]\n"
    #expect(compose(first + "b: \(deep("a0"))\n").documents?.count == 1)
    let chain = first + (1...3).map { "a\($0): &a\($0) \(deep("a\($0 - 1)"))\n" }.joined()
    let found = compose(chain)
    #expect(found.diagnostics.map(\.id) == ["nested-too-deep"])
    #expect(found.first?.position?.line == 3)
  }

  @Test func stopsAliasesThatMultiply() throws {
    let laughs = (1...40).map {
      "a\($0): &a\($0) [" + Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let clock = ContinuousClock()
    var found = Composed()
    let time = clock.measure { found = compose("a0: &a0 [x, x, x]\n" + laughs.joined()) }
    #expect(found.diagnostics.map(\.id) == ["too-many-aliases"])
    #expect(found.first?.position?.line == 7)
    #expect(found.first?.hint != nil)
    #expect(time < .seconds(5))
  }

  @Test func countsTheTextThatAliasesBring() {
    func aliases(_ count: Int) -> String {
      "- &a \(String(repeating: "x", count: 64_000))\n" + String(repeating: "- *a\n", count: count)
    }
    #expect(compose(aliases(900)).root?.items?.count == 901)
    #expect(compose(aliases(1000)).diagnostics.map(\.id) == ["too-many-aliases"])
  }

  @Test func countsWhatMergesBringToo() {
    let keys = (0..<1000).map { "k\($0): x" }.joined(separator: ", ")
    let merges = (0..<2000).map { "m\($0): {<<: *a}\n" }.joined()
    #expect(compose("a: &a {\(keys)}\n" + merges).diagnostics.map(\.id) == ["too-many-aliases"])
  }

  @Test func letsAFileWithoutAliasesBeLarge() {
    var limits = Composer.Limits()
    limits.aliasedNodes = 3
    #expect(compose("a: [1, 2, 3, 4, 5]\n", limits: limits).documents?.count == 1)
    #expect(compose("a: &a [1, 2]\nb: *a\n", limits: limits).documents?.count == 1)
    #expect(compose("a: &a [1, 2]\nb: *a\nc: *a\n", limits: limits).documents == nil)
  }

  @Test func leavesTheRestAfterManyMistakes() {
    #expect(compose(String(repeating: "- *x\n", count: 1000)).diagnostics.count == 100)
    #expect(compose(String(repeating: "a: 1\n", count: 1000)).diagnostics.count <= 100)
  }
}
