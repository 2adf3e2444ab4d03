import Testing

@Suite struct InstancesCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [group.yaml]\n", to: "kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 1
        zones: [z1, z2]
        template:
          spec:
            containers:
            - name: nats
              image: nats
              ports: [{name: nats, containerPort: 4222}]
      """, to: "group.yaml")
  }

  @Test func printsATable() {
    let result = Program.run(["instances", directory.path])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.hasPrefix("GROUP") == true)
    #expect(lines.last?.split(separator: " ").map(String.init).contains("nats-z1-0") == true)
  }

  @Test func printsYAMLAndJSON() {
    #expect(Program.run(["instances", directory.path, "-o", "yaml"]).output.contains("address: nats-z0-0\n"))
    #expect(Program.run(["instances", directory.path, "-o", "json"]).output.contains("\"specIndex\":10000"))
  }

  @Test func listsTheGroupsOfABOSHManifest() {
    directory.write(
      """
      name: shop
      releases: [{name: web, version: 1, url: ghcr.io/cf, stemcell: {os: jammy, version: 2}}]
      instance_groups:
      - name: web
        instances: ((count))
        azs: [z1, z2]
        jobs:
        - {name: web, release: web, properties: {quarks: {bpm: {processes: [{name: web, executable: /bin/web}]}}}}
      """, to: "manifest.yml")
    let manifest = directory.path + "/manifest.yml"
    let alone = Program.run(
      ["instances", "--bosh", manifest, "-v", "count=3", "--instances-policy", "Total"])
    #expect(alone.status == 0)
    #expect(
      alone.output.split(separator: "\n").map { $0.split(separator: " ")[1] } == [
        "NAME", "web-z0-0", "web-z0-1", "web-z1-0",
      ])
    let both = Program.run(["instances", directory.path, "--bosh", manifest, "-v", "count=1"])
    #expect(
      both.output.split(separator: "\n").map { $0.split(separator: " ")[0] } == [
        "GROUP", "nats", "nats", "web", "web",
      ])
    #expect(
      Program.run(["instances", "--bosh", manifest]).messages.contains("the variable \"count\" has no value"))
  }

  @Test func saysWhatIsWrong() {
    directory.write("resources: [grup.yaml]\n", to: "kustomization.yaml")
    let result = Program.run(["instances", directory.path])
    #expect(result.status == 2)
    #expect(result.messages.contains("did you mean \"group.yaml\"?"))
  }
}
