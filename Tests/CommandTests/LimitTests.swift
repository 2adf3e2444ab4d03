import Glibc
import Testing

/// What the machine does not give: an error and exit 3, and everything as it was.
@Suite struct LimitTests {
  private let directory = TemporaryDirectory()

  init() {
    for app in ["app", "b", "c"] {
      directory.write(
        "resources: [maps.yaml, 1.yaml, 2.yaml, 3.yaml, 4.yaml]\nnamePrefix: \(app)-\n",
        to: "\(app)/kustomization.yaml")
      for file in 1...4 {
        directory.write(
          "{apiVersion: v1, kind: ConfigMap, metadata: {name: f\(file)}}\n", to: "\(app)/\(file).yaml")
      }
      let maps = (0..<100).map { "{apiVersion: v1, kind: ConfigMap, metadata: {name: m\($0)}}\n" }
      directory.write(maps.joined(separator: "---\n"), to: "\(app)/maps.yaml")
    }
    let bpm = "{quarks: {bpm: {processes: [{name: j, executable: /j}]}}}"
    directory.write("a: ((b))\nvariables: [{name: b, type: password}]\n", to: "manifest.yaml")
    directory.write(
      """
      name: web
      releases: [{name: r, version: 1}]
      instance_groups: [{name: web, instances: 1, jobs: [{name: j, release: r, properties: \(bpm)}]}]

      """, to: "releases/manifest.yaml")
    directory.write("name: j\ntemplates: {a: a}\n", to: "releases/jobs-src/r/j/job.MF")
    directory.write("a\n", to: "releases/jobs-src/r/j/templates/a")
  }

  private func run(_ arguments: [String], before: String) -> Program.Result {
    Program.run(arguments, directory: directory.path, before: before)
  }

  /// All that there are.
  private static let commands = [
    "build app", "build app b c -o out/ --layout tree", "build app -o file.yaml", "check app b",
    "check app --format sarif", "check --list-rules", "diff app b", "diff app b --format html", "plan app b",
    "graph app", "graph app b -o graph.html",
    "plan app b --format markdown", "interpolate manifest.yaml --vars-store store.yaml", "instances app",
    "instances app --output yaml", "instance-group \(group)", "instance-group \(group) --output ig",
    "template-render --manifest \(group) --pod-ordinal 0 --pod-ip 10.0.0.1 --output-dir rendered", "version",
    "--help", "build --help",
  ]
  private static let group = "releases/manifest.yaml --group web --base-dir releases"

  @Test(arguments: commands) func saysThatTooFewFilesMayBeOpen(command: String) {
    for count in [4, 6, 12] {
      let refused = run(
        command.split(separator: " ").map(String.init), before: "ulimit -n \(count)")
      #expect(refused.status == 3)
      #expect(refused.messages.contains("\(count) files may be open at a time"))
    }
    #expect(!directory.names.contains("out"))
  }

  /// What the caller has open is gone from what may be opened.
  @Test func countsWhatIsOpenAlready() {
    let few = 16 + 4 * sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let refused = run(["version"], before: "ulimit -n \(few); exec 3</dev/null 4</dev/null 5</dev/null")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("\(few) files may be open at a time"))
  }

  @Test(arguments: commands) func doesWithAFewOpenFiles(command: String) {
    let arguments = command.split(separator: " ").map(String.init)
    // With room for what tests beside it have open when this one starts the program.
    let few = 40 + 4 * sysconf(Int32(_SC_NPROCESSORS_ONLN))
    #expect(run(arguments, before: "ulimit -n \(few)").status == run(arguments, before: ":").status)
    // What may be raised is raised.
    #expect(run(arguments, before: "ulimit -S -n 6").status == run(arguments, before: ":").status)
  }

  /// Where nothing can be written, whatever wants to write ends with 3, and nothing is left half-written.
  @Test(.serialized, arguments: commands, ["ulimit -f 0", "exec >&-", "exec > /dev/full 2>&1"])
  func writesNothingWhereNothingCanBeWritten(command: String, before: String) {
    let arguments = command.split(separator: " ").map(String.init)
    let files = ["out/", "file.yaml", "graph.html", "ig", "rendered"].contains(where: arguments.contains)
    // It finds nothing, and says so with its exit code.
    let isSilent = command == "check app b"
    let result = run(arguments, before: before)
    #expect(result.status == (isSilent || files && before != "ulimit -f 0" ? 0 : 3), "\(result.messages)")
    if before == "exec >&-", result.status == 3 {
      #expect(result.messages.contains("can't be written: "), "\(result.messages)")
    }
    guard before == "ulimit -f 0" else { return }
    #expect(
      directory.shell(
        "! find out file.yaml graph.html store.yaml ig rendered -type f 2>/dev/null | grep -q .") == 0)
  }

  @Test func keepsAFileThatGrowsTooLarge() {
    directory.write("old\n", to: "file.yaml")
    let refused = run(["build", "app", "-o", "file.yaml"], before: "ulimit -f 1")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("File too large"))
    #expect(directory.read("file.yaml") == "old\n")
    #expect(directory.names == ["app", "b", "c", "file.yaml", "manifest.yaml", "releases"])
  }

  @Test func keepsATreeThatGrowsTooLarge() {
    #expect(Program.run(["build", "app", "-o", "out/"], directory: directory.path).status == 0)
    let before = directory.read("out/app/manifest.yaml")
    #expect(directory.shell("sed -i s/app-/new-/ app/kustomization.yaml") == 0)
    #expect(run(["build", "app", "-o", "out/"], before: "ulimit -f 1").status == 3)
    #expect(directory.read("out/app/manifest.yaml") == before)
    #expect(directory.names(in: "out/app") == [".zonal", "manifest.yaml"])
    #expect(Program.run(["build", "app", "-o", "out/"], directory: directory.path).status == 0)
    #expect(directory.read("out/app/manifest.yaml").contains("new-m1"))
  }

  @Test func saysThatNobodyReads() {
    let command = "\(Program.binary) build app 2>said; echo $? > code"
    #expect(directory.shell("{ \(command); } | true") == 0)
    #expect(directory.shell("sleep 0.1; { sleep 0.2; \(command); } | true") == 0)
    #expect(directory.read("code") == "3\n")
    #expect(directory.read("said").contains("Broken pipe"))
  }

  @Test func neverTakesAFileForAStream() {
    #expect(directory.shell("\(Program.binary) build app >&- 2>said; test $? = 3") == 0)
    let closed = "\(Program.binary) build app -o file.yaml <&- >&- 2>&-"
    #expect(directory.shell(closed) == 0)
    #expect(directory.read("file.yaml") == Program.run(["build", "app"], directory: directory.path).output)
    #expect(
      directory.shell("rm file.yaml; \(Program.binary) build nowhere -o file.yaml <&- >&- 2>&-; test $? = 3")
        == 0)
    #expect(!directory.names.contains("file.yaml"))
  }
}
