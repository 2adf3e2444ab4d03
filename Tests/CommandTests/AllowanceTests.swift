import Testing

/// What is meant although a rule finds it.
@Suite struct AllowanceTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("", to: ".git")
    directory.write("resources: [pods.yaml]\n", to: "app/kustomization.yaml")
    write(["web", "db"])
  }

  /// - Parameters:
  ///   - comment: behind the image of the first pod.
  ///   - annotation: of the first pod.
  private func write(
    _ names: [String], tag: String = "", comment: String = "", annotation: String? = nil
  ) {
    let pods = names.enumerated().map { index, name in
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: \(name)
        annotations: {\(index == 0 ? annotation.map { "zonal/allow: \"\($0)\"" } ?? "" : "")}
      spec:
        containers:
        - name: main
          image: \(name)\(tag)\(index == 0 ? comment : "")

      """
    }
    directory.write(pods.joined(separator: "---\n"), to: "app/pods.yaml")
  }

  private func configure(_ entries: String) {
    directory.write(
      "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck:\n  allow:\n  - \(entries)\n", to: "zonal.yaml")
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["check"] + arguments, directory: directory.path)
  }

  private func lines(_ result: Program.Result, _ id: String) -> [Substring] {
    result.output.split(separator: "\n").filter { $0.hasSuffix("[\(id)]") }
  }

  private func expectOnlyDB(_ result: Program.Result) {
    #expect(
      lines(result, "missing-image-tag") == ["warning: the image \"db\" has no tag [missing-image-tag]"])
    #expect(lines(result, "unused-allowance") == [])
    #expect(result.status == 1)
  }

  @Test func findsBothWithoutAny() {
    #expect(lines(run("app"), "missing-image-tag").count == 2)
  }

  @Test(arguments: [
    " # zonal: allow missing-image-tag", "   # zonal: allow missing-image-tag – pinned by the mirror",
    " # kept # zonal: allow missing-image-tag: why",
  ]) func commentsBesideTheLine(comment: String) {
    write(["web", "db"], comment: comment)
    expectOnlyDB(run("app"))
  }

  @Test(arguments: [
    " #zonal:allow missing-image-tag", " # zonal: allowed missing-image-tag",
    " # not zonal: allow missing-image-tag",
  ]) func leavesOtherCommentsAlone(comment: String) {
    write(["web", "db"], comment: comment)
    #expect(lines(run("app"), "missing-image-tag").count == 2)
  }

  @Test func annotationsOfTheObject() {
    write(["web", "db"], annotation: "missing-image-tag – the mirror pins it")
    expectOnlyDB(run("app"))
  }

  @Test func entriesOfTheConfiguration() {
    configure("{rule: missing-image-tag, kind: Pod, name: web, why: the mirror pins it}")
    expectOnlyDB(run("app"))
    configure("{rule: missing-image-tag, kind: Pod, name: web, namespace: other}")
    #expect(lines(run("app"), "missing-image-tag").count == 2)
    configure("{rule: missing-image-tag, kind: Deployment, name: web}")
    #expect(lines(run("app"), "missing-image-tag").count == 2)
  }

  @Test(arguments: [
    ("{rule: missing-image-tga, kind: Pod, name: web}", "did you mean \"missing-image-tag\"?"),
    ("{rule: missing-image-tag, kind: Pod}", "check.allow[0].name"),
    ("{rule: missing-image-tag, kind: Pod, name: web, reason: a}", "has no field \"reason\""),
  ]) func mistakesInTheConfiguration(entry: String, message: String) {
    configure(entry)
    let result = run("app")
    #expect(result.status == 2)
    #expect(result.messages.contains("--> zonal.yaml:5:"), "\(result.messages)")
    #expect(result.messages.contains(message), "\(result.messages)")
  }

  @Test func severalRulesAtOnce() {
    write(["web", "db"], annotation: "privileged, missing-image-tag")
    expectOnlyDB(run("app"))
    write(["web", "db"], comment: " # zonal: allow runs-as-root, missing-image-tag")
    expectOnlyDB(run("app"))
  }

  @Test func listsWhatIsAllowed() {
    write(["web", "db"], comment: " # zonal: allow missing-image-tag – the mirror pins it")
    let result = run("app", "--list-allowed")
    #expect(result.status == 0)
    #expect(
      lines(result, "missing-image-tag") == ["warning: the image \"web\" has no tag [missing-image-tag]"])
    #expect(result.output.contains("note: allowed here: the mirror pins it\n  --> app/pods.yaml:9:16"))
    #expect(
      run("app", "--list-allowed", "--format", "json").output.hasPrefix("[\n  {\"id\": \"missing-image-tag\"")
    )
    write(["web"])
    #expect(run("app", "--list-allowed").output == "")
  }

  @Test func remarksWhatSilencesNothing() {
    write(["web"], tag: ":1", comment: " # zonal: allow missing-image-tag", annotation: "duplicate-env")
    configure("{rule: missing-claim, kind: Pod, name: web}")
    let result = run("app")
    #expect(result.status == 0)
    #expect(lines(result, "unused-allowance").count == 3)
    #expect(result.output.contains("--> app/pods.yaml:9:"))
    #expect(result.output.contains("--> app/pods.yaml:5:"))
    #expect(result.output.contains("--> zonal.yaml:5:"))
    #expect(run("app", "--disable", "unused-allowance").output == "")
  }

  /// Whether what is not looked at would find something is not known.
  @Test func remarksNothingOfWhatItCannotTell() {
    write(["web"], tag: ":1", comment: " # zonal: allow missing-image-tag")
    #expect(run("app", "--disable", "missing-image-tag").output == "")
    directory.write("resources: [../app]\n", to: "overlays/a/kustomization.yaml")
    #expect(run("overlays/a").output == "")
    write(["web"])
    configure("{rule: missing-image-tag, kind: Pod, name: elsewhere}")
    #expect(lines(run("app"), "unused-allowance") == [])
  }

  /// A line is looked through for what it allows once, whatever is found on it.
  @Test func looksThroughALongLineOnce() {
    let variables = (0..<18_000).map { "{name: V\($0), value: \"$(W\($0))\"}" }.joined(separator: ", ")
    directory.write(
      "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, image: \"a:1\", env: [\(variables)]}]}}",
      to: "app/pods.yaml")
    let result = Program.run(
      ["check", "app"], directory: directory.path, before: "ulimit -t 60")
    #expect(result.status == 1)
    #expect(result.output.contains("[unknown-variable]"))
  }

  /// So are annotations, and lines in which the words stand many times.
  @Test func looksThroughLongListsOnce() {
    let rules = Array(repeating: "a", count: 100_000).joined(separator: ", ")
    let variables = (0..<5_000).map { "{name: V\($0), value: \"$(W\($0))\"}" }.joined(separator: ", ")
    let words = Array(repeating: "# zonal: allow b", count: 20_000).joined(separator: " ")
    directory.write(
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: a, annotations: {zonal/allow: "\(rules)", text: "\(words)"}}
      spec: {containers: [{name: a, image: "a:1", env: [\(variables)]}]}
      """, to: "app/pods.yaml")
    let result = Program.run(["check", "app"], directory: directory.path, before: "ulimit -t 60")
    #expect(result.status == 1)
    #expect(result.output.contains("[unknown-variable]"))
  }

  @Test func warnsOfUnknownRules() {
    write(["web"], tag: ":1", comment: " # zonal: allow missing-image-tga")
    let result = run("app")
    #expect(result.status == 1)
    #expect(
      lines(result, "unknown-rule") == ["warning: there is no rule \"missing-image-tga\" [unknown-rule]"])
    #expect(result.output.contains("did you mean \"missing-image-tag\"?"))
  }

  /// One mistake of several objects stays as long as one of them does not mean it.
  @Test func allowsOneOfSeveralObjects() {
    write(["web"], tag: ":1")
    directory.write(
      """
      resources: [pods.yaml]
      patches:
      - target: {kind: Pod}
        patch: '[{op: add, path: /spec/restartPolicy, value: always}]'
      """, to: "app/kustomization.yaml")
    write(["web", "db"], tag: ":1", annotation: "unknown-value")
    let result = run("app")
    #expect(lines(result, "unknown-value").count == 1)
    #expect(result.output.contains("note: in Pod \"db\""), "\(result.output)")
    #expect(run("app", "--list-allowed").output.contains("note: in Pod \"web\""))
  }

  @Test func allowsWhatABuildWarnsOf() {
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: etcd}
      spec:
        instances: 4 # zonal: allow even-majority – one is being replaced
        instancesPolicy: Total
        zones: [z1, z2, z3, z4]
        survive: {zones: 1}
        template: {spec: {containers: [{name: etcd, image: "etcd:1"}]}}
      ---
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: topology}
      spec: {zones: [{name: z1}, {name: z2}, {name: z3}, {name: z4}]}
      """, to: "app/pods.yaml")
    let result = run("app")
    #expect(lines(result, "even-majority") == [], "\(result.output)")
    #expect(lines(run("app", "--list-allowed"), "even-majority").count == 1)
  }
}
