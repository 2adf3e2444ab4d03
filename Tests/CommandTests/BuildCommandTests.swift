import Testing

@Suite struct BuildCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    for name in ["one", "two"] {
      directory.write("resources: [map.yaml]\n", to: "\(name)/kustomization.yaml")
      directory.write(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: \(name)}}\n", to: "\(name)/map.yaml")
    }
    directory.write("resources: [nothing.yaml]\n", to: "bad/kustomization.yaml")
  }

  private func manifest(_ name: String) -> String {
    "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: \(name)\n"
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  @Test func writesToStandardOutput() {
    let result = Program.run(["build", path("one")])
    #expect(result.status == 0)
    #expect(result.output == manifest("one"))
    #expect(result.messages == "")
  }

  @Test func joinsSeveralOnStandardOutput() {
    let result = Program.run(["build", path("one"), path("two"), "-o", "-"])
    #expect(result.output == manifest("one") + "---\n" + manifest("two"))
  }

  @Test func writesOneFileEach() {
    let result = Program.run(["build", path("one"), path("two"), "-o", path("out") + "/"])
    #expect(result.status == 0)
    #expect(directory.read("out/one/manifest.yaml") == manifest("one"))
    #expect(directory.read("out/two/manifest.yaml") == manifest("two"))
  }

  @Test func writesOneFile() {
    #expect(Program.run(["build", path("one"), "--output", path("one.yaml")]).status == 0)
    #expect(directory.read("one.yaml") == manifest("one"))
  }

  @Test func writesNothingWhenOneOfThemFails() {
    #expect(Program.run(["build", path("one"), path("bad"), "-o", path("out") + "/"]).status == 2)
    #expect(!directory.names.contains("out"))
  }

  @Test func leavesTheOldFileWhenTheBuildFails() {
    directory.write("old\n", to: "kept.yaml")
    #expect(Program.run(["build", path("bad"), "-o", path("kept.yaml")]).status == 2)
    #expect(directory.read("kept.yaml") == "old\n")
  }

  @Test func exitsWithTwoForWrongInput() {
    let result = Program.run(["build", path("bad")])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("bad/kustomization.yaml:1:13\n"))
  }

  @Test func exitsWithTwoForAWrongCommandLine() {
    for arguments in [["build", "--reorder", "sideways"], ["bulid"], ["build", "--nothing"]] {
      let result = Program.run(arguments)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.messages.hasPrefix("Error: "))
    }
  }

  @Test func exitsWithThreeForWhatIsNotThere() {
    #expect(Program.run(["build", path("none")]).status == 3)
    #expect(Program.run(["build", path("one"), "-o", "/proc/none/x.yaml"]).status == 3)
  }

  @Test func refusesTwoThatWouldShareAFile() {
    let result = Program.run(["build", path("one"), path("one/"), "-o", path("out")])
    #expect(result.status == 2)
    #expect(result.messages.contains("would both be written to"))
  }

  @Test func writesDiagnosticsAsJSON() {
    let result = Program.run(["build", path("bad"), "--diagnostics", "json"])
    #expect(result.messages.contains("\"id\": \"missing-file\""))
    #expect(result.messages.contains("\"line\": 1, \"column\": 13"))
    #expect(Program.run(["build", path("one"), "--diagnostics", "json"]).messages == "[]\n")
  }

  @Test func answersForHelpVersionAndCompletions() {
    #expect(Program.run(["build", "--help"]).output.contains("--load-restrictor"))
    for shell in ["bash", "zsh", "fish"] {
      let result = Program.run(["--generate-completion-script", shell])
      #expect(result.status == 0)
      #expect(result.output.contains("instances"))
    }
  }
}
