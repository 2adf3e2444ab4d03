import Resources
import Testing

@Suite struct PatternTests {
  @Test(arguments: PatternTable.rows.map(\.pattern))
  func agreesWithGo(_ pattern: String) throws {
    let row = try #require(PatternTable.rows.first { $0.pattern.utf8.elementsEqual(pattern.utf8) })
    #expect(answers(pattern, .whole) == row.whole)
    #expect(answers(pattern, .part) == row.part)
  }

  private func answers(_ text: String, _ extent: Pattern.Extent) -> String? {
    guard let pattern = try? Pattern(text, extent) else { return nil }
    return PatternTable.texts.map { pattern.matches($0) ? "1" : "0" }.joined()
  }

  /// Backtracking would take longer than the universe is old.
  @Test(arguments: ["(a*)*b", "(a|aa)+b", "(a+)+b", "((a*)*)*b", "(.*)(.*)(.*)(.*)(.*)(.*)b"])
  func takesLinearTime(_ text: String) throws {
    let long = String(repeating: "a", count: 100_000)
    let pattern = try Pattern(text)
    #expect(!pattern.matches(long))
    #expect(pattern.matches(long + "b"))
  }

  @Test(arguments: [
    ("(", "a \"(\" is not closed"), ("a)", "a \")\" has no \"(\""), ("[a", "a \"[\" is not closed"),
    ("*a", "nothing stands before \"*\" that could be repeated"), ("a**", "\"**\" repeats a repetition"),
    ("a{1001}", "\"{1001}\" repeats more than 1000 times"), ("[z-a]", "the range \"z-a\" runs backwards"),
    ("\\y", "there is no escape \"\\y\""), ("\\C", "there is no escape \"\\C\""),
    ("[[:nope:]]", "there is no class of characters \"[:nope:]\""), ("a\\", "it ends in a backslash"),
    ("(?P<>a)", "\"(?P<>\" names no group"),
    ("((a{1000}){1000}){1000}", "\"{1000}\" repeats more than 1000 times"),
  ])
  func saysWhatIsWrong(_ text: String, _ reason: String) {
    #expect(mistake(text)?.reason == reason)
  }

  @Test(arguments: ["(?=a)", "(?!a)", "(?<=a)", "(?<!a)", "(a)\\1"])
  func saysWhatGoDoesNotHave(_ text: String) {
    #expect(mistake(text)?.hint?.contains("no lookaround and no backreferences") == true)
  }

  private func mistake(_ text: String) -> Pattern.Mistake? {
    do throws(Pattern.Mistake) {
      _ = try Pattern(text)
      return nil
    } catch { return error }
  }

  @Test func knowsALiteral() throws {
    #expect(try Pattern("nats").literal == "nats")
    #expect(try Pattern("nats.*").literal == nil)
  }
}
