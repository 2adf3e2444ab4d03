internal import Resources
internal import YAML

/// What of the pods the group gives them by itself.
extension Draft {
  mutating func explainPods(_ probe: Probe) {
    takeLabels(probe)
    takeVariables(probe)
    var placement = Mapping()
    placement["zoneAffinity"] = zones.isEmpty ? nil : takeZoneAffinity(probe)
    placement["hostAntiAffinity"] = takeHostAntiAffinity(probe)
    if !placement.isEmpty { settings["placement"] = .mapping(placement) }
  }

  private mutating func takeLabels(_ probe: Probe) {
    for (index, zone) in probe.zones.enumerated() {
      let labels = rests[index].spec[["template", "metadata", "labels"]]?.mapping ?? Mapping()
      guard !zone.podLabels.isEmpty, labels.holds(zone.podLabels) else { continue }
      rests[index].spec[["template", "metadata", "labels"]] = labels.without(zone.podLabels).known
      if rests[index].spec[["template", "metadata"]]?.mapping?.isEmpty == true {
        rests[index].spec[["template", "metadata"]] = nil
      }
    }
  }

  // MARK: Variables

  /// The switches of `environment`, the variables of each, and whether it is on when nothing is said.
  private static let switches: [(name: String, variables: [String], isUsual: Bool)] = [
    ("zone", ["AZ_INDEX", "KUBE_AZ", "BOSH_AZ", "CF_OPERATOR_AZ"], true),
    ("replicas", ["REPLICAS"], false),
    ("podOrdinal", ["POD_ORDINAL"], true),
    ("pod", ["POD_NAME", "POD_NAMESPACE"], true),
  ]

  private mutating func takeVariables(_ probe: Probe) {
    var given: Set<String> = []
    for setting in Self.switches where isGiven(setting.variables, probe) { given.insert(setting.name) }
    for (index, zone) in probe.zones.enumerated() {
      let generated = zone.variables(index, self).filter { variable in
        let name = variable["name"]?.text ?? ""
        return Self.switches.contains { given.contains($0.name) && $0.variables.contains(name) }
      }
      for list in ["containers", "initContainers"] {
        guard var containers = rests[index].spec[["template", "spec", list]]?.items else { continue }
        for place in containers.indices { containers[place].dropLeading(generated, of: "env") }
        rests[index].spec[["template", "spec", list]] = .sequence(containers)
      }
    }
    settings["environment"] = Self.environment(
      given, isQuarks: settings["quarks"] != nil, possible: probe.zones.first?.variables ?? [])
  }

  /// Whether every container has the variables of a switch, as the group would give them.
  private func isGiven(_ names: [String], _ probe: Probe) -> Bool {
    var isGiven = false
    for (index, zone) in probe.zones.enumerated() {
      let wanted = zone.variables(index, self).filter { names.contains($0["name"]?.text ?? "") }
      if wanted.isEmpty { return false }
      for list in ["containers", "initContainers"] {
        for container in family.members[index].template[["spec", list]]?.items ?? [] {
          let variables = container["env"]?.items ?? []
          guard wanted.allSatisfy({ variable in variables.contains { $0.sameData(as: variable) } }) else {
            return false
          }
          isGiven = true
        }
      }
    }
    return isGiven
  }

  private static func environment(_ given: Set<String>, isQuarks: Bool, possible: [Node]) -> Node? {
    if given.isEmpty { return "None" }
    let names = possible.compactMap { $0["name"]?.text }
    var environment = Mapping()
    for setting in switches where setting.variables.contains(where: names.contains) {
      let isUsual = setting.isUsual || isQuarks
      if given.contains(setting.name) != isUsual { environment[setting.name] = .bool(!isUsual) }
    }
    return environment.known
  }

  // MARK: Affinities

