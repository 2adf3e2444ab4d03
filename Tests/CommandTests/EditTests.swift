import Glibc
import Testing

/// Runs every folder of `edits/`; `RECORD=1` writes the expectations anew.
@Suite struct EditTests {
  @Test(arguments: EditCase.all) func edits(_ edit: EditCase) async { await edit.check() }

  @Test func inMoreThanAQuarterOfTheCasesNothingChanges() {
    #expect(EditCase.all.count >= 250)
    #expect(EditCase.all.count { !$0.isChange } >= EditCase.all.count / 4)
  }

  @Test func keepsTheModeAndTheLink() {
    let directory = TemporaryDirectory()
    directory.write("# a\nnamespace: x\n", to: "real.yaml")
    #expect(directory.shell("chmod 640 real.yaml && ln -s real.yaml kustomization.yaml") == 0)
    let result = Program.run(["edit", "set", "namespace", "z"], directory: directory.path)
    #expect(result.status == 0)
    #expect(directory.read("real.yaml") == "# a\nnamespace: z\n")
    #expect(directory.mode("real.yaml") == "640")
    #expect(directory.shell("test -L kustomization.yaml") == 0)
  }

  @Test func leavesTheTimeOfWhatStays() {
    let directory = TemporaryDirectory()
    directory.write("namespace: x # as it is\n", to: "kustomization.yaml")
    #expect(directory.shell("touch -d @1000000000 kustomization.yaml") == 0)
    #expect(Program.run(["edit", "set", "namespace", "x"], directory: directory.path).status == 0)
    #expect(directory.shell("test $(stat -c %Y kustomization.yaml) = 1000000000") == 0)
  }

  @Test func saysWhatCannotBeWritten() {
    let directory = TemporaryDirectory()
    directory.write("namespace: x\n", to: "kustomization.yaml")
    let result = Program.run(
      ["edit", "set", "namespace", "y"], directory: directory.path, before: "ulimit -f 0; trap '' XFSZ")
    #expect(result.status == 3)
    #expect(directory.read("kustomization.yaml") == "namespace: x\n")
  }

  @Test func speaksJSON() {
    let directory = TemporaryDirectory()
    directory.write("namespace: x\n", to: "kustomization.yaml")
    let result = Program.run(
      ["edit", "set", "image", "nginx", "--diagnostics=json"], directory: directory.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("\"bad-image\""))
  }

  @Test func takesSwitchesWithValues() {
    let directory = TemporaryDirectory()
    directory.write("resources: [a.yaml]\n", to: "kustomization.yaml")
    let result = Program.run(
      ["edit", "add", "resource", "--no-verify=true", "b.yaml"], directory: directory.path)
    #expect(result.status == 0)
    #expect(directory.read("kustomization.yaml") == "resources: [a.yaml, b.yaml]\n")
  }
}
