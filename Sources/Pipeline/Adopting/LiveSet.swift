internal import Diagnostics
internal import Files
internal import Machine
internal import Resources

/// What of a namespace can be a group, as the cluster has it.
struct LiveSet {
  private let kubectl: Kubectl

  init(_ cluster: Cluster, _ files: SourceFiles, _ report: Report) {
    kubectl = Kubectl(cluster: cluster, files: files, report: report)
  }

  /// What every cluster serves; Secrets are not read.
  private static let usual: StaticString =
    "statefulsets.apps,deployments.apps,services,poddisruptionbudgets.policy,configmaps"
  /// What only some do.
  private static let other: StaticString = "zoneawarepoddisruptionbudgets.rollout-operator.grafana.com"

  /// - Parameter namespace: that of kubectl's context, when there is none.
  /// - Returns: `nil` after a report.
  func objects(in namespace: String?) -> ResourceSet? {
    guard let found = get(Self.usual, namespace) else { return nil }
    guard found.code == 0 else {
      kubectl.reportRefusal(String(decoding: found.errors, as: UTF8.self).split(whereSeparator: \.isNewline))
      return nil
    }
    var resources = read(found.output)
    if let found = get(Self.other, namespace), found.code == 0 { resources += read(found.output) }
    return kubectl.report.hasErrors ? nil : ResourceSet(resources)
  }

  private func get(_ kinds: StaticString, _ namespace: String?) -> Program.Ending? {
    var arguments = ArgumentList("get", "--ignore-not-found", "--output=yaml")
    if let namespace { arguments.add("--namespace", joined: namespace) }
    arguments.add(ArgumentList(kinds))
    return kubectl.run(arguments, input: [])
  }

  private func read(_ output: [UInt8]) -> [Resource] {
    ManifestReading(files: kubectl.files, report: kubectl.report)
      .resources(bytes: output, shown: kubectl.cluster.shown)
  }
}
