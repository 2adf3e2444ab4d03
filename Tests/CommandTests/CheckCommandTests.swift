import Testing

@Suite struct CheckCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [web.yaml]\n", to: "good/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: Namespace, metadata: {name: web}}\n", to: "good/web.yaml")
    directory.write("resources: [web.yaml]\n", to: "wrong/kustomization.yaml")
    directory.write("namePrefix: a-\nresources: [pod.yaml]\n", to: "poor/kustomization.yaml")
    directory.write(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: web}
      spec:
        containers: [{name: web, image: web}]
      """, to: "poor/pod.yaml")
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["check"] + arguments, directory: directory.path)
  }

  @Test func isSilentWhenNothingIsFound() {
    let result = run("good")
    #expect(result.status == 0)
    #expect(result.output + result.messages == "")
  }

  @Test func findsOnStandardOutputAndExitsWith1() {
    let result = run("good", "poor")
    #expect(result.status == 1)
    #expect(result.messages == "")
    #expect(
      result.output.contains(
        "warning: the image \"web\" has no tag [missing-image-tag]\n  --> poor/pod.yaml:5:"))
  }

  /// A tag that an overlay set is wrong there, and one that it left alone in the base.
  @Test(arguments: [
    ("images: [{name: web, newTag: latest}]", "over/kustomization.yaml:2:30"),
    ("images: [{name: other, newTag: latest}]", "poor/pod.yaml:5:35"),
  ])
  func findingsStandWhereTheValueIsDecided(images: String, place: String) {
    directory.write("resources: [../poor]\n\(images)\n", to: "over/kustomization.yaml")
    #expect(run("over").output.contains("[missing-image-tag]\n  --> \(place)\n"))
  }

  @Test func remarksAreNoFailure() {
    let result = run("poor", "--disable", "missing-image-tag", "--enable", "runs-as-root")
    #expect(result.status == 0)
    #expect(result.output.contains("[runs-as-root]"))
  }

  /// What a build warns of under the name of a rule.
  @Test func findingsOfTheBuildAreFindings() {
    directory.write("resources: [group.yaml]\n", to: "group/kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 3
        statefulSet: {podManagementPolicy: Parallel}
        services: {aggregate: [{name: nats, headless: true}, {name: any, publishNotReadyAddresses: true}]}
        template:
          spec:
            containers:
            - {name: nats, image: "nats:2", ports: [{name: nats, containerPort: 4222}]}
      """, to: "group/group.yaml")
    let id = "unready-peers-in-parallel"
    let others = ["group", "--disable", "members-on-one-node"]
    let result = Program.run(["check"] + others, directory: directory.path)
    #expect(result.status == 1)
    #expect(result.output.split(separator: "\n").count { $0.hasSuffix("[\(id)]") } == 1)
    let disabled = Program.run(["check"] + others + ["--disable", id], directory: directory.path)
    #expect(disabled.status == 0)
    #expect(disabled.output == "")
    directory.write(
      "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck: {rules: {\(id): info}}\n", to: "zonal.yaml")
    let lowered = Program.run(["check"] + others, directory: directory.path)
    #expect(lowered.status == 0)
    #expect(lowered.output.hasPrefix("info: "))
  }

  @Test func readsDefinitionsOfCustomResources() {
    let widget = "{apiVersion: example.org/v1, kind: Widget, metadata: {name: a}, spec: {sise: 1}}\n"
    directory.write(widget, to: "widgets/a.yaml")
    directory.write(
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.org}
      spec:
        group: example.org
        names: {kind: Widget, plural: widgets}
        scope: Namespaced
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties: {spec: {type: object, properties: {size: {type: integer}}}}
      """, to: "crds/widgets.yaml")
    let configuration = "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck: {schemas: [DIRECTORY]}\n"
    directory.write(configuration.replacing("DIRECTORY", with: "crds"), to: "zonal.yaml")
    let result = run("widgets")
    #expect(result.status == 1)
    #expect(result.output.contains("\"spec\" has no field \"sise\" [unknown-field]"))
    #expect(result.output.contains("did you mean \"size\"?"))
    directory.write(configuration.replacing("DIRECTORY", with: "nowhere"), to: "zonal.yaml")
    let missing = run("widgets")
    #expect(missing.status == 2)
    #expect(missing.messages.contains("zonal.yaml:3:19"))
  }

  @Test(arguments: [("1.32", 1), ("1.37", 0)])
  func knowsTheVersionOfABaseThatExpandsItself(version: String, found: Int) {
    directory.write("resources: [../base, class.yaml]\n", to: "outer/kustomization.yaml")
    directory.write(
      "{apiVersion: resource.k8s.io/v1, kind: DeviceClass, metadata: {name: a}, spec: {}}\n",
      to: "outer/class.yaml")
    directory.write(
      """
      resources: [topology.yaml]
      transformers:
      - |-
        apiVersion: zonal/v1alpha1
        kind: ExpandTransformer
        metadata: {name: expand}

      """, to: "base/kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {kubernetesVersion: "\(version)", zones: [{name: a}]}
      """, to: "base/topology.yaml")
    let result = run("outer")
    #expect(result.messages == "")
    #expect(result.output.split(separator: "\n").count { $0.contains("[unserved-version]") } == found)
  }

  @Test func takesGeneratedNamesOfManifests() {
    directory.write(
      "{apiVersion: v1, kind: Pod, metadata: {generateName: a-}, spec: {containers: [{name: a, image: a}]}}\n",
      to: "created/pod.yaml")
    let result = run("created")
    #expect(result.status == 1)
    #expect(result.output.contains("[missing-image-tag]"))
    directory.write("resources: [pod.yaml]\n", to: "created/kustomization.yaml")
    #expect(run("created").messages.contains("[object-without-name]"))
  }

  @Test func wrongInputExitsWith2() {
    let result = run("wrong", "poor")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("wrong/kustomization.yaml:1:"))
  }

  @Test func whatIsNotThereExitsWith3() {
    let result = run("nowhere")
    #expect(result.status == 3)
    #expect(result.messages.contains("nowhere"))
  }

  @Test func unknownRulesAreMistakes() {
    let result = run("poor", "--disable", "missing-image-tga")
    #expect(result.status == 2)
    #expect(result.messages.contains("did you mean \"missing-image-tag\"?"))
  }

  @Test func annotatesForGitHub() {
    #expect(
      run("poor", "--format", "github").output == """
        ::warning file=poor/pod.yaml,line=5,col=35,title=missing-image-tag::the image "web" has no tag%0A\
        hint: name a version, or a digest

        """)
  }

  @Test func writesSARIF() {
    let output = run("poor", "--format", "sarif").output
    #expect(output.contains("\"version\": \"2.1.0\""))
    #expect(output.contains("\"id\": \"zone-majority\""))
    #expect(
      output.contains(
        "\"physicalLocation\": {\"artifactLocation\": {\"uri\": \"poor/pod.yaml\"}, "
          + "\"region\": {\"startLine\": 5, \"startColumn\": 35}}"))
  }

  @Test func writesJSON() {
    #expect(run("good", "--format", "json").output == "[]\n")
    #expect(run("poor", "--format", "json").output.contains("\"id\": \"missing-image-tag\""))
  }

  @Test func listsRules() {
    let result = run("--list-rules")
    #expect(result.status == 0)
    #expect(result.output.contains("\nprivileged"))
    #expect(result.output.contains("(off by default)\n"))
  }

  @Test func readsStandardInput() {
    // The tests' standard input is empty.
    #expect(run("-").status == 0)
  }
}
