import Diagnostics
import Testing

@Suite struct OperationReadingTests {
  @Test(arguments: [
    ("{type: replace}", "no-ops-file"), ("text", "no-ops-file"),
    ("[{type: replac, path: /a, value: 1}]", "unknown-value"),
    ("[{path: /a, value: 1}]", "missing-field"), ("[{type: remove}]", "missing-field"),
    ("[{type: replace, path: /a}]", "bad-operation"),
    ("[{type: replace, path: /a, value: ~}]", "bad-operation"),
    ("[{type: remove, path: /a, value: 1}]", "bad-operation"), ("[{type: test, path: /a}]", "bad-operation"),
    ("[{type: remove, path: a}]", "bad-ops-path"), ("[{type: remove, path: [a]}]", "wrong-type"),
  ])
  func refuses(_ ops: String, id: String) {
    #expect(Example("a: 1", ops: ops).ids == [id])
  }

  @Test func warnsOfFieldsWithoutMeaning() {
    let example = Example("a: 1", ops: "[{type: remove, path: /a, comment: why}]")
    #expect(example.ids == ["unknown-field"])
    #expect(!example.report.hasErrors)
    #expect(example.text == "{}\n")
  }

  @Test func takesAnEmptyFile() {
    #expect(Example("a: 1", ops: "# nothing").text == "a: 1\n")
  }

  @Test func pointsIntoThePath() {
    let example = Example("a: 1", ops: "- type: remove\n  path: /a:after")
    #expect(
      example.messages == [
        "bad-ops-path ops.yml:2:10 the path \"/a:after\" of operation [0] has \":after\" after the key \"a\""
      ])
  }
}
