import Diagnostics
import Machine
import Pipeline
import Testing
import YAML

/// What the Pod Security level "restricted" (Kubernetes 1.36) would warn of in the deployments and examples of this
/// repository.
@Suite struct RestrictedPodsTests {
  private static let root = FilePath.join(FilePath.directory(of: #filePath), "../..")

  static let overlays: [String] = {
    let examples = FileSystem.names(in: FilePath.join(root, "examples")).map { "examples/\($0)/overlays" }
    return (["overlays"] + examples).flatMap { directory in
      FileSystem.names(in: FilePath.join(root, directory)).map { "\(directory)/\($0)" }
    }
  }()

  @Test(arguments: overlays) func admits(_ overlay: String) throws {
    let outcome = Build(options: Build.Options()).run([FilePath.join(Self.root, overlay)])
    let text = try #require(outcome.manifests.first).text
    let pods = try documents(text).compactMap(\.pod)
    #expect(!pods.isEmpty)
    #expect(pods.flatMap(\.violations) == [])
  }

  @Test func findsWhatIsNotRestricted() throws {
    let pod = try documents(
      """
      spec:
        template:
          spec:
            hostNetwork: true
            securityContext: {runAsNonRoot: true, runAsUser: 0}
            containers:
            - {name: a, securityContext: {allowPrivilegeEscalation: true, capabilities: {drop: [ALL], add: [SYS_ADMIN]}}}
            volumes: [{name: host, hostPath: {path: /}}]
      """
    ).compactMap(\.pod)
    #expect(
      pod.flatMap(\.violations) == [
        "hostNetwork", "volume host", "runAsUser of a", "seccompProfile of a",
        "allowPrivilegeEscalation of a",
        "capabilities of a",
      ])
  }

  private func documents(_ text: String) throws -> [Node] {
    let file = SourceFile(path: "manifest.yaml", bytes: Array(text.utf8))
    return try #require(Composer.compose(file, index: 0, report: Report()))
  }
}

extension Node {
  /// The pod that a workload makes.
  fileprivate var pod: Node? {
    at("spec", "template", "spec") ?? at("spec", "jobTemplate", "spec", "template", "spec")
  }

  fileprivate var violations: [String] {
    let shared = ["hostNetwork", "hostPID", "hostIPC"].filter { self[$0]?.text == "true" }
    let volumes = (self["volumes"]?.items ?? []).filter { volume in
      volume.mapping?.pairs.contains { !Self.volumes.contains($0.key.text) } ?? true
    }.map { "volume \($0["name"]?.text ?? "")" }
    let containers = ["initContainers", "containers"].flatMap { self[$0]?.items ?? [] }
    return shared + volumes
      + containers.flatMap { container in
        let name = container["name"]?.text ?? ""
        return Self.violations(container, in: self).map { "\($0) of \(name)" }
      }
  }

  private static let volumes = [
    "name", "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected",
    "secret",
  ]

  /// A container's own setting goes before its pod's.
  private static func violations(_ container: Node, in pod: Node) -> [String] {
    func setting(_ field: String) -> Node? {
      container.at("securityContext", field) ?? pod.at("securityContext", field)
    }
    let own = container["securityContext"]
    let added = own?.at("capabilities", "add")?.items ?? []
    let rules: [(String, Bool)] = [
      ("runAsNonRoot", setting("runAsNonRoot")?.text == "true"),
      ("runAsUser", setting("runAsUser")?.text != "0"),
      ("seccompProfile", ["RuntimeDefault", "Localhost"].contains(setting("seccompProfile")?["type"]?.text)),
      ("privileged", own?["privileged"]?.text != "true"),
      ("allowPrivilegeEscalation", own?["allowPrivilegeEscalation"]?.text == "false"),
      (
        "capabilities",
        own?.at("capabilities", "drop")?.items?.contains { $0.text == "ALL" } == true
          && added.allSatisfy { $0.text == "NET_BIND_SERVICE" }
      ),
      ("hostPort", container["ports"]?.items?.contains { $0["hostPort"] != nil } != true),
    ]
    return rules.filter { !$0.1 }.map(\.0)
  }
}
