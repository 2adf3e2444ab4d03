import Diagnostics
import Resources
import Testing
import YAML

@Suite struct JSONPatchEqualityTests {
  /// Whether a `test` operation takes one value for the other.
  private func isEqual(_ expected: String, _ actual: String) -> Bool {
    var object = Flow.read("{a: \(actual)}")
    let patch = JSONPatch.decode(Flow.read("[{op: test, path: /a, value: \(expected)}]"), report: Report())
    return patch?.apply(to: &object, report: Report(), describing: "it") ?? false
  }

  @Test(arguments: [
    ("1", "1.0"), ("10", "1e1"), ("0.1", "1e-1"), ("100", "1.00E+2"), ("-0", "0.0"), ("0x1f", "31"),
    ("0o17", "15"),
    ("1_000", "1000"), ("+5", "5"), ("123456789012345678901234567890", "1.2345678901234567890123456789e29"),
  ])
  func numbersAreEqualByValue(a: String, b: String) {
    #expect(isEqual(a, b))
    #expect(isEqual(b, a))
  }

  @Test(arguments: [
    ("1", "2"), ("1", "-1"), ("1", "10"), ("0.1", "0.01"), ("1", "'1'"), ("true", "'true'"), ("null", "0"),
    ("0", "false"), ("''", "null"), ("9007199254740993", "9007199254740992"), (".inf", "-.inf"),
  ])
  func otherValuesDiffer(a: String, b: String) {
    #expect(!isEqual(a, b))
    #expect(!isEqual(b, a))
  }

  @Test func theOrderOfKeysDoesNotCount() {
    #expect(isEqual("{x: 1, y: [2]}", "{y: [2.0], x: 1}"))
    #expect(isEqual("{}", "{}"))
  }

  @Test func everyFieldAndEntryCounts() {
    #expect(!isEqual("{x: 1}", "{x: 1, y: 2}"))
    #expect(!isEqual("{x: 1, y: 2}", "{x: 1}"))
    #expect(!isEqual("[1, 2]", "[2, 1]"))
    #expect(!isEqual("[1]", "[1, 1]"))
    #expect(!isEqual("{}", "[]"))
    #expect(!isEqual("\"\\u00e9\"", "\"e\\u0301\""))
  }
}
