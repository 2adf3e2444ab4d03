import Glibc
import Testing

/// What ends a run is said in the form that was asked for, and in one document with all that was said before.
@Suite struct FailureFormatTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [map.yaml]\ncommonLabels: {a: b}\n", to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: m}}\n", to: "app/map.yaml")
    directory.write("resources: []\n", to: "none/kustomization.yaml")
    directory.write("a: ((b))\nvariables: [{name: b, type: password}]\n", to: "manifest.yaml")
    let bpm = "{quarks: {bpm: {processes: [{name: j, executable: /j}]}}}"
    directory.write(
      "name: web\ninstance_groups: [{name: web, instances: 1, jobs: [{name: j, release: r, properties: \(bpm)}]}]\n",
      to: "releases/manifest.yaml")
    directory.write("name: j\n", to: "releases/jobs-src/r/j/job.MF")
    mkdir(directory.path + "/socket", 0o755)
  }

  private static let noOutput = "exec > /dev/full"
  private static let noFiles = "ulimit -f 0"
  private static let noStreams = "ulimit -n 6"

  /// A command and what the machine refuses it.
  static let failures: [(command: String, before: String, id: String)] = [
    ("build app", noOutput, "unwritable-output"), ("build app -o file.yaml", noFiles, "unwritable-file"),
    ("build app -o out/", noFiles, "unwritable-file"),
    ("build app -o map.yaml/x", ": > map.yaml", "unwritable-file"),
    ("build app", noStreams, "few-open-files"), ("diff app none", noOutput, "unwritable-output"),
    ("plan none app", noOutput, "unwritable-output"), ("instances app", noOutput, "unwritable-output"),
    ("graph app", noOutput, "unwritable-output"), ("graph app -o graph.svg", noFiles, "unwritable-file"),
    ("interpolate manifest.yaml", noOutput, "unwritable-output"),
    ("interpolate missing.yaml", ":", "missing-file"),
    ("interpolate manifest.yaml --vars-store store.yaml", noFiles, "unwritable-file"),
    ("instance-group releases/manifest.yaml --group web --base-dir releases", noOutput, "unwritable-output"),
    (
      "instance-group releases/manifest.yaml --group web --base-dir releases -o d", noFiles, "unwritable-file"
    ),
    ("build --no-such-flag", ":", "usage"), ("build / app -o out/", ":", "usage"),
  ]

  private func run(_ command: String, _ before: String, _ flags: String...) -> Program.Result {
    Program.run(
      command.split(separator: " ").map(String.init) + flags, directory: directory.path, before: before)
  }

  @Test(arguments: failures) func isOneDocument(failure: (command: String, before: String, id: String)) throws
  {
    let result = run(failure.command, failure.before, "--diagnostics", "json")
    #expect(result.status == (failure.id == "usage" ? 2 : 3), "\(result.messages)")
    // Where a limit holds for messages, too, none can be told.
    if failure.before == Self.noFiles, result.messages.isEmpty { return }
    let json = try StrictJSON(result.messages)
    #expect(json.texts.contains(failure.id), "\(result.messages)")
  }

  @Test(arguments: failures) func isTextUnlessAsked(failure: (command: String, before: String, id: String)) {
    let result = run(failure.command, failure.before)
    if failure.before == Self.noFiles, result.messages.isEmpty { return }
    let expected = failure.id == "usage" ? "Error: " : "[\(failure.id)]\n"
    #expect(result.messages.contains(expected), "\(result.messages)")
  }

  @Test func isSARIFForWhoReadsSARIF() throws {
    for (format, before, id) in [
      ("sarif", Self.noOutput, "unwritable-output"), ("sarif", Self.noStreams, "few-open-files"),
      ("json", Self.noOutput, "unwritable-output"),
    ] {
      for flags in [["--format", format], ["--format=\(format)"], ["-f", format]] {
        let result = Program.run(["check", "app"] + flags, directory: directory.path, before: before)
        #expect(result.status == 3)
        let json = try StrictJSON(result.messages)
        #expect(json.texts.contains(id))
        #expect(json.texts.contains("2.1.0") == (format == "sarif"))
      }
    }
    let usage = run("check app --format sarif --no-such-flag", ":")
    #expect(try StrictJSON(usage.messages).texts.contains("usage"))
  }

  @Test func isACommandForWorkflows() {
    let result = run("check app --format github", Self.noOutput)
    #expect(result.status == 3)
    #expect(
      result.messages
        == "::error title=unwritable-output::standard output can't be written: No space left on device\n")
  }

  /// What was found of the input comes in the same array.
  @Test func keepsWhatWasSaidBefore() throws {
    directory.write("resources: [map.yaml]\ncommonLabels: {a: b}\nvars: []\n", to: "app/kustomization.yaml")
    let said = run("diff app none", ":", "--diagnostics", "json").messages
    let result = run("diff app none", Self.noOutput, "--diagnostics", "json")
    let before = try StrictJSON(said).texts
    let after = try StrictJSON(result.messages).texts
    #expect(!before.isEmpty)
    #expect(Set(before).isSubset(of: after))
    #expect(after.contains("unwritable-output"))
  }
}
