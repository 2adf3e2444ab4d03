import Testing
import YAML

@Suite struct ScalarResolutionTests {
  @Test(arguments: ["", "~", "null", "Null", "NULL"])
  func takesNulls(_ text: String) {
    #expect(ScalarResolution.resolve(plain: text) == .null)
  }

  @Test(arguments: ["true", "True", "TRUE", "false", "False", "FALSE"])
  func takesBooleans(_ text: String) {
    #expect(ScalarResolution.resolve(plain: text) == .bool)
  }

  @Test(arguments: [
    "yes", "no", "on", "off", "y", "n", "Y", "N", "Yes", "NO", "tRUE", "nULL", "nil", "name", "truely", "~~",
    "<<", "<", "=", "a", "2020-02-30", "2001-12-14t21:59:43.10", "1:30", "190:20:30", "1.2.3", "10Gi",
    "100m", "0x", "0xg", "0b2", "0b", "0o8", "0o", "0o-8", "1e", "1e+", "e5", ".", "..", "-", "+", "--1",
    "+-1",
    "-.", "_1", "-_", "1e999", "-1e999", ".5_", "._5", ".5__0", ".i_nf", "-.i_nf", ".Nan", "-.nan", ".iNF",
    "0b-2", "0x-1", "0B-1", "-0b-1", "0xFFFFFFFFFFFFFFFFF", "1 2", "1,000", "１", "Infinity", "NaN", "0x1p3",
    "+0b-1", "0x1.8", ".e3",
  ])
  func takesEverythingElseAsAString(_ text: String) {
    #expect(ScalarResolution.resolve(plain: text) == .string)
  }

  @Test(arguments: [
    ("0", 0), ("8080", 8080), ("-1", -1), ("+5", 5), ("1_000", 1000), ("1__0_", 10), ("0777", 0o777),
    ("-017", -15), ("0o17", 15), ("-0o17", -15), ("0O17", 15), ("0x1F", 31), ("0X1f", 31), ("-0x10", -16),
    ("+0x10", 16), ("0b101", 5), ("0B11", 3), ("-0b11", -3), ("0b-101", -5), ("0b+1", 1), ("0o-7", -7),
    ("0x_FF", 255), ("00", 0), ("-0", 0), ("0_7", 7), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min),
  ])
  func takesIntegers(_ text: String, _ value: Int) {
    #expect(ScalarResolution.resolve(plain: text) == .integer)
    let expected = ScalarResolution.Integer(isNegative: value < 0, magnitude: UInt64(value.magnitude))
    #expect(ScalarResolution.integerValue(of: text) == expected)
    #expect(ScalarResolution.floatValue(of: text) == Double(value))
  }

  @Test(arguments: [
    ("2001-12-14", "2001-12-14T00:00:00Z"), ("2001-1-4", "2001-01-04T00:00:00Z"),
    ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43.1-05:00"),
    ("2001-12-14   5:03:43,5", "2001-12-14T05:03:43.5Z"),
    ("2001-12-14T21:59:43.000+00:00", "2001-12-14T21:59:43Z"),
    ("2001-12-14T21:59:43.1234567895-00:30", "2001-12-14T21:59:43.123456789-00:30"),
    ("2000-02-29T00:00:00+05:60", "2000-02-29T00:00:00+06:00"),
  ])
  func takesTimestampsAndWritesThemInFull(_ text: String, _ full: String) {
    #expect(ScalarResolution.resolve(plain: text) == .timestamp)
    let node = Node.scalar(Scalar(text, kind: .timestamp))
    #expect(node.yaml == "\"\(full)\"\n")
    #expect(String(decoding: json(node), as: UTF8.self) == "\"\(full)\"")
    #expect(node.string == text)
  }

  @Test(arguments: [
    "2001-02-29", "2001-13-01", "2001-12-32", "01-12-14", "2001-12-14T24:00:00Z", "2001-12-14T21:59",
    "2001-12-14 21:59:43Z", "2001-12-14T21:59:43", "2001-12-14T21:59:43.Z", "2001-12-14Z", "2001-12",
  ])
  func takesWhatIsNoTimestampAsAString(_ text: String) {
    #expect(ScalarResolution.resolve(plain: text) == .string)
  }

  @Test func onlyUnsignedNumbersUseThe64thBit() {
    #expect(ScalarResolution.integerValue(of: "18446744073709551615")?.magnitude == .max)
    #expect(ScalarResolution.integerValue(of: "0xFFFFFFFFFFFFFFFF")?.magnitude == .max)
    for text in ["18446744073709551616", "+9223372036854775808", "-9223372036854775809"] {
      #expect(ScalarResolution.resolve(plain: text) == .float, "\(text)")
      #expect(ScalarResolution.integerValue(of: text) == nil)
    }
    #expect(ScalarResolution.resolve(plain: "0x10000000000000000") == .string)
    #expect(ScalarResolution.resolve(plain: "-0xFFFFFFFFFFFFFFFF") == .string)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("-1.5", -1.5), ("+1.5", 1.5), ("1.", 1), (".5", 0.5), ("-.5", -0.5), ("1e3", 1000),
    ("1E-2", 0.01), ("1.5e+3", 1500), ("1_0.5_0", 10.5), (".5_0", 0.5), ("08", 8), ("09.5", 9.5),
    ("1e-999", 0),
    (".inf", .infinity), ("+.INF", .infinity), ("-.Inf", -.infinity),
  ])
  func takesFloats(_ text: String, _ value: Double) {
    #expect(ScalarResolution.resolve(plain: text) == .float)
    #expect(ScalarResolution.floatValue(of: text) == value)
    #expect(ScalarResolution.integerValue(of: text) == nil)
  }

  @Test(arguments: [".nan", ".NaN", ".NAN"])
  func takesNotANumber(_ text: String) {
    #expect(ScalarResolution.resolve(plain: text) == .float)
    #expect(ScalarResolution.floatValue(of: text)?.isNaN == true)
  }

  @Test(arguments: ["", "abc", "1.2.3", "0x", "inf", "1e999"])
  func givesNoValueOfWhatIsNoNumber(_ text: String) {
    #expect(ScalarResolution.integerValue(of: text) == nil)
    #expect(ScalarResolution.floatValue(of: text) == nil)
  }
}
