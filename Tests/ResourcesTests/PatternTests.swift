import Resources
import Testing

@Suite struct PatternTests {
  @Test(arguments: [
    ("nats", "nats"), ("nats.*", "nats-z0"), ("a.b/c", "a.b/c"), ("a.b", "axb"), ("(a|b)", "b"), ("", ""),
    ("^web$", "web"), ("n[a-c]ts", "nats"),
  ])
  func matchesTheWholeText(_ pattern: String, _ text: String) throws {
    #expect(try #require(Pattern(pattern)).matches(text))
  }

  @Test(arguments: [
    ("nats", "nats-z0"), ("ats", "nats"), ("a.b", "ab"), ("a.b", "a\nb"), ("a|b", "ab"), ("(a|b)c", "a"),
  ])
  func matchesNothingElse(_ pattern: String, _ text: String) throws {
    #expect(try !#require(Pattern(pattern)).matches(text))
  }

  @Test func refusesWhatIsNoExpression() {
    #expect(Pattern("(") == nil)
    #expect(Pattern("[a") == nil)
  }

  @Test func knowsALiteral() {
    #expect(Pattern("nats")?.literal == "nats")
    #expect(Pattern("nats.*")?.literal == nil)
  }
}
