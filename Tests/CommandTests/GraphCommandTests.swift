import Machine
import Testing

/// `zonal graph` on the command line.
@Suite struct GraphCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [all.yaml]\n", to: "kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 2
        zones: [z1, z2]
        template: {spec: {containers: [{name: nats, image: "nats:1", ports: [{containerPort: 4222}]}]}}

      """, to: "all.yaml")
  }

  private func graph(_ arguments: String...) -> Program.Result { Program.run(["graph"] + arguments) }

  @Test func withoutAFormatItIsMermaidOnATerminal() {
    let result = graph(directory.path)
    #expect(result.status == 0 && result.messages == "")
    #expect(result.output.hasPrefix("flowchart LR\n"))
  }

  @Test(arguments: [
    ("a.svg", "<svg "), ("a.html", "<!doctype html>"), ("a.htm", "<!doctype html>"), ("a.json", "{"),
    ("a.dot", "digraph"), ("a.gv", "digraph"), ("a.mmd", "flowchart"), ("a.picture", "<svg "),
    ("svg", "<svg "),
  ]) func theNameOfTheFileDecidesTheFormat(name: String, start: String) {
    let result = graph(directory.path, "-o", directory.path + "/" + name)
    #expect(result.status == 0 && result.output == "")
    #expect(directory.read(name).hasPrefix(start))
  }

  @Test func aFormatThatIsAskedForIsTheFormat() {
    #expect(graph(directory.path, "-o", directory.path + "/a.html", "--format", "dot").status == 0)
    #expect(directory.read("a.html").hasPrefix("digraph"))
  }

  @Test func twoSidesAreAChange() {
    let output = graph("/dev/null", directory.path, "--format", "json").output
    #expect(output.contains("\"plan\":{") && output.contains("\"change\":\"added\""))
    #expect(!graph(directory.path, "--format", "json").output.contains("\"plan\""))
    #expect(graph("/dev/null", directory.path, "--format", "svg").output.contains("Rollout, step by step"))
  }

  @Test func renderedManifestsAreASide() {
    let manifest = Program.run(["build", directory.path]).output
    directory.write(manifest, to: "rendered/all.yaml")
    #expect(graph(directory.path + "/rendered").output == graph(directory.path).output)
  }

  @Test func mistakesAreNamed() {
    #expect(graph().status == 2)
    #expect(graph(directory.path, "--format", "png").status == 2)
    #expect(graph(directory.path + "/none").status == 3)
    #expect(graph(directory.path + "/none").messages.contains("[no-side]"))
    #expect(graph(directory.path, directory.path + "/none").status == 3)
    let unwritable = graph(directory.path, "-o", directory.path + "/all.yaml/a.svg")
    #expect(unwritable.status == 3 && unwritable.messages.contains("[unwritable-file]"))
  }
}
