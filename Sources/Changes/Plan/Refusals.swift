internal import Resources
internal import YAML

/// Changes that the server refuses until somebody makes way for them, and that need no new object.
enum Refusals {
  /// A type of strategy that does not bear what the server filled in for the one before.
  private struct StrategyChange {
    let kind: String
    let field: String
    let type: String
    let level: PlanEntry.Level
    let notes: [String]
    /// Where Kubernetes refuses it.
    let source: String
  }

  /// A DaemonSet is not among them: its validation does not look at `rollingUpdate` of `OnDelete`.
  private static let strategies: [StrategyChange] = [
    .init(
      kind: "StatefulSet", field: "updateStrategy", type: "OnDelete", level: .disruptive,
      notes: [
        "the server filled in rollingUpdate, which stays and is only allowed for RollingUpdate: the apply is refused",
        "applied once with rollingUpdate: {partition: 0} written out, it goes by itself",
      ],
      source: "apps/validation ValidateStatefulSetSpec"),
    .init(
      kind: "Deployment", field: "strategy", type: "Recreate", level: .note,
      notes: [
        "the server filled in rollingUpdate, which Recreate forbids: server-side apply is refused",
        "kubectl apply on the client takes it out by itself",
      ],
      source: "apps/validation ValidateDeploymentStrategy; retainKeys of DeploymentSpec.strategy"),
  ]

  static func entries(_ input: PlanInput) -> [PlanEntry] {
    strategies.compactMap { entry($0, input) } + collisions(input)
  }

  private static func entry(_ change: StrategyChange, _ input: PlanInput) -> PlanEntry? {
    let objects = input.changed.filter { old, new in
      new.gvk.group == "apps" && new.gvk.kind == change.kind
        && type(of: old, change.field) == "RollingUpdate" && type(of: new, change.field) == change.type
        // What somebody wrote goes when it is not written any more.
        && old.object.at("spec", change.field, "rollingUpdate") == nil
        && FixedFields.changes(from: old, to: new).isEmpty
    }.map(\.new)
    guard !objects.isEmpty else { return nil }
    let patch = "{\"spec\":{\"\(change.field)\":{\"type\":\"\(change.type)\",\"rollingUpdate\":null}}}"
    return PlanEntry(
      kind: .refusal, level: change.level, objects: objects,
      summary: "\(ChangeText.objects(objects)) can't take strategy \(change.type) as it is",
      notes: change.notes,
      commands: objects.map {
        $0.command("patch", "--type=merge", "--patch=\(quoted: patch)")
      } + [input.applyCommand])
  }

  private static func type(of object: Resource, _ field: String) -> String {
    object.object.at("spec", field, "type")?.text ?? "RollingUpdate"
  }

  /// Node ports that two Services ask for, whatever their protocols (core/service/portallocator: "provided port is
  /// already allocated").
  private static func collisions(_ input: PlanInput) -> [PlanEntry] {
    var owners: [String: [Resource]] = [:]
    for service in input.new.resources where service.gvk.group.isEmpty && service.gvk.kind == "Service" {
      for number in ports(of: service) { owners[number, default: []].append(service) }
    }
    return owners.filter { $0.value.count > 1 }.sorted { precedesBytewise($0.key, $1.key) }.map {
      port, services in
      PlanEntry(
        kind: .refusal, level: .disruptive, objects: services,
        summary:
          "node port \(port) is asked for by \(services.map(ChangeText.object).joined(separator: " and "))",
        notes: ["the server gives a port once and refuses the second Service: leave one of them out"])
    }
  }

  /// Each once: two protocols of one Service may share a port.
  private static func ports(of service: Resource) -> Set<String> {
    let spec = service.object["spec"]
    let ports = (spec?["ports"]?.items ?? []).map { $0["nodePort"] } + [spec?["healthCheckNodePort"]]
    return Set(ports.compactMap { $0?.text }).subtracting(["0"])
  }
}
