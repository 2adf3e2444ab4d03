import Machine
import Pipeline
import Testing

/// Looks over every folder of `checks/`; `RECORD=1` writes what is found anew.
@Suite struct CheckTests {
  @Test(arguments: CheckCase.all) func finds(_ golden: CheckCase) throws {
    if GoldenResult.isRecording { try golden.record() }
    #expect(golden.findings == golden.expected)
    #expect(golden.findings.contains(" [\(golden.rule)]\n  --> finds/"))
    let messages = golden.findings.split(separator: "\n").count { $0.hasSuffix(" [\(golden.rule)]") }
    #expect(golden.findings.split(separator: "\n").count { $0.hasPrefix("  hint: ") } == messages)
  }

  @Test(arguments: CheckCase.all) func leavesNearMissesAlone(_ golden: CheckCase) {
    #expect(golden.rest == "")
  }

  @Test func everyRuleHasACase() {
    #expect(Check.setRules.map(\.id).sorted() == CheckCase.all.map(\.rule).sorted())
  }

  /// The lines that `--explain` shows are lines of the cases: bad ones of what the rule finds, at one of the places that
  /// it names, and good ones of what it leaves alone.
  @Test(arguments: CheckCase.all) func examplesAreTrue(_ golden: CheckCase) throws {
    let example = try #require(Check.setRules.first { $0.id == golden.rule }?.example)
    let bad = CheckCase.lines(of: example.bad)
    #expect(bad.isSubset(of: golden.lines(in: "finds")), "\(bad.subtracting(golden.lines(in: "finds")))")
    #expect(!bad.isDisjoint(with: golden.foundLines))
    let good = CheckCase.lines(of: example.good)
    #expect(good.isSubset(of: golden.lines(in: "leaves")), "\(good.subtracting(golden.lines(in: "leaves")))")
  }

  private static let repository = FilePath.directory(
    of: FilePath.directory(of: FilePath.directory(of: #filePath)))

  @Test(arguments: ["overlays/production", "output/production"])
  func findsNothingInProduction(_ directory: String) {
    let check = Check([FilePath.join(Self.repository, directory)], options: Check.Options())
    #expect(check.text(.text) == "")
    #expect(check.exitCode == 0)
  }

  @Test func isDocumented() throws {
    let path = FilePath.join(Self.repository, "docs/checks.md")
    guard case .success(let bytes) = FileSystem.read(path) else {
      Issue.record("docs/checks.md can't be read")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    let mark = "<!-- rules -->\n"
    let parts = text.split(separator: mark, omittingEmptySubsequences: false).map(String.init)
    try #require(parts.count == 3, "docs/checks.md has no list of rules")
    if GoldenResult.isRecording {
      try OutputFile.write(Manifest([parts[0], Self.reference, parts[2]].joined(separator: mark)), to: path)
    } else {
      #expect(parts[1] == Self.reference, "RECORD=1 writes the list anew")
    }
  }

  private static var reference: String {
    let rows = Check.rules.map { rule in
      "| `\(rule.id)` | \(rule.severity)\(rule.isOptIn ? ", off" : "") | \(rule.summary) | \(rule.reason) |\n"
    }
    let examples = Check.rules.compactMap { rule in
      rule.example.map { example in
        "### `\(rule.id)`\n\n```yaml\n# bad\n\(example.bad)\n```\n\n```yaml\n# good\n\(example.good)\n```\n"
      }
    }
    return "| rule | severity | what it finds | what comes of it |\n|---|---|---|---|\n" + rows.joined()
      + "\n## What is wrong, and what is right\n\n" + examples.joined(separator: "\n")
  }
}
