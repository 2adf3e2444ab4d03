import Diagnostics
import Resources
import Testing
import YAML

/// Patches that make an object larger than it can be, or more of it than there is room for.
@Suite struct JSONPatchSizeTests {
  private func mistakes(_ patch: String, _ target: String, _ growth: Growth = Growth()) -> [String] {
    let report = Report()
    var object = Flow.read(target)
    let decoded = JSONPatch.decode(Flow.read("[\(patch)]"), report: report)
    let succeeded = decoded?.apply(to: &object, report: report, describing: "Pod \"web\"", within: growth)
    #expect(succeeded == report.diagnostics.isEmpty)
    return report.diagnostics.map { "\($0.id) \($0.position?.column ?? 0)" }
  }

  @Test func refusesValuesThatDouble() {
    let doubling = (0..<30).map { "{op: copy, from: /a, path: /a/x\($0)}" }.joined(separator: ", ")
    #expect(
      mistakes(doubling, "{a: {b: c}}", Growth(limit: .max)).map { $0.prefix(16) } == ["too-large-object"])
  }

  @Test func entersCopies() {
    let text = String(repeating: "x", count: 1000)
    let copies = (0..<100).map { "{op: copy, from: /a, path: /b\($0)}" }.joined(separator: ", ")
    #expect(mistakes(copies, "{a: \(text)}") == [])
    #expect(
      mistakes(copies, "{a: \(text)}", Growth(limit: 50_000)).map { $0.prefix(15) } == ["too-much-growth"])
  }

  @Test func entersNoMoves() {
    let text = String(repeating: "x", count: 1000)
    let moves = (0..<100).map { "{op: move, from: /a\($0), path: /a\($0 + 1)}" }.joined(separator: ", ")
    #expect(mistakes(moves, "{a0: \(text)}", Growth(limit: 20_000)) == [])
  }

  /// Levels are counted from above as far as they can matter, and then as they are.
  @Test func countsTheLevelsThatThereAre() {
    let path = String(repeating: "/a", count: 200)
    let nested = String(repeating: "{a: ", count: 200) + "{}" + String(repeating: "}", count: 200)
    let back = (0..<8).map { _ in
      "{op: move, from: \(path)/b, path: /b}, {op: move, from: /b, path: \(path)/b}"
    }
    #expect(mistakes("{op: add, path: \(path)/b, value: c}, " + back.joined(separator: ", "), nested) == [])
    let deeper = (0..<4).map { "{op: move, from: /x\($0), path: /x\($0 + 1)\(path)}" }.joined(separator: ", ")
    let targets = (1..<5).map { ", x\($0): \(nested)" }.joined()
    #expect(mistakes(deeper, "{x0: \(nested)\(targets)}").map { $0.prefix(16) } == ["too-large-object"])
  }
}
