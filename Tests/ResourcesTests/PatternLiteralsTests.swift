import Testing

@testable import Resources

@Suite struct PatternLiteralsTests {
  private func held(_ pattern: String) -> [String] {
    PatternLiterals(of: pattern).held.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private func texts(_ pattern: String) -> [String]? {
    PatternLiterals(of: pattern).texts?.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  @Test(
    arguments: [
      ("a|b", ["a", "b"]), ("(web|db)-[0-9]", nil), ("(web|db)-(0|1)", ["db-0", "db-1", "web-0", "web-1"]),
      ("^web$", ["web"]), ("web\\.example", ["web.example"]), ("webs?", ["web", "webs"]), ("", [""]),
      ("(?:|a)b", ["ab", "b"]), ("é|e\u{301}", ["e\u{301}", "é"]), ("a*", nil), ("(a", nil), ("a)", nil),
      ("^a|b$", ["a", "b"]), ("(^a)", nil), ("a$b", nil), ("(?i)a", nil), ("\\Aa", nil), ("a{2}", nil),
      ("a**", nil), ("(((a)))", ["a"]),
    ] as [(String, [String]?)])
  func listsTexts(_ pattern: String, _ expected: [String]?) {
    #expect(texts(pattern) == expected?.sorted())
  }

  @Test(arguments: [
    ("app-17-.*", ["app-17-"]), (".*-17", ["-17"]), ("app-[0-9]+-main", ["-main"]), ("a.bc.d", ["bc"]),
    ("(web|cache)-.*", ["cache-", "web-"]), ("(web)+", ["web"]), ("(web)*", []), ("(web){2,3}x", ["web"]),
    ("(web){0,3}x", ["x"]), ("[a-z]*", []), ("web|.*", []), ("[[:alpha:]]]b", ["]b"]), ("[]]ab", ["ab"]),
    ("web.*|db.*", ["db", "web"]), ("(?i)web.*", []), ("x{,2}.*", []), ("\\Qa.b\\E.*", []),
    ("日本.*", ["日本"]), ("\\d+-web", ["-web"]), ("\\pN-web", []), ("(a|b)?web.*", ["aweb", "bweb", "web"]),
  ])
  func findsWhatIsHeld(_ pattern: String, _ expected: [String]) {
    #expect(held(pattern) == expected.sorted())
  }

  /// Nothing is told that is not so: of all patterns whose answers Go gave.
  @Test(arguments: PatternTable.rows.map(\.pattern))
  func agreesWithGo(_ pattern: String) throws {
    let row = try #require(PatternTable.rows.first { $0.pattern.utf8.elementsEqual(pattern.utf8) })
    let literals = PatternLiterals(of: pattern)
    guard let whole = row.whole, let part = row.part else {
      #expect(literals.texts == nil, "Go refuses it")
      return
    }
    for (text, answers) in zip(PatternTable.texts, zip(whole, part)) {
      if let texts = literals.texts {
        #expect(texts.contains(Array(text.utf8)) == (answers.0 == "1"), "\(pattern) \(text)")
      }
      let isPossible =
        literals.held.isEmpty || literals.held.contains { contains(Array(text.utf8), $0) }
      #expect(isPossible || answers.1 == "0", "\(pattern) \(text)")
    }
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: part) }
  }

  /// Lists don't multiply, however many ways there are through a pattern.
  @Test func staysSmall() {
    let pattern = String(repeating: "(ab|cd)", count: 60)
    let literals = PatternLiterals(of: pattern)
    #expect(literals.texts == nil)
    #expect(literals.held.count <= 128)
    #expect(!literals.held.isEmpty)
    #expect(PatternLiterals(of: String(repeating: "a", count: 600)).texts == nil)
    #expect(
      PatternLiterals(of: String(repeating: "(", count: 100) + String(repeating: ")", count: 100)).texts
        == nil)
  }
}
