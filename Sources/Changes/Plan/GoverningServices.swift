internal import Resources
internal import YAML

/// Services that give the pods of a StatefulSet their names, and that do so no more.
///
/// A pod has the name `POD.SERVICE` as long as a headless Service with the name in `serviceName` selects it (Kubernetes
/// DNS specification, section 2.4.1).
enum GoverningServices {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let services = Services(input)
    return services.lost.isEmpty ? [] : input.groups.compactMap { entry($0, services) }
  }

  private static func entry(_ group: GroupChange, _ services: Services) -> PlanEntry? {
    let losing = group.sets.compactMap { change -> (set: RunningSet, loss: Services.Loss)? in
      guard let old = change.old, let new = change.new, sameBytes(old.serviceName, new.serviceName),
        let loss = services.loss(of: new)
      else { return nil }
      return (new, loss)
    }
    guard let first = losing.first else { return nil }
    let lists = losing.map { set, _ in
      let pods = set.ordinals.map(set.pod)
      return PodList(owner: set.resource, zone: set.zone, names: pods, count: pods.count)
    }
    let count = lists.reduce(0) { $0 + $1.names.count }
    return PlanEntry(
      kind: .naming, level: .disruptive, objects: lists.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) of \(group.title(lists)) \(count == 1 ? "loses its name" : "lose their names")",
      pods: lists, notes: [first.loss.text(first.set)])
  }
}

/// The headless Services of both sides.
private struct Services {
  enum Loss: Equatable {
    case gone, addressed, selectsOthers

    func text(_ set: RunningSet) -> String {
      let name = "POD.\(set.serviceName)"
      switch self {
      case .gone:
        return
          "Service \(set.serviceName) goes, and \(name) with it: members that know each other by it don't find each other"
      case .addressed:
        return
          "Service \(set.serviceName) is no longer headless: it has an address of its own, and no \(name)"
      case .selectsOthers: return "Service \(set.serviceName) no longer selects its pods: there is no \(name)"
      }
    }
  }

  private(set) var lost: [[KeyBytes]: Loss] = [:]
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

  func loss(of set: RunningSet) -> Loss? {
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
