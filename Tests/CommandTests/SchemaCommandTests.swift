import Testing

@Suite struct SchemaCommandTests {
  @Test func listsTheKinds() {
    let result = Program.run(["schema"])
    #expect(result.status == 0)
    let kinds = result.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(
      kinds == [
        "Kustomization", "Topology", "InstanceGroup", "QuarksStatefulSet", "BOSHDeployment", "Configuration",
        "Object",
      ])
  }

  @Test(arguments: [
    ("InstanceGroup", "InstanceGroup"), ("topology", "Topology"), ("zonal.yaml", "Configuration"),
    ("Component", "Kustomization"), ("kustomization.yaml", "Kustomization"), ("object", "Object"),
  ])
  func findsAKind(name: String, title: String) throws {
    let result = Program.run(["schema", name])
    #expect(result.status == 0)
    #expect(try StrictJSON(result.output).texts.contains(title))
    #expect(result.output.contains("\"title\": \"\(title)\","))
  }

  @Test func saysWhichKindsThereAre() {
    let result = Program.run(["schema", "Deployment"])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.messages.contains("\"Deployment\" has no schema: the kinds are Kustomization, Topology"))
  }
}
