import Glibc
import Machine
import Testing

@Suite struct BuildDeploymentTests {
  private let directory = TemporaryDirectory()
  private static let example = FilePath.join(FilePath.directory(of: #filePath), "../../docs/examples/bosh")
  private static let hasRuby = ["/usr/bin/ruby", "/usr/local/bin/ruby"].contains {
    FileSystem.kind(of: $0) != nil
  }

  init() {
    directory.write(
      """
      name: web
      releases: [{name: web, version: 1, url: ghcr.io/cf, stemcell: {os: jammy, version: 2}}]
      instance_groups:
      - name: web
        instances: 1
        env: {bosh: {agent: {settings: {labels: {secret: ((password))}}}}}
        jobs:
        - name: web
          release: web
          properties: {quarks: {bpm: {processes: [{name: web, executable: /bin/web}]}}}
      variables: [{name: password, type: password}]

      """, to: "manifest.yml")
    directory.write("resources: [map.yaml]\n", to: "one/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n", to: "one/map.yaml")
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  @Test func generatesVariablesOnce() {
    let arguments = [
      "build", "--bosh", path("manifest.yml"), "--vars-store", path("store.yml"), "--vars-secrets",
    ]
    let first = Program.run(arguments)
    #expect(first.status == 0)
    #expect(first.output.contains("name: var-password\n"))
    #expect(directory.read("store.yml").hasPrefix("password: "))
    #expect(Program.run(arguments).output == first.output)
  }

  @Test func generatesNothingUnlessAsked() {
    let result = Program.run(["build", "--bosh", path("manifest.yml")])
    #expect(result.status == 2)
    #expect(result.messages.contains("the variable \"password\" has no value"))
  }

  @Test func warnsOfValuesThatAreNotKept() {
    let result = Program.run(["build", "--bosh", path("manifest.yml"), "--vars-secrets"])
    #expect(result.status == 0)
    #expect(result.messages.contains("[values-not-kept]"))
  }

  @Test func joinsTheGroupsToADirectory() {
    let result = Program.run([
      "build", path("one"), "--bosh", path("manifest.yml"), "--var", "password=x", "-o", path("out.yaml"),
    ])
    #expect(result.status == 0)
    let output = directory.read("out.yaml")
    #expect(output.contains("kind: ConfigMap\nmetadata:\n  name: one\n"))
    #expect(output.contains("kind: StatefulSet\n"))
  }

  @Test func refusesFlagsThatDoNotGoTogether() {
    for arguments in [
      ["--bosh", path("manifest.yml"), path("one"), path("one")], ["--ops", "ops.yml"], ["--timeout", "0"],
      ["--instances-policy", "All"],
    ] {
      #expect(Program.run(["build"] + arguments).status == 2)
    }
  }

  @Test(.enabled(if: hasRuby, "Ruby is not installed")) func givesEveryPodItsRenderedFiles() {
    let result = Program.run(
      ["build", "--bosh", Self.example + "/manifest.yml", "--base-dir", Self.example],
      environment: ["PATH=/usr/local/bin:/usr/bin:/bin"])
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(result.output.contains("kind: Secret\nmetadata:\n  name: nats-jobs-"))
    #expect(result.output.contains("path: nats-z1-1/nats/config/nats.conf\n"))
    #expect(result.output.contains("subPathExpr: $(POD_NAME)\n"))
    #expect(result.output.contains("subPath: smoke-tests-0\n"))
    #expect(result.output.contains("name: bosh-pre-start-nats\n"))
  }
}
