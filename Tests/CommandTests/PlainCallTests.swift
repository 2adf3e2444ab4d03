import Testing

/// Calls without flags are read without the argument parser, and mean what they mean with it.
@Suite struct PlainCallTests {
  @Test(arguments: [
    (["build", "group"], ["--reorder", "unspecified"]), (["check", "old", "new"], ["--format", "text"]),
    (["check"], ["--format", "text"]), (["diff", "old", "new"], ["--format", "paths"]),
    (["diff", "old", "nowhere"], ["--format", "paths"]), (["plan", "old", "new"], ["--format", "text"]),
    (["instances", "group"], ["--output", "table"]), (["instances"], ["--output", "table"]),
    (["plan", "old"], ["--format", "text"]), (["diff", "old", "new", "group"], ["--format", "paths"]),
    (["instances", "group", "old"], ["--output", "table"]), (["build", "old", "new"], ["--output", "-"]),
  ])
  func isReadAsWithFlags(words: [String], flags: [String]) {
    let directory = TemporaryDirectory()
    for (side, image) in [("old", "a:1"), ("new", "a:2")] {
      directory.write("resources: [set.yaml]\n", to: "\(side)/kustomization.yaml")
      directory.write(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          serviceName: db
          selector: {matchLabels: {app: db}}
          template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: \(image), port: 1}]}}

        """, to: "\(side)/set.yaml")
    }
    directory.write("resources: [group.yaml]\n", to: "group/kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec: {instances: 2, template: {spec: {containers: [{name: db, image: a}]}}}

      """, to: "group/group.yaml")
    let plain = Program.run(words, directory: directory.path)
    let flagged = Program.run(words + flags, directory: directory.path)
    #expect(plain.status == flagged.status)
    #expect(plain.output == flagged.output)
    #expect(plain.messages == flagged.messages)
    #expect(!(plain.output + plain.messages).isEmpty)
  }
}
