import Diagnostics
import Testing

/// What a message about a Secret may say: keys and names, and no value.
@Suite struct RedactionTests {
  private func shown(_ summary: String, _ text: String, line: UInt32 = 1, path: String = "s.yaml") -> String {
    let files = SourceFiles()
    let index = files.add(SourceFile(path: path, bytes: Array(text.utf8)))
    let diagnostic = Diagnostic("x", .error, summary, at: Position(file: index, line: line, column: 1))
    return [diagnostic].arranged(files)[0].summary
  }

  private static let secret =
    "kind: Secret\nmetadata: {name: a}\nstringData:\n  user: \"hunter2 x\"\n  p.q: b=c\n"

  @Test(arguments: [
    ("the key \"user\" comes twice", "the key \"user\" comes twice"),
    ("\"p.q\" can't be \"hunter2\"", "\"p.q\" can't be \"***\""), ("it is \"hunter2 x\"", "it is \"***\""),
    ("it is \"hunt…\"", "it is \"***\""), ("it is \"hunt\"", "it is \"hunt\""),
    ("Secret \"a\" has no \"b\"", "Secret \"a\" has no \"***\""), ("JSON \"a\"", "JSON \"***\""),
    ("\"c\" and \"d", "\"***\""), ("\"user\" is \"x\"hunter2\"y\"", "\"***\""),
    ("the value of \"literals\" is wrong", "the value of \"literals\" is wrong"),
  ])
  func keepsKeysAndNames(summary: String, expected: String) {
    #expect(shown(summary, Self.secret) == expected)
  }

  @Test func leavesOtherDocumentsAlone() {
    let text = Self.secret + "---\nkind: ConfigMap\ndata: {user: hunter2}\n"
    #expect(shown("it is \"hunter2\"", text, line: 8) == "it is \"hunter2\"")
    #expect(shown("it is \"hunter2\"", text, line: 4) == "it is \"***\"")
    #expect(shown("it is \"hunter2\"", "kind: SecretStore\na: hunter2\n") == "it is \"hunter2\"")
  }

  @Test(arguments: [
    "kind: Secret", "kind:\n  Secret", "kind: &k Secret", "kind: !!str 'Secret'", "\"kind\":\"Secret\"",
    "\"kind\": \"\\u0053ecret\"", "x: &k Secret\nkind: *k", "? kind\n: Secret",
  ])
  func knowsASecretByItsKind(kind: String) {
    #expect(shown("it is \"hunter2\"", "a: hunter2\n\(kind)\n") == "it is \"***\"")
  }

  /// A value that may be written otherwise than it is: what is not known to be a key is not shown.
  @Test func trustsNoEscapes() {
    let text = "kind: Secret\ndata: {user: \"hunter\\u0032\"}\n"
    #expect(shown("\"user\" is \"hunter2\"", text) == "\"user\" is \"***\"")
  }

  @Test func hidesWhatWasCopied() {
    let files = SourceFiles()
    files.keepSecret("hunter2")
    files.keepSecret("x")
    let said = ["there is ConfigMap \"my-hunter2\"", "no \"x\" in \"xy\"", "hunter2 is"]
    let shown = said.map { Diagnostic("x", .error, $0) }.arranged(files).map(\.summary)
    #expect(shown == ["there is ConfigMap \"my-***\"", "no \"x\" in \"xy\"", "*** is"])
  }

  @Test func hidesWhatProgramsWereGiven() {
    let given = GivenValues(["hunter2", "hunter2-long", "abc", "first line\nnext"])
    #expect(given.hidden(in: "hunter2-long, hunter2 and abc: first line") == "***, *** and abc: ***")
    #expect(given.hidden(in: "hunter2-lon and hunter and hunter2hunter2") == "***-lon and hunter and ******")
    #expect(GivenValues(["xxab", "abcdef", "bcde"]).hidden(in: "12xxabcdef34") == "12***34")
  }
}
