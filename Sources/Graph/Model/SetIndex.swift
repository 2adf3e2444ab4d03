internal import Resources
internal import YAML

/// Finds the pods that a selector means without asking each set: there may be a Service for every pod.
struct SetIndex {
  private let sets: [SetReading]
  private let pods: [ZoneGraph.PodSet]
  private var byLabel: [NamespacedLabel: [Int]] = [:]
  private var byNamespace: [KeyBytes: [Int]] = [:]

  /// - Parameter pods: what is drawn of the sets, in their order.
  init(_ sets: [SetReading], _ pods: [ZoneGraph.PodSet]) {
    self.sets = sets
    self.pods = pods
    for (place, set) in sets.enumerated() where pods[place].change != .removed {
      let namespace = set.resource.effectiveNamespace
      byNamespace[namespace, default: []].append(place)
      for pair in set.podLabels?.pairs ?? [] {
        guard let value = pair.value.text else { continue }
        byLabel[NamespacedLabel(namespace: namespace, key: pair.key.text, value: value), default: []]
          .append(place)
      }
    }
  }

  /// - Returns: what is selected, and whether it is only some of these pods that the program itself marks.
  func selections(
    _ selector: PodSelector, in namespace: String
  ) -> (pods: [ZoneGraph.Selection], isOfSome: Bool) {
    let ordinal = selector.instance
    let isOfSome = ordinal == nil && selector.requirements.contains(where: RuntimeLabels.mayMeet)
    let found = candidates(selector, in: namespace).compactMap { place -> ZoneGraph.Selection? in
      let set = sets[place]
      let isMeant = selector.selects(set.podLabels) { key, value in
        RuntimeLabels.isSetOnPods(key) || value.map { RuntimeLabels.isRole(key, $0) } ?? false
      }
      guard isMeant else { return nil }
      guard let ordinal else { return ZoneGraph.Selection(set: place, pod: nil) }
      return pod(ordinal, of: place).map { ZoneGraph.Selection(set: place, pod: $0) }
    }
    return (found, isOfSome)
  }

  private func pod(_ instance: PodSelector.Instance, of place: Int) -> Int? {
    let set = sets[place]
    guard set.hasOrdinals else { return nil }
    let ordinal: Int?
    switch instance {
    case .ordinal(let number): ordinal = number
    case .name(let name):
      let prefix = "\(set.resource.name)-"
      ordinal =
        name.utf8.starts(with: prefix.utf8) ? Int(Substring(name.utf8.dropFirst(prefix.utf8.count))) : nil
    }
    guard let ordinal, set.ordinals.contains(ordinal) else { return nil }
    // Those that go come behind those that stay.
    return ordinal - set.ordinals.lowerBound
  }

  /// Those that have the rarest of the labels that it asks for.
  private func candidates(_ selector: PodSelector, in namespace: String) -> [Int] {
    var best = byNamespace[namespace] ?? []
    for case .among(let key, let values) in selector.requirements where values.count == 1 {
      if RuntimeLabels.isSetOnPods(key) || RuntimeLabels.isRole(key, values[0]) { continue }
      let label = NamespacedLabel(namespace: namespace, key: key, value: values[0])
      let places = byLabel[label] ?? []
      if places.count < best.count { best = places }
    }
    return best
  }
}

extension PodSelector {
  /// The one pod of each StatefulSet that is meant.
  fileprivate enum Instance {
    case ordinal(Int)
    case name(String)
  }

  fileprivate var instance: Instance? {
    for case .among(let key, let values) in requirements where values.count == 1 {
      if key == "statefulset.kubernetes.io/pod-name" { return .name(values[0]) }
      if key == "apps.kubernetes.io/pod-index" || key.hasSuffix("/pod-ordinal") {
        return Int(values[0]).map { .ordinal($0) }
      }
    }
    return nil
  }
}
