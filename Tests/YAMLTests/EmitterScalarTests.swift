import Testing
import YAML

@Suite struct EmitterScalarTests {
  @Test(arguments: [
    "nginx", "nginx:1.25", "https://example.com/a?b=c#d", "a b", "it's", "a\"b", "back\\slash", "a#b", "-1a",
    "-a",
    "--flag", "?a", ":a", "a,b", "a{}", "<<", "=", "é", "日本", "\u{a0}", "yEs", "nULL", "tRue", "on-call",
    "no1",
    "1.2.3", "10.0.0.1", "v1", "0x", "0b2", "0o8", "0xg", "1e", "1e+", "e3", "+", "_1", "._5", "1e999",
    "0x12345678901234567890", "12:60", "2001-13-01", "2001-02-29", "2001-12-14T24:00:00Z", "20010-1-1",
    "2001-12-14T21:59:43", "2001-12-14 21:59:43Z", ".infinity", "+.nan", "..",
  ])
  func leavesPlainWhatReadsAsAString(_ text: String) {
    #expect(Node.string(text).yaml == "\(text)\n")
  }

  @Test(arguments: [
    "", "~", "null", "Null", "NULL", "true", "True", "FALSE", "yes", "Yes", "NO", "on", "Off", "y", "N",
    "0", "-0", "8080", "+5", "-17", "1_000", "0x1F", "0X1f", "0o17", "0777", "0888", "0b11", "0b-11", "1__0",
    "1_",
    "99999999999999999999", "18446744073709551616", "0xffffffffffffffff",
    "1.5", "1.", ".5", "-.5", ".5_5", "1e3", "1E-3", "1e+5", "-1_000.5e1_0", ".inf", "-.INF", "+.inf", ".NaN",
    "12:30", "-190:20:30.15", "1_0:59", "2001-12-14", "2001-1-1", "2000-02-29", "2001-12-14T21:59:43Z",
    "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.1", "2001-12-14  1:2:3", "2001-12-14 21:59:43,5",
  ])
  func quotesWhatYAMLWouldReadAsSomethingElse(_ text: String) {
    #expect(Node.string(text).yaml == "\"\(text)\"\n")
  }

  @Test(arguments: [
    "*", "*.example.com", "&a", "!a", "|", ">", "%a", "@a", "`a`", "{a}", "[a]", "]", "}", ",", "#a", "\"a\"",
    "- a", "-", "? a", ": a", "?", ":", "a:", "1:2:", "a: b", "a #b", " a", "a ", " ", "---", "--- a", "---a",
    "...", "....",
  ])
  func singleQuotesWhatTheSyntaxForbids(_ text: String) {
    #expect(Node.string(text).yaml == "'\(text)'\n")
  }

  @Test func doublesSingleQuotesInSingleQuotes() {
    #expect(Node.string("'a' is 'b'").yaml == "'''a'' is ''b'''\n")
  }

  @Test(arguments: [
    ("\t", "\\t"), ("a\tb", "a\\tb"), ("a\rb", "a\\rb"), ("\u{0}", "\\0"), ("\u{1}\u{7}\u{8}", "\\x01\\a\\b"),
    ("\u{b}\u{c}\u{1b}\u{7f}", "\\v\\f\\e\\x7F"), ("\u{85}\u{9f}", "\\N\\x9F"), ("😀", "\\U0001F600"),
    ("a\u{feff}", "a\\uFEFF"), ("\u{fffe}", "\\uFFFE"), ("\"\\\t", "\\\"\\\\\\t"),
    ("é\u{a0}\t", "é\u{a0}\\t"),
    ("\u{2028}\t", "\\L\\t"), ("a \nb", "a \\nb"), ("a\n ", "a\\n "), ("a\t\n", "a\\t\\n"),
  ])
  func escapesWhatDoesNotPrint(_ text: String, escaped: String) {
    #expect(Node.string(text).yaml == "\"\(escaped)\"\n")
  }

  /// A quirk of go-yaml: it looks for the mark at the start of the text, for each of its characters.
  @Test func escapesAllThatFollowsAByteOrderMark() {
    #expect(Node.string("\u{feff}a b").yaml == "\"\\uFEFF\\x61\\x20\\x62\"\n")
  }

  @Test(arguments: [
    ("a\nb", "|-\n  a\n  b\n"), ("a\nb\n", "|\n  a\n  b\n"), ("a\n\n", "|+\n  a\n\n"),
    ("a\n\n\n", "|+\n  a\n\n\n"),
    ("a\n\nb", "|-\n  a\n\n  b\n"), ("\n", "|2+\n\n"), ("\na", "|2-\n\n  a\n"), (" a\nb", "|2-\n   a\n  b\n"),
    ("a\n  b\n", "|\n  a\n    b\n"), ("true\n", "|\n  true\n"), ("a: b\n# c\n", "|\n  a: b\n  # c\n"),
  ])
  func writesLiteralsForLineBreaks(_ text: String, literal: String) {
    #expect(Node.string(text).yaml == literal)
  }

  @Test func keepsLongLinesOfLiterals() {
    let line = String(repeating: "word ", count: 40) + "end"
    #expect(Node.string(line + "\nb").yaml == "|-\n  \(line)\n  b\n")
  }

  @Test func indentsLinesThatEndInUnicodeSeparators() {
    #expect(Node.string("a\u{2028}b").yaml == "'a\u{2028}  b'\n")
    #expect(Node.string("a\u{2028}").yaml == "'a\u{2028}'\n")
    #expect(Node.string("a\n\u{2029}b").yaml == "|-\n  a\n\u{2029}  b\n")
  }
}
