import Glibc
import Machine
import Testing

/// `zonal fn` as those programs run it that functions are for.
@Suite struct FunctionCommandTests {
  private let directory = TemporaryDirectory()

  private static let group = """
    apiVersion: zonal/v1alpha1
    kind: InstanceGroup
    metadata: {name: nats}
    spec:
      instances: 2
      zones: [z1, z2]
      template:
        spec:
          containers:
          - name: nats
            image: nats:2.12
            ports: [{name: nats, containerPort: 4222}]
            envFrom: [{configMapRef: {name: settings}}]

    """

  init() {
    directory.write(
      "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n- "
        + Self.group.split(separator: "\n").joined(separator: "\n  ") + "\n", to: "list.yaml")
    directory.write(
      """
      namePrefix: dev-
      resources: [nats.yaml, ingress.yaml]
      configMapGenerator: [{name: settings, literals: [a=b]}]
      transformers: [expand.yaml]

      """, to: "layer/kustomization.yaml")
    directory.write(Self.group, to: "layer/nats.yaml")
    directory.write(
      """
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: nats}
      spec: {defaultBackend: {service: {name: nats, port: {name: nats}}}}

      """, to: "layer/ingress.yaml")
    symlink(Program.binary, directory.path + "/zonal-fn")
    runs("exec: {path: \(directory.path)/zonal-fn}")
  }

  /// Says how the function of the layer is run.
  private func runs(_ function: String, besides fields: String = "") {
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: ExpandTransformer
      metadata:
        name: expand
        annotations:
          config.kubernetes.io/function: |
            \(function)
      \(fields)
      """, to: "layer/expand.yaml")
  }

  private func run(_ arguments: String..., input: String) -> Program.Result {
    Program.run(arguments, before: "exec < \(directory.path)/\(input)")
  }

  @Test func readsStandardInput() {
    let result = run("fn", input: "list.yaml")
    #expect(result.status == 0)
    #expect(result.output.contains("\n  kind: StatefulSet\n"))
    #expect(!result.output.contains("InstanceGroup"))
  }

  @Test func itsNameIsEnough() {
    #expect(directory.shell("./zonal-fn < list.yaml > shown") == 0)
    #expect(directory.read("shown") == run("fn", input: "list.yaml").output)
    #expect(directory.shell("./zonal-fn --help > shown") == 0)
    #expect(directory.read("shown").contains("USAGE: zonal fn "))
  }

  @Test func whatIsWrongIsInTheListAndOnStandardError() {
    directory.write(directory.read("list.yaml").replacing("zones:", with: "zonse:"), to: "wrong.yaml")
    let result = run("fn", input: "wrong.yaml")
    #expect(result.status == 2)
    #expect(result.output.contains("zonse: [z1, z2]\n"))
    #expect(result.output.contains("\nresults:\n"))
    #expect(result.messages.contains("[unknown-field]\n  --> -:9:"))
    #expect(run("fn", "--quiet", input: "list.yaml").messages == "")
    #expect(run("fn", "--diagnostics", "json", input: "wrong.yaml").messages.hasPrefix("[\n"))
  }

  @Test func withoutAListThereIsNothingToGiveBack() {
    let result = Program.run(["fn"])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("[no-resource-list]\n  --> -\n"))
    #expect(run("fn", "--max-file-size", "10", input: "list.yaml").status == 3)
  }

  // MARK: In other programs

  private static func program(_ name: String, _ variable: String) -> String? {
    if let given = getenv(variable) { return String(cString: given) }
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first(where: Program.isExecutable)
  }

  private static let kustomize = program("kustomize", "KUSTOMIZE")
  private static let kubectl = program("kubectl", "KUBECTL")

  /// Also what it renames: the names of the layer, and those that end in hashes.
  @Test(.enabled(if: kustomize != nil, "there is no kustomize: set KUSTOMIZE, or put it on the PATH"))
  func kustomizeGivesWhatABuildGives() throws {
    let kustomize = try #require(Self.kustomize)
    let command = "\(kustomize) build layer --enable-alpha-plugins --enable-exec > shown 2> messages"
    #expect(directory.shell(command) == 0, "\(directory.read("messages"))")
    let built = Program.run(["build", directory.path + "/layer"])
    #expect(built.messages == "")
    #expect(directory.read("shown") == built.output)
    #expect(built.output.contains("name: dev-settings-"))
    #expect(
      built.output.contains("            name: dev-settings-") || built.output.contains("name: dev-nats\n"))
  }

  @Test(.enabled(if: kustomize != nil, "there is no kustomize: set KUSTOMIZE, or put it on the PATH"))
  func kustomizeShowsWhatIsWrong() throws {
    directory.write(Self.group.replacing("instances:", with: "instnces:"), to: "layer/nats.yaml")
    let kustomize = try #require(Self.kustomize)
    #expect(
      directory.shell("\(kustomize) build layer --enable-alpha-plugins --enable-exec > shown 2>&1") != 0)
    #expect(directory.read("shown").contains("did you mean \"instances\"?"))
  }

  /// kubectl runs containers alone, with docker, of which a script plays the part.
  @Test(.enabled(if: kubectl != nil, "there is no kubectl: set KUBECTL, or put it on the PATH"))
  func kubectlRunsItInAContainer() throws {
    runs("container: {image: registry.example.com/zonal-fn:1}")
    directory.write("#!/bin/sh\necho \"$@\" > calls\nexec ../zonal-fn\n", to: "bin/docker")
    chmod(directory.path + "/bin/docker", 0o755)
    let kubectl = try #require(Self.kubectl)
    let command =
      "cd layer && PATH=$PWD/../bin:$PATH \(kubectl) kustomize --enable-alpha-plugins . > ../shown"
    #expect(directory.shell(command) == 0)
    #expect(directory.read("layer/calls").contains("registry.example.com/zonal-fn:1"))
    #expect(directory.read("shown") == Program.run(["build", directory.path + "/layer"]).output)
  }
}
