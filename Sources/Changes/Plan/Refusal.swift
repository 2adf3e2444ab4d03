internal import Resources
internal import YAML

/// A change that the server refuses until somebody makes way for it, and that needs no new object.
enum Refusal: PlanFinding {
  /// - Parameter applying: the command that applies the new side.
  case strategy(Strategy, [Resource], applying: ShellCommand)
  /// A node port that two Services ask for.
  case nodePort(String, [Resource])

  /// A type of strategy that does not bear what the server filled in for the one before.
  ///
  /// A DaemonSet has none: its validation does not look at `rollingUpdate` of `OnDelete`.
  enum Strategy: CaseIterable {
    /// apps/validation ValidateStatefulSetSpec
    case onDelete
    /// apps/validation ValidateDeploymentStrategy; retainKeys of DeploymentSpec.strategy
    case recreate

    var kind: String { self == .onDelete ? "StatefulSet" : "Deployment" }
    var field: String { self == .onDelete ? "updateStrategy" : "strategy" }
    var type: String { self == .onDelete ? "OnDelete" : "Recreate" }
  }

  static func all(in input: PlanInput) -> [Refusal] {
    let strategies = Strategy.allCases.compactMap { strategy -> Refusal? in
      let objects = input.changed.filter { strategy.isRefused(from: $0.old, to: $0.new) }.map(\.new)
      return objects.isEmpty ? nil : .strategy(strategy, objects, applying: input.applyCommand)
    }
    return strategies + collisions(input)
  }

  /// Whatever their protocols (core/service/portallocator: "provided port is already allocated").
  private static func collisions(_ input: PlanInput) -> [Refusal] {
    var owners: [String: [Resource]] = [:]
    for service in input.new.resources where service.gvk.group.isEmpty && service.gvk.kind == "Service" {
      for number in ports(of: service) { owners[number, default: []].append(service) }
    }
    return owners.filter { $0.value.count > 1 }.sorted { precedesBytewise($0.key, $1.key) }.map {
      .nodePort($0, $1)
    }
  }

  /// Each once: two protocols of one Service may share a port.
  private static func ports(of service: Resource) -> Set<String> {
    let spec = service.object["spec"]
    let ports = (spec?["ports"]?.items ?? []).map { $0["nodePort"] } + [spec?["healthCheckNodePort"]]
    return Set(ports.compactMap { $0?.text }).subtracting(["0"])
  }
}

extension Refusal.Strategy {
  fileprivate func isRefused(from old: Resource, to new: Resource) -> Bool {
    new.gvk.group == "apps" && new.gvk.kind == kind
      && written(in: old) == "RollingUpdate" && written(in: new) == type
      // What somebody wrote goes when it is not written any more.
      && old.object.at("spec", field, "rollingUpdate") == nil
      && FixedFields.changes(from: old, to: new).isEmpty
  }

  private func written(in object: Resource) -> String {
    object.object.at("spec", field, "type")?.text ?? "RollingUpdate"
  }
}

// MARK: - In words

extension Refusal {
  var entry: PlanEntry {
    switch self {
    case .strategy(let strategy, let objects, let command):
      let patch = "{\"spec\":{\"\(strategy.field)\":{\"type\":\"\(strategy.type)\",\"rollingUpdate\":null}}}"
      return PlanEntry(
        kind: .refusal, level: strategy == .onDelete ? .disruptive : .note, objects: objects,
        summary: "\(ChangeText.objects(objects)) can't take strategy \(strategy.type) as it is",
        notes: strategy.notes,
        commands: objects.map { $0.command("patch", "--type=merge", "--patch=\(quoted: patch)") } + [command])
    case .nodePort(let port, let services):
      return PlanEntry(
        kind: .refusal, level: .disruptive, objects: services,
        summary:
          "node port \(port) is asked for by \(services.map(ChangeText.object).joined(separator: " and "))",
        notes: ["the server gives a port once and refuses the second Service: leave one of them out"])
    }
  }
}

extension Refusal.Strategy {
  fileprivate var notes: [String] {
    switch self {
    case .onDelete:
      [
        "the server filled in rollingUpdate, which stays and is only allowed for RollingUpdate: the apply is refused",
        "applied once with rollingUpdate: {partition: 0} written out, it goes by itself",
      ]
    case .recreate:
      [
        "the server filled in rollingUpdate, which Recreate forbids: server-side apply is refused",
        "kubectl apply on the client takes it out by itself",
      ]
    }
  }
}
