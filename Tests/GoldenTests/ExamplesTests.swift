import Machine
import Pipeline
import Testing

/// Holds what `examples/` promise; `RECORD=1` writes what the plans say anew.
@Suite struct ExamplesTests {
  @Test func allAreTested() {
    #expect(FileSystem.names(in: Example.root) == Example.all.map(\.name))
    #expect(Example.all.count == 15)
  }

  @Test(arguments: Example.all, Example.overlays) func builds(_ example: Example, _ overlay: String) {
    let outcome = Build(options: Build.Options()).run([example.overlay(overlay)])
    #expect(outcome.messages.text(colours: false) == "")
    #expect(outcome.manifests.first?.text.contains("\nkind: StatefulSet\n") == true)
  }

  @Test(arguments: Example.all, Example.overlays)
  func checkHasNothingToSay(_ example: Example, _ overlay: String) {
    let check = Check([example.overlay(overlay)], options: Check.Options())
    #expect(check.text(.text) == "")
    #expect(check.exitCode == 0)
  }

  @Test(arguments: Example.all, ExampleChange.recorded)
  func planSays(_ example: Example, _ change: ExampleChange) throws {
    let plan = try example.plan(change)
    if GoldenResult.isRecording { try example.record(plan, of: change) }
    #expect(plan == example.recorded(change))
  }

  /// Unless the system demands a list in its settings, and then its README says so.
  @Test(arguments: Example.all) func oneMoreInstanceRestartsNoPod(_ example: Example) throws {
    let plan = try example.plan(.everyGroup)
    #expect(plan.contains("added\n"))
    let touched = plan.split(separator: "\n").filter { line in
      line.hasPrefix("~ ")
        && [" restart", " restarts", " keep what they run", " keeps what it runs"].contains {
          line.hasSuffix($0)
        }
    }
    #expect(touched.isEmpty != example.demandsList)
    #expect(!example.demandsList || example.readme.contains("demands"))
  }

  // MARK: - Sources

  @Test func basesAreShort() {
    let lines = Example.all.flatMap { example in
      example.base.flatMap { file in file.lines.map { (file: "\(example.name)/\(file.name)", text: $0) } }
    }
    #expect(lines.count <= 1300)
    #expect(lines.filter { $0.text.count > 120 }.map(\.file) == [])
  }

  @Test(arguments: ["ingester.yaml", "store-gateway.yaml", "alertmanager.yaml"])
  func groupsOfMimirAreShort(_ file: String) throws {
    let mimir = try #require(Example.all.first { $0.name == "mimir" })
    let lines = try #require(mimir.base.first { $0.name == file }).lines
    #expect(lines.count { !$0.contains("- -") } <= 60)
  }

  @Test(arguments: Example.all) func readmeSaysHowItIsScaled(_ example: Example) {
    #expect(example.readme.split(separator: "\n").count <= 15)
    #expect(example.readme.contains("**Scaling**"))
    #expect(example.readme.contains("**Changes**"))
  }

  /// Members know each other by lists that are made, never by names that somebody wrote.
  @Test(arguments: Example.all) func noInstanceIsNamed(_ example: Example) {
    let lines: [Substring] = example.base.flatMap { $0.lines }
    #expect(lines.filter { $0.firstMatch(of: /-z[0-9]+-[0-9]/) != nil } == [])
  }

  /// Many images have no shell; that of Redis has, and asks Sentinel with it.
  @Test(arguments: Example.all) func noShellRuns(_ example: Example) {
    let lines: [Substring] = example.base.flatMap { $0.lines }
    let commands = lines.filter { $0.contains("command:") }
    #expect(commands.contains { $0.firstMatch(of: /\b(sh|bash)\b/) != nil } == (example.name == "redis"))
  }
}
