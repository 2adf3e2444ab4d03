import Glibc
import Testing

@Suite struct KillTests {
  /// Killed at any moment, a build leaves the old file or the new one, never a part.
  @Test func leavesTheOldOrTheNewFile() {
    let directory = TemporaryDirectory()
    directory.write("resources: [maps.yaml]\nnamePrefix: a-\n", to: "in/kustomization.yaml")
    let maps = (0..<400).map { "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m\($0)}\n" }
    directory.write(maps.joined(separator: "---\n"), to: "in/maps.yaml")
    let output = directory.path + "/out.yaml"
    let build = ["build", directory.path + "/in", "-o", output]
    let contents = ["a-", "b-"].map { prefix in
      directory.write("resources: [maps.yaml]\nnamePrefix: \(prefix)\n", to: "in/kustomization.yaml")
      #expect(Program.run(build).status == 0)
      return directory.read("out.yaml")
    }
    #expect(contents[0] != contents[1])
    for round in 0..<20 {
      directory.write(
        "resources: [maps.yaml]\nnamePrefix: \(round % 2 == 0 ? "a-" : "b-")\n", to: "in/kustomization.yaml")
      let process = Program.start(build)
      usleep(UInt32.random(in: 0...60_000))
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
      #expect(contents.contains(directory.read("out.yaml")))
    }
    #expect(Program.run(build).status == 0)
    #expect(directory.read("out.yaml") == contents[1])
  }
}
