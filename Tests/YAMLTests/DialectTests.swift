import Diagnostics
import Testing
import YAML

/// What go-yaml v2 makes of a text that it reads and writes.
@Suite struct DialectTests {
  private func rewritten(_ text: String) -> String {
    let file = SourceFile(path: "input.yaml", bytes: Array(text.utf8))
    let documents = Composer.compose(file, index: 1, report: Report(), dialect: .bosh) ?? []
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

  @Test func keysKeepTheirTypes() {
    #expect(
      rewritten("{b: 1, 10: 2, '99': 3, on: 4, 2.5: 5, ~: 6, 9: 7, 0x1F: 8}")
        == "true: 4\n2.5: 5\n9: 7\n10: 2\n31: 8\nnull: 6\n\"99\": 3\nb: 1\n")
  }
}
