import Diagnostics
import Testing
import YAML

/// What go-yaml v2 makes of a text that it reads and writes.
@Suite struct DialectTests {
  private func rewritten(_ text: String, _ report: Report = Report()) -> String {
    let file = SourceFile(path: "input.yaml", bytes: Array(text.utf8))
    let documents =
      Composer.compose(file, index: 1, report: report, duplicateKeys: .warning, dialect: .bosh) ?? []
    var emitter = Emitter(dialect: .bosh)
    for document in documents { emitter.emit(document: document) }
    return String(decoding: emitter.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("yes", "true"), ("off", "false"), ("Y", "true"), ("'yes'", "\"yes\""), ("!!str no", "\"no\""),
    ("onn", "onn"),
    ("2001-12-14", "\"2001-12-14\""), ("2001-12-14 01:02:03", "\"2001-12-14 01:02:03\""), ("1.0", "1"),
    ("1e6", "1e+06"),
    ("123456.5", "123456.5"), ("1234567.5", "1.2345675e+06"), ("-0.0", "-0"), ("0x1F", "31"), ("017", "15"),
    ("1:30", "\"1:30\""), (".5", "0.5"), ("~", "null"), ("\"\"", "\"\""),
  ])
  func scalar(_ text: String, expected: String) {
    #expect(rewritten("a: \(text)") == "a: \(expected)\n")
  }

  @Test func keysOfOneNumberHaveAnOrder() {
    #expect(rewritten("{1: a, true: b, 1.0: c, 0: d, off: e}") == "false: e\n0: d\ntrue: b\n1: a\n1: c\n")
    #expect(
      rewritten("{9007199254740993: a, 9007199254740992: b, -9007199254740992: c, -9007199254740993: d}")
        == "-9007199254740993: d\n-9007199254740992: c\n9007199254740992: b\n9007199254740993: a\n")
  }

  @Test func keysKeepTheirTypes() {
    #expect(
      rewritten("{b: 1, 10: 2, '99': 3, on: 4, 2.5: 5, ~: 6, 9: 7, 0x1F: 8}")
        == "true: 4\n2.5: 5\n9: 7\n10: 2\n31: 8\nnull: 6\n\"99\": 3\nb: 1\n")
  }

  @Test(arguments: [
    (
      "{1: a, '1': b, on: c, 'true': d, ~: e, 'null': f}",
      "true: c\n1: a\nnull: e\n\"1\": b\n\"null\": f\n\"true\": d\n", 0
    ),
    ("{1: a, 0x1: b, on: c, true: d, '~': e, ~: f, null: g}", "true: d\n1: b\nnull: g\n\"~\": e\n", 3),
    ("{<<: {0x1: a, '1': b}, 1: c}", "1: c\n\"1\": b\n", 0),
  ])
  func keysAreTheSameByTypeAndValue(_ text: String, expected: String, duplicates: Int) {
    let report = Report()
    #expect(rewritten(text, report) == expected)
    #expect(report.diagnostics.map(\.id) == Array(repeating: "duplicate-key", count: duplicates))
  }
}
