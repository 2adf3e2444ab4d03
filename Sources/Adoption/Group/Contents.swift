internal import Diagnostics
internal import Resources
internal import YAML

/// The pods and claims themselves, and what goes straight into the workloads.
extension Draft {
  /// What `statefulSet` takes of the fields of a StatefulSet.
  private static let direct = [
    "podManagementPolicy", "updateStrategy", "minReadySeconds", "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy",
  ]

  mutating func setContents(_ probe: Probe) {
    if family.isDeployment {
      for index in rests.indices {
        rests[index].spec[["updateStrategy"]] = rests[index].spec["strategy"]
        rests[index].spec[["strategy"]] = nil
      }
    }
    setStorageClasses()
    let whole = general(rests.map(\.spec))
    settings["template"] = whole["template"] ?? .mapping(Mapping())
    if let claims = whole["volumeClaimTemplates"] { settings["volumeClaimTemplates"] = claims }
    var direct = settings["statefulSet"]?.mapping ?? Mapping()
    for field in Self.direct {
      if let value = whole[field] { direct[field] = value }
    }
    setMetadata(&direct, probe)
    if !direct.isEmpty { settings["statefulSet"] = .mapping(direct) }
  }

  private mutating func setMetadata(_ direct: inout Mapping, _ probe: Probe) {
    let common = (labels: labels, annotations: annotations)
    let labels = zip(rests, probe.zones).map { rest, zone in
      Node.mapping(rest.labels.without(zone.labels).without(common.labels))
    }
    let annotations = zip(rests, probe.zones).map { rest, zone in
      Node.mapping(rest.annotations.without(zone.annotations).without(common.annotations))
    }
    guard !labels.isEmpty else { return }
    let metadata = Mapping([
      .init(key: Scalar("labels"), value: general(labels)),
      .init(key: Scalar("annotations"), value: general(annotations)),
    ])
    let known = metadata.pairs.filter { $0.value.mapping?.isEmpty == false }
    if !known.isEmpty { direct["metadata"] = .mapping(Mapping(known)) }
  }

  /// A class that all claims of a zone have, and another zone's have not.
  private mutating func setStorageClasses() {
    guard zones.count > 1 else { return }
    let classes = rests.map { rest in
      (rest.spec["volumeClaimTemplates"]?.items ?? []).map { $0[["spec", "storageClassName"]]?.string ?? "" }
    }
    let single = classes.compactMap { names in names.allSatisfy { $0 == names[0] } ? names.first : nil }
    guard single.count == classes.count, !single.contains(""), Set(texts: single).count > 1,
      general(single.map { .string($0) }).hasPlaceholder == false
    else { return }
    var counts: [KeyBytes: Int] = [:]
    for name in single { counts[name, default: 0] += 1 }
    let most = counts.values.max()
    let usual = single.first { counts[$0] == most }
    for index in rests.indices where usual.map({ !sameBytes($0, single[index]) }) ?? false {
      override(zones[index], "storageClassName", .string(single[index]))
      var claims = rests[index].spec["volumeClaimTemplates"]?.items ?? []
      for place in claims.indices { claims[place][["spec", "storageClassName"]] = usual.map { .string($0) } }
      rests[index].spec[["volumeClaimTemplates"]] = .sequence(claims)
    }
  }
}

extension Node {
  /// Whether its text has a placeholder of ours.
  var hasPlaceholder: Bool {
    guard let text else { return false }
    return ["$(zone.", "$(workload."].contains(where: text.holdsBytes)
  }
}