  private static let required = "requiredDuringSchedulingIgnoredDuringExecution"
  private static let preferred = "preferredDuringSchedulingIgnoredDuringExecution"
  private static let nodeAffinity = ["template", "spec", "affinity", "nodeAffinity"]
  private static let antiAffinity = ["template", "spec", "affinity", "podAntiAffinity"]

  /// - Returns: what has to be said of it: nothing, where it is as usual.
  private mutating func takeZoneAffinity(_ probe: Probe) -> Node? {
    let requirements = probe.zones.compactMap(\.requirement)
    guard requirements.count == rests.count else { return "None" }
    let terms = Self.nodeAffinity + [Self.required, "nodeSelectorTerms"]
    let isRequired = zip(rests, requirements).allSatisfy { rest, requirement in
      let terms = rest.spec[terms]?.items ?? []
      return !terms.isEmpty
        && terms.allSatisfy { $0["matchExpressions"]?.items?.last?.sameData(as: requirement) == true }
    }
    if isRequired {
      for index in rests.indices { rests[index].spec.dropRequirement(in: terms) }
      return nil
    }
    let wishes = requirements.map { requirement in
      Node.mapping([
        "weight": 100, "preference": .mapping(["matchExpressions": .sequence([requirement])]),
      ])
    }
    return take(last: wishes, of: Self.nodeAffinity + [Self.preferred]) ? "Preferred" : "None"
  }

  private mutating func takeHostAntiAffinity(_ probe: Probe) -> Node? {
    let terms = probe.zones.compactMap(\.antiAffinity)
    guard terms.count == rests.count else { return "None" }
    let wishes = terms.map { Node.mapping(["weight": 100, "podAffinityTerm": $0]) }
    if take(last: wishes, of: Self.antiAffinity + [Self.preferred]) { return nil }
    return take(last: terms, of: Self.antiAffinity + [Self.required]) ? "Required" : "None"
  }

  /// Takes the last entry of a list away, where it is this one in all zones.
  private mutating func take(last entries: [Node], of path: [String]) -> Bool {
    let have = zip(rests, entries).allSatisfy { $0.spec[path]?.items?.last?.sameData(as: $1) == true }
    guard have else { return false }
    for index in rests.indices {
      let items = rests[index].spec[path]?.items ?? []
      rests[index].spec[path] = items.count == 1 ? nil : .sequence(Array(items.dropLast()))
    }
    return true
  }
}

extension Probe.Zone {
  /// The variables as they are with the number of instances that the zone has.
  fileprivate func variables(_ index: Int, _ draft: Draft) -> [Node] {
    let replicas = draft.family.members[index].spec["replicas"]?.text ?? "1"
    return variables.map { variable in
      guard variable["name"]?.text == "REPLICAS" else { return variable }
      return .mapping(["name": "REPLICAS", "value": .string(replicas)])
    }
  }
}

extension Node {
  /// Takes away the entries that a list begins with, as far as they are these, in this order.
  fileprivate mutating func dropLeading(_ entries: [Node], of field: String) {
    guard let items = self[field]?.items else { return }
    let names = items.compactMap { $0["name"]?.text }
    var rest = items[...]
    // One of the user's own that stands further behind stays there: the group leaves its place alone.
    for entry in entries {
      guard let first = rest.first, first.sameData(as: entry),
        names.count(where: { $0 == entry["name"]?.text }) == 1
      else { continue }
      rest = rest.dropFirst()
    }
    self[[field]] = rest.isEmpty ? nil : .sequence(Array(rest))
  }

  /// Takes the last requirement away from every term, and what is empty then.
  fileprivate mutating func dropRequirement(in path: [String]) {
    var terms = self[path]?.items ?? []
    for index in terms.indices {
      let expressions = terms[index]["matchExpressions"]?.items ?? []
      terms[index][["matchExpressions"]] =
        expressions.count == 1 ? nil : .sequence(Array(expressions.dropLast()))
    }
    let isBare = terms.count == 1 && terms[0].mapping?.isEmpty == true
    self[path] = isBare ? nil : .sequence(terms)
  }
}
