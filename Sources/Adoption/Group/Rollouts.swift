internal import Resources
internal import YAML

/// How a change reaches the pods, as the workloads say it.
extension Draft {
  /// One way to say it; the first that fits counts.
  private typealias Strategy = @Sendable (Draft) -> Mapping?

  private static let strategies: [Strategy] = [
    { $0.rolloutOperator }, { $0.canary }, { $0.plain },
  ]

  mutating func setRollout() {
    guard !family.isDeployment else { return }
    let draft = self
    guard var found = Self.strategies.lazy.compactMap({ $0(draft) }).first else { return }
    if let order { found["order"] = order }
    settings["rollout"] = .mapping(found)
    for index in rests.indices {
      rests[index].spec[["updateStrategy", "type"]] = nil
      if found["strategy"]?.text == "Canary" {
        rests[index].spec[["updateStrategy", "rollingUpdate", "partition"]] = nil
      }
      if rests[index].spec["updateStrategy"]?.mapping?.isEmpty == true {
        rests[index].spec[["updateStrategy"]] = nil
      }
    }
  }

  private var updateTypes: [String] {
    family.members.map { $0.spec[["updateStrategy", "type"]]?.text ?? "" }
  }

  private func annotation(_ key: String) -> [String?] {
    family.members.map { $0.resource.annotations?[key]?.text }
  }

  // MARK: Grafana's rollout-operator

  private static let prepare = "grafana.com/prepare-downscale"
  private static let leader = "grafana.com/rollout-downscale-leader"
  private static let mirror = "grafana.com/rollout-mirror-replicas-from-resource"

  private var rolloutOperator: Mapping? {
    let isOperated = family.members.allSatisfy { member in
      member.resource.labels?["rollout-group"]?.text == family.name
        && member.podLabels["name"]?.text == member.name
    }
    guard isOperated, updateTypes.allSatisfy({ $0 == "OnDelete" }),
      let most = same(annotation("rollout-max-unavailable")), let number = Int(most), number >= 0
    else { return nil }
    var rollout = Mapping([.init(key: Scalar("strategy"), value: "RolloutOperator")])
    if number != 1 { rollout["maxUnavailable"] = .integer(number) }
    if let path = same(annotation(Self.prepare + "-http-path")),
      let port = same(annotation(Self.prepare + "-http-port")),
      let number = Int(port), family.members.allSatisfy({ $0.resource.labels?[Self.prepare]?.text == "true" })
    {
      rollout["prepareDownscale"] = .mapping(["path": .string(path), "port": .integer(number)])
    }
    if isReplicasUnmanaged { setScaling(&rollout) }
    return rollout
  }

  /// Who says how many pods there are.
  private func setScaling(_ rollout: inout Mapping) {
    let leaders = annotation(Self.leader)
    let previous = [nil] + family.members.dropLast().map { Optional($0.name) }
    if leaders.count > 1, leaders == previous { rollout["downscaleLeader"] = "Previous" }
    guard let kind = annotation(Self.mirror + "-kind")[0], let name = annotation(Self.mirror + "-name")[0]
    else { return }
    rollout["mirrorReplicas"] = .mapping([
      "apiVersion": annotation(Self.mirror + "-api-version")[0].map { .string($0) }, "kind": .string(kind),
      "name": .string(name),
    ])
  }

  private func same(_ texts: [String?]) -> String? {
    guard let first = texts.first, texts.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  // MARK: Kubernetes' own

  /// The last pods of each zone are changed, the others wait.
  private var canary: Mapping? {
    let counts = family.members.map { member -> Int? in
      guard let replicas = member.spec["replicas"]?.number,
        let partition = member.spec[["updateStrategy", "rollingUpdate", "partition"]]?.number,
        partition > 0
      else { return nil }
      return replicas - partition
    }
    guard let first = counts.first, let count = first, count > 0, counts.allSatisfy({ $0 == count }),
      updateTypes.allSatisfy({ $0 == "RollingUpdate" })
    else { return nil }
    var rollout = Mapping([.init(key: Scalar("strategy"), value: "Canary")])
    if count != 1 { rollout["instances"] = .integer(count) }
    return rollout
  }

  private var plain: Mapping? {
    guard let first = updateTypes.first, ["OnDelete", "RollingUpdate"].contains(first),
      updateTypes.allSatisfy({ $0 == first }),
      family.members.allSatisfy({ $0.spec["updateStrategy"]?.mapping?.pairs.count == 1 })
    else { return nil }
    return Mapping([.init(key: Scalar("strategy"), value: .string(first))])
  }

  /// The zones in the order in which they are changed, where that is not their own.
  private var order: Node? {
    let ranks = annotation(Resource.orderAnnotation).map { $0.flatMap { Int($0) } }
    guard !zones.isEmpty, Set(ranks) == Set(zones.indices.map { Optional($0) }) else { return nil }
    let sorted = zip(zones, ranks).sorted { ($0.1 ?? 0) < ($1.1 ?? 0) }
    return .sequence(sorted.map { .string($0.0.name) })
  }

  var isReplicasUnmanaged: Bool { family.members.allSatisfy { $0.spec["replicas"] == nil } }
}
