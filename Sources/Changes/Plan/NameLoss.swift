internal import Resources
internal import YAML

/// Pods of StatefulSets that lose their names, because a Service gives them no more.
///
/// A pod has the name `POD.SERVICE` as long as a headless Service with the name in `serviceName` selects it (Kubernetes
/// DNS specification, section 2.4.1).
struct NameLoss: PlanFinding {
  /// What becomes of the Service.
  enum Cause: Equatable {
    case gone, addressed, selectsOthers
  }

  let group: GroupChange
  let pods: [PodList]
  /// Of the first StatefulSet: those of a group mostly share it.
  let service: String
  let cause: Cause

  static func all(in input: PlanInput) -> [NameLoss] {
    let services = Services(input)
    return services.lost.isEmpty ? [] : input.groups.compactMap { NameLoss($0, services) }
  }

  private init?(_ group: GroupChange, _ services: Services) {
    let losing = group.sets.compactMap { change -> (set: RunningSet, cause: Cause)? in
      guard let old = change.old, let new = change.new, sameBytes(old.serviceName, new.serviceName),
        let cause = services.cause(for: new)
      else { return nil }
      return (new, cause)
    }
    guard let first = losing.first else { return nil }
    self.group = group
    pods = losing.map { set, _ in
      let names = set.ordinals.map(set.pod)
      return PodList(owner: set.resource, zone: set.zone, names: names, count: names.count)
    }
    service = first.set.serviceName
    cause = first.cause
  }
}

/// The headless Services of both sides.
private struct Services {
  private(set) var lost: [[KeyBytes]: NameLoss.Cause] = [:]
  private var changed: [[KeyBytes]: PodSelector] = [:]

  init(_ input: PlanInput) {
    for service in input.gone where Self.isHeadless(service) && !KeptObjects.contains(service) {
      lost[Self.key(service)] = .gone
    }
    for (old, new) in input.changed where Self.isHeadless(old) {
      guard Self.isHeadless(new) else {
        lost[Self.key(new)] = .addressed
        continue
      }
      guard let selector = new.object.at("spec", "selector")?.mapping else { continue }
      changed[Self.key(new)] = PodSelector(labels: selector)
      lost[Self.key(new)] = .selectsOthers
    }
  }

  /// Why the pods of a StatefulSet lose their names; `nil` when they keep them.
  func cause(for set: RunningSet) -> NameLoss.Cause? {
    let key = [set.resource.effectiveNamespace, set.serviceName].map(KeyBytes.init)
    if let selector = changed[key], selector.selects(set.podLabels) { return nil }
    return lost[key]
  }

  private static func isHeadless(_ object: Resource) -> Bool {
    object.gvk.group.isEmpty && object.gvk.kind == "Service"
      && object.object.at("spec", "clusterIP")?.text == "None"
  }

  private static func key(_ service: Resource) -> [KeyBytes] {
    [service.effectiveNamespace, service.name].map(KeyBytes.init)
  }
}

// MARK: - In words

extension NameLoss {
  var entry: PlanEntry {
    let count = pods.reduce(0) { $0 + $1.names.count }
    return PlanEntry(
      kind: .naming, level: .disruptive, objects: pods.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(pods)) \(count == 1 ? "loses its name" : "lose their names")",
      pods: pods, notes: [reason])
  }

  private var reason: String {
    let name = "POD.\(service)"
    switch cause {
    case .gone:
      return
        "Service \(service) goes, and \(name) with it: members that know each other by it don't find each other"
    case .addressed:
      return "Service \(service) is no longer headless: it has an address of its own, and no \(name)"
    case .selectsOthers: return "Service \(service) no longer selects its pods: there is no \(name)"
    }
  }
}
