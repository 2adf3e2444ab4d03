import Testing

@testable import Diagnostics

@Suite struct EscapeTests {
  @Test(arguments: [
    ("a\u{1B}[2Jb", "a␛[2Jb"), ("a\nb\rc", "a␊b␍c"), ("\u{7F}\u{9B}", "␡<U+009B>"),
    ("\u{202E}x\u{2066}", "<U+202E>x<U+2066>"), ("a\u{200B}b\u{FEFF}", "a<U+200B>b<U+FEFF>"),
    ("\u{2028}\u{E0041}", "<U+2028><U+E0041>"), ("\u{61C}\u{200E}", "<U+061C><U+200E>"),
    (" ::add-mask::x", " <U+003A>:add-mask::x"), ("a ##[error]b", "a <U+0023>#[error]b"),
    ("##vso[x]", "<U+0023>#vso[x]"),
    // Near misses.
    ("a\tb über 漢字 👍", "a\tb über 漢字 👍"), ("::1 localhost", "::1 localhost"), ("x ::a::b", "x ::a::b"),
    ("## [x]", "## [x]"),
  ])
  func line(text: String, shown: String) {
    #expect(Escape.line(text) == shown)
  }

  /// To Swift, what a combining mark follows is another character.
  @Test func combiningMarksHideNothing() {
    #expect(Escape.html("<\u{338}b") == "&lt;\u{338}b")
    #expect(Escape.line("::error::\u{301}x") == "<U+003A>:error::\u{301}x")
    #expect(Escape.line("\u{A0}\u{3000}::error::x") == "\u{A0}\u{3000}<U+003A>:error::x")
    #expect(Escape.line("##[\u{301}") == "<U+0023>#[\u{301}")
    #expect(Escape.markdownCode("a|\u{301}", isInTable: true) == "`a\\|\u{301}`")
    #expect(Escape.workflowProperty(":\u{301}") == "%3A\u{301}")
  }

  @Test func linesKeepTheirBreaks() {
    #expect(Escape.lines("a\r\n\u{1B}b\n::x::y\n") == "a␍\n␛b\n<U+003A>:x::y\n")
  }

  @Test(arguments: [
    ("nats-z0", "`nats-z0`"), ("a`b", "``a`b``"), ("`a``", "``` `a`` ```"), ("", "`  `"), (" a", "`  a `"),
    ("a|b", "`a\\|b`"), ("<!-- @x #1 -->", "`<!-- @x #1 -->`"), ("a\nb", "`a␊b`"),
  ])
  func markdownCode(text: String, shown: String) {
    #expect(Escape.markdownCode(text, isInTable: true) == shown)
  }

  @Test(arguments: [
    "see @all", "see #1", "a `b` c", "a\nb", "see https://example.com", "see www.example.com", "GH-1",
    ":tada: done",
    "- item", "1. item", "is deadbeef1", "$x$", "a & b", "!1", "# head", "\u{202E}", " a",
  ])
  func whatAForgeActsOnIsCode(text: String) {
    #expect(Escape.markdown(text) == Escape.markdownCode(text))
  }

  @Test(arguments: [
    ("4 pods of nats (3 zones) restart", "4 pods of nats (3 zones) restart"),
    ("a *b* _c_ [d](e) <f>", "a \\*b\\* \\_c\\_ \\[d\\](e) \\<f\\>"),
    ("moved: [z4]; it's 1 of 3, a/b → c", "moved: \\[z4\\]; it's 1 of 3, a/b → c"),
    ("1 pod of über", "1 pod of über"),
  ])
  func harmlessSentencesStay(text: String, shown: String) {
    #expect(Escape.markdown(text) == shown)
  }

  @Test func fencesAreLongerThanWhatTheyHold() {
    #expect(Escape.markdownBlock("a\n````\n", language: "diff") == "`````diff\na\n````\n`````\n")
    #expect(Escape.markdownBlock("a") == "```\na\n```\n")
  }

  @Test func html() {
    #expect(Escape.html("<a href=\"x\">&\u{202E}\nb") == "&lt;a href=&quot;x&quot;&gt;&amp;&lt;U+202E&gt;\nb")
  }

  @Test func xml() {
    #expect(Escape.xml("<a>\u{FFFE}\u{FFFF}\n") == "&lt;a&gt;&lt;U+FFFE&gt;&lt;U+FFFF&gt;\n")
  }

  @Test func json() {
    #expect(Escape.json("\"\\\n\u{1B}\u{202E}\u{E0041}##[ü") == #""\"\\\n\u001b\u202e\udb40\udc41#\u0023[ü""#)
    #expect(Escape.json("<a>&", isInHTML: true) == #""\u003ca\u003e\u0026""#)
    #expect(Escape.json("<a># #") == "\"<a># #\"")
  }

  @Test func workflowCommands() {
    #expect(Escape.workflowMessage("a:b, 5 %\n\rc") == "a:b, 5 %25%0A␍c")
    #expect(Escape.workflowProperty("a:b,c%\n") == "a%3Ab%2Cc%25%0A")
  }

  @Test func sarif() {
    #expect(Escape.sarif("a[0] is b") == "a[0] is b")
    #expect(Escape.sarif("[x](https://example.com)\u{202E}") == "\\[x\\](https://example.com)<U+202E>")
  }

  @Test func uri() { #expect(Escape.uri("a b/ü?#.yaml") == "a%20b/%C3%BC%3F%23.yaml") }
}
