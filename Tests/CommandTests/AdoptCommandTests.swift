import Machine
import Testing

@Suite struct AdoptCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write(Self.set, to: "running/db.yaml")
    directory.addKubectl(answering: Self.live)
  }

  private static let set = """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      replicas: 3
      selector: {matchLabels: {app: db}}
      serviceName: db
      template:
        metadata: {labels: {app: db}}
        spec: {containers: [{name: db, image: "db:2"}]}

    """

  /// What the API server makes of it, and what it gives every namespace.
  private static let live = """
    apiVersion: v1
    kind: List
    items:
    - apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: data, uid: 0a, resourceVersion: "7", generation: 1}
      spec:
        replicas: 3
        revisionHistoryLimit: 10
        selector: {matchLabels: {app: db}}
        serviceName: db
        template:
          metadata: {creationTimestamp: null, labels: {app: db}}
          spec:
            containers: [{name: db, image: "db:2", imagePullPolicy: IfNotPresent, resources: {}}]
            restartPolicy: Always
        updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 0}}
      status: {replicas: 3}
    - apiVersion: v1
      kind: ConfigMap
      metadata: {name: kube-root-ca.crt, namespace: data, uid: 0b}
      data: {ca.crt: …}

    """

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["adopt"] + arguments, environment: ["PATH=/usr/bin:/bin"], directory: directory.path)
  }

  private var written: [String] { FileSystem.names(in: directory.path + "/out") }

  @Test func writesWhatIsProved() {
    let result = run("running", "-o", "out")
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(result.output.contains("\n$ zonal plan\nnothing happens to what runs\n"))
    #expect(result.output.hasSuffix("\nwrote 2 files to out\n"))
    #expect(written == ["db.yaml", "kustomization.yaml"])
  }

  @Test func leavesADirectoryAloneThatIsThere() {
    directory.write("mine\n", to: "out/db.yaml")
    let result = run("running", "-o", "out")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("[output-exists]"))
    #expect(directory.read("out/db.yaml") == "mine\n")
    #expect(written == ["db.yaml"])
  }

  @Test func replacesFilesWhenThatIsForced() {
    directory.write("mine\n", to: "out/db.yaml")
    directory.write("mine\n", to: "out/notes")
    #expect(run("running", "-o", "out", "--force").status == 0)
    #expect(directory.read("out/db.yaml").hasPrefix("apiVersion: zonal/v1alpha1\n"))
    #expect(directory.read("out/notes") == "mine\n")
  }

  @Test func writesNothingWhenSomethingFailed() {
    let result = run("running", "-o", "out", "--group", "db=db,other")
    #expect(result.status == 2)
    #expect(result.messages.contains("[unknown-workload]"))
    #expect(FileSystem.kind(of: directory.path + "/out") == nil)
  }

  @Test(arguments: [["--group", "db"], ["--group", "db=a,,b"], ["--zones", "a=b=c"], ["-n", "data"], []])
  func wrongArgumentsAreSaid(_ arguments: [String]) {
    let result = Program.run(
      ["adopt", "-o", "out"] + arguments + (arguments.isEmpty ? [] : ["running"]), directory: directory.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("Error: "))
  }

  // MARK: From a pipe

  /// What another program prints, as in the documentation.
  private func pipe(_ text: String, _ arguments: String...) -> Program.Result {
    directory.write(text, to: "piped")
    return Program.run(
      ["adopt", "-", "-o", "out"] + arguments, directory: directory.path,
      before: "exec < '\(directory.path)/piped'")
  }

  @Test func readsWhatKubectlPrints() {
    let result = pipe(Self.live)
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("group db: 1 workload\n"))
    #expect(written == ["db.yaml", "kustomization.yaml"])
    #expect(!directory.read("out/db.yaml").contains("status"))
  }

  @Test func readsJSONAsWell() {
    let result = pipe(
      """
      {"apiVersion": "v1", "kind": "List", "items": [{"apiVersion": "apps/v1", "kind": "StatefulSet",
       "metadata": {"name": "db"}, "spec": {"replicas": 2, "serviceName": "db", "selector": {"matchLabels": {"app": "db"}},
       "template": {"metadata": {"labels": {"app": "db"}}, "spec": {"containers": [{"name": "db", "image": "db:2"}]}}}}]}
      """)
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(written == ["db.yaml", "kustomization.yaml"])
  }

  @Test(arguments: [
    ("", "nothing-to-adopt"), ("# nothing\n---\n", "nothing-to-adopt"),
    ("apiVersion: v1\nkind: List\nitems: []\n", "nothing-to-adopt"),
    ("error: You must be logged in to the server\n", "object-without-kind"), ("a: [b\n", "unclosed-bracket"),
    ("\u{0}", "control-character"),
  ])
  func whatIsNoManifestIsSaid(_ text: String, _ id: String) {
    let result = pipe(text)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("[\(id)]"), "\(result.messages)")
    #expect(FileSystem.kind(of: directory.path + "/out") == nil)
  }

  /// Objects that no group knows are left as they are.
  @Test func unknownKindsStayAsTheyAre() {
    let object = """
      apiVersion: example.org/v1
      kind: Unheard
      metadata: {name: of}
      of: [a, b]

      """
    let result = pipe(object)
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("no groups: "))
    #expect(result.output.contains("as they were: 1 object\n"))
    #expect(written == ["kustomization.yaml", "resources.yaml"])
    #expect(directory.read("out/resources.yaml") == object)
  }

  // MARK: Of a cluster

  private func live(_ arguments: String...) -> Program.Result {
    Program.run(
      ["adopt", "--live", "--kubectl", directory.path + "/kubectl", "-o", "out"] + arguments,
      environment: ["PATH=/usr/bin:/bin"], directory: directory.path)
  }

  @Test func readsANamespaceOfTheCluster() {
    let result = live("-n", "data")
    #expect(result.messages == "")
    #expect(result.status == 0)
    #expect(written == ["db.yaml", "kustomization.yaml"])
    let group = directory.read("out/db.yaml")
    #expect(
      ["uid", "restartPolicy", "revisionHistoryLimit", "status", "pullPolicy"].allSatisfy {
        !group.contains($0)
      })
    let calls = directory.kubectlCalls
    #expect(calls.allSatisfy { $0.hasPrefix("get ") && $0.contains("--namespace=data ") })
    #expect(!calls.contains { $0.contains("secret") })
  }

  @Test func saysThatTheClusterCanNotBeAsked() {
    directory.write("1\n", to: "code")
    let result = live()
    #expect(result.status == 3)
    #expect(result.messages.contains("[cluster-unreachable]"))
    #expect(FileSystem.kind(of: directory.path + "/out") == nil)
  }
}
