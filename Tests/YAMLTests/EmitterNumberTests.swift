import Testing
import YAML

@Suite struct EmitterNumberTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("42", "42"), ("-42", "-42"), ("+5", "5"), ("007", "7"), ("0777", "511"),
    ("0o17", "15"),
    ("0x1F", "31"), ("-0xff", "-255"), ("0b11", "3"), ("1_000", "1000"), ("0x_f_f", "255"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("18446744073709551615", "18446744073709551615"), ("18446744073709551616", "1.8446744073709552e+19"),
    ("-9223372036854775809", "-9.223372036854776e+18"), ("100000000000000000000000", "1e+23"),
  ])
  func writesIntegersInDecimal(_ text: String, expected: String) {
    #expect(Node.scalar(Scalar(text, kind: .integer)).yaml == expected + "\n")
  }

  @Test(arguments: [
    ("1.0", "1"), ("-0.0", "0"), ("0.5", "0.5"), (".5", "0.5"), ("5.", "5"), ("1.50", "1.5"), ("1e3", "1000"),
    ("1.5e300", "1.5e+300"), ("1e21", "1e+21"), ("1e20", "1e+20"), ("1e19", "10000000000000000000"),
    ("-1e19", "-1e+19"), ("123456.7", "123456.7"), ("1234567.8", "1.2345678e+06"), ("0.0001", "0.0001"),
    ("0.00001", "1e-05"), ("1e-7", "1e-07"), ("5e-324", "5e-324"), ("1_000.5", "1000.5"), ("+1.5", "1.5"),
    ("0.1", "0.1"), ("1.7976931348623157e308", "1.7976931348623157e+308"),
    ("1152921504606846976.0", "1152921504606847000"),
    (".inf", ".inf"), ("-.INF", "-.inf"), ("+.Inf", ".inf"), (".NaN", ".nan"),
  ])
  func writesFloatsInTheirShortestForm(_ text: String, expected: String) {
    #expect(Node.scalar(Scalar(text, kind: .float)).yaml == expected + "\n")
  }

  @Test func writesBooleansAndNullInOneSpelling() {
    #expect(Node.scalar(Scalar("TRUE", kind: .bool)).yaml == "true\n")
    #expect(Node.scalar(Scalar("False", kind: .bool)).yaml == "false\n")
    #expect(Node.scalar(Scalar("~", kind: .null)).yaml == "null\n")
    #expect(Node.scalar(Scalar("", kind: .null)).yaml == "null\n")
  }

  @Test func leavesSpellingsItCannotRead() {
    #expect(Node.scalar(Scalar("0b-1", kind: .integer)).yaml == "0b-1\n")
    #expect(Node.scalar(Scalar("1x", kind: .float)).yaml == "1x\n")
  }

  @Test func doesNotMeddleWithStringsThatLookLikeNumbers() {
    #expect(Node.string("0777").yaml == "\"0777\"\n")
    #expect(Node.scalar(Scalar("1.0", kind: .string, style: .doubleQuoted)).yaml == "\"1.0\"\n")
  }
}
