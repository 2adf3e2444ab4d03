internal import Diagnostics
internal import Resources
internal import YAML

/// How many instances there are, and how they are numbered.
extension Draft {
  /// - Parameter addressed: how many instances the Services of single ones speak of, for each zone.
  mutating func setSize(addressed: [Int]) {
    setOrdinals()
    let written = family.members.map { $0.spec["replicas"]?.number }
    if isReplicasUnmanaged { settings["replicas"] = "Unmanaged" }
    let counts = zip(written, addressed).map { $0 ?? max($1, 1) }
    let usual = Self.most(counts)
    let position = family.members.lazy.compactMap { $0.spec["replicas"] }.first { $0.number == usual }?
      .position
    settings["instances"] = .integer(usual, at: position ?? .none)
    for (zone, count) in zip(zones, counts) where count != usual {
      override(zone, "instances", .integer(count))
    }
    for index in rests.indices { rests[index].spec[["replicas"]] = nil }
  }

  private static func most(_ counts: [Int]) -> Int {
    let numbers = counts.reduce(into: [Int: Int]()) { $0[$1, default: 0] += 1 }
    return numbers.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 1
  }

  /// The number of the first instance of each zone.
  var firstOrdinals: [Int] {
    family.members.map { $0.spec[["ordinals", "start"]]?.number ?? 0 }
  }

  private mutating func setOrdinals() {
    let starts = firstOrdinals
    guard starts.contains(where: { $0 > 0 }) else { return }
    let indexes = zones.isEmpty ? [0] : zones.map(\.index)
    let stride =
      starts.count < 2 ? 0 : (starts[1] - starts[0]) / max(1, indexes[1] - indexes[0])
    let start = starts[0] - indexes[0] * stride
    let fits = start >= 0 && stride >= 0 && zip(starts, indexes).allSatisfy { $0 == start + $1 * stride }
    guard fits else { return }
    settings["ordinals"] = .mapping([
      "start": start == 0 ? nil : .integer(start), "stride": stride == 0 ? nil : .integer(stride),
    ])
    for index in rests.indices { rests[index].spec[["ordinals"]] = nil }
  }
}
