import Machine
import Pipeline
import Testing

/// A folder of the repository's `examples/`: a system as those who run it would write it.
struct Example: Sendable, CustomTestStringConvertible {
  let name: String
  /// The image that its new version is to be of.
  let image: String
  /// The groups that take one more instance in every zone.
  var growing: [String] = []
  /// The groups whose members vote: they grow by two, and a new zone gets two at once.
  var voting: [String] = []
  /// The instances of a growing group, afterwards.
  var instances = 2
  /// Whether the system wants a list of its members in its settings that only a restart brings.
  var demandsList = false

  static let all = [
    Example(name: "cassandra", image: "cassandra", growing: ["cassandra"]),
    Example(
      name: "clickhouse", image: "clickhouse/clickhouse-server", growing: ["clickhouse"], voting: ["keeper"]),
    Example(name: "cockroachdb", image: "cockroachdb/cockroach", growing: ["cockroachdb"]),
    Example(
      name: "contrast-coordinator", image: "ghcr.io/edgelesssys/contrast/coordinator",
      growing: ["coordinator"], instances: 5),
    Example(name: "etcd", image: "gcr.io/etcd-development/etcd", voting: ["etcd"]),
    Example(name: "kafka", image: "apache/kafka", growing: ["broker"]),
    Example(
      name: "mimir", image: "grafana/mimir", growing: ["ingester", "store-gateway", "alertmanager"]),
    Example(name: "minio", image: "quay.io/minio/minio", growing: ["minio"], demandsList: true),
    Example(name: "opensearch", image: "opensearchproject/opensearch", growing: ["opensearch"]),
    Example(
      name: "patroni", image: "ghcr.io/zalando/spilo-17", growing: ["postgres"], voting: ["etcd"]),
    Example(name: "rabbitmq", image: "rabbitmq", voting: ["rabbitmq"]),
    Example(name: "redis", image: "redis", voting: ["redis"]),
    Example(name: "tempo", image: "grafana/tempo", growing: ["tempo"]),
    Example(name: "vault", image: "hashicorp/vault", voting: ["vault"]),
    Example(name: "zookeeper", image: "zookeeper", voting: ["zookeeper"]),
  ]

  var testDescription: String { name }

  static let root = FilePath.join(
    FilePath.directory(of: FilePath.directory(of: FilePath.directory(of: #filePath))), "examples")
  static let overlays = ["three-zones", "six-zones"]

  var folder: String { FilePath.join(Self.root, name) }
  func overlay(_ overlay: String) -> String { FilePath.join(folder, "overlays/\(overlay)") }

  // MARK: - Sources

  var readme: String { content(of: "README.md", in: folder) ?? "" }

  /// The files of its base, by their names.
  var base: [(name: String, lines: ArraySlice<Substring>)] {
    let folder = FilePath.join(folder, "base")
    return FileSystem.names(in: folder).map { name in
      let text = content(of: name, in: folder) ?? ""
      return (name, text.split(separator: "\n", omittingEmptySubsequences: false).dropLast())
    }
  }

  // MARK: - Plans

  /// What `zonal plan` says to a change of the overlay for three zones.
  func plan(_ change: ExampleChange) throws -> String {
    let directory = try TemporaryDirectory("zonal-example")
    defer { directory.remove() }
    let depth = directory.path.split(separator: "/").count
    let target = String(repeating: "../", count: depth) + overlay(Self.overlays[0]).dropFirst()
    let kustomization = "resources: [\(target)]\n" + change.kustomization(of: self)
    try OutputFile.write(Manifest(kustomization), to: FilePath.join(directory.path, "kustomization.yaml"))
    let planning = Planning(
      from: overlay(Self.overlays[0]), to: directory.path, options: Build.Options())
    return (planning.messages.text(colours: false) + planning.text(.text))
      .replacing(directory.path, with: "NEW").replacing(Self.root, with: "examples")
  }

  private static let plans = FilePath.join(FilePath.directory(of: #filePath), "examples")

  func recorded(_ change: ExampleChange) -> String? { content(of: file(change), in: Self.plans) }

  func record(_ plan: String, of change: ExampleChange) throws(OutputFile.Failure) {
    try OutputFile.write(Manifest(plan), to: FilePath.join(Self.plans, file(change)))
  }

  private func file(_ change: ExampleChange) -> String { "\(name).\(change.rawValue).plan" }
}
