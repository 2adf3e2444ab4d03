import Diagnostics
import Resources
import Testing
import YAML

@Suite struct JSONPatchDecodingTests {
  private func mistakes(_ text: String) -> [Diagnostic] {
    let report = Report()
    let patch = JSONPatch.decode(Flow.read(text), report: report)
    #expect((patch == nil) == report.hasErrors)
    return report.diagnostics
  }

  @Test func readsOperationsAndIgnoresOtherFields() {
    #expect(mistakes("[]").isEmpty)
    #expect(mistakes("[{op: add, path: /a, value: null, comment: why}]").isEmpty)
    #expect(mistakes("[{op: remove, path: /a, value: x, from: 3}]").isEmpty)
  }

  @Test(arguments: [
    ("{path: /a}", "\"op\""), ("{op: add, value: 1}", "\"path\""), ("{op: add, path: /a}", "\"value\""),
    ("{op: replace, path: /a}", "\"value\""), ("{op: test, path: /a}", "\"value\""),
    ("{op: move, path: /a}", "\"from\""), ("{op: copy, path: /a}", "\"from\""),
  ])
  func refusesAnOperationThatLacksAField(operation: String, field: String) {
    let mistakes = mistakes("[\(operation)]")
    #expect(mistakes.map(\.id) == ["missing-field"])
    #expect(mistakes.first?.summary.hasSuffix("needs the field \(field)") == true)
  }

  @Test func refusesAnUnknownOperation() {
    #expect(mistakes("[{op: repalce, path: /a}]").first?.hint == "did you mean \"replace\"?")
    #expect(mistakes("[{op: ADD, path: /a, value: 1}]").map(\.id) == ["unknown-patch-operation"])
    #expect(mistakes("[{op: 1, path: /a}]").map(\.id) == ["unknown-patch-operation"])
    #expect(mistakes("[{op: null, path: /a}]").map(\.id) == ["unknown-patch-operation"])
  }

  @Test func refusesAPathThatIsNoPointer() {
    let slash = mistakes("[{op: remove, path: spec/a}]")
    #expect(slash.map(\.id) == ["bad-json-pointer"])
    #expect(slash.first?.hint == "did you mean \"/spec/a\"?")
    #expect(mistakes("[{op: remove, path: null}]").map(\.id) == ["wrong-type"])
    #expect(mistakes("[{op: copy, path: /a, from: [b]}]").map(\.id) == ["wrong-type"])
  }

  @Test(arguments: ["{op: add}", "text", "null", "3"])
  func refusesAPatchThatIsNoSequence(patch: String) {
    #expect(mistakes(patch).map(\.id) == ["wrong-type"])
  }

  @Test func reportsTheMistakesOfAllOperations() {
    let mistakes = mistakes("- op: ad\n  path: a\n- text\n- op: move\n  path: /a\n- op: test")
    #expect(
      mistakes.map(\.id) == [
        "unknown-patch-operation", "bad-json-pointer", "wrong-type", "missing-field", "missing-field",
        "missing-field",
      ])
    #expect(mistakes.map(\.position?.line) == [1, 2, 3, 4, 6, 6])
  }
}
