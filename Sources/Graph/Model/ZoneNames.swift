internal import Resources
internal import YAML

/// How the zones of a set are called, and in which order they stand.
///
/// Labels of an instance group say the zone's own name; other objects only say the label of its nodes, which is that of the
/// same zone where a group says both.
struct ZoneNames {
  private(set) var zones: [String] = []
  private var places: [KeyBytes: Int] = [:]
  private var aliases: [KeyBytes: String] = [:]

  init(_ sets: [SetReading]) {
    var indexes: [KeyBytes: Int] = [:]
    for set in sets {
      guard let labels = set.labels, let name = labels.zone else { continue }
      indexes[name] = min(indexes[name] ?? labels.zoneIndex, labels.zoneIndex)
      if let value = set.nodeValue, aliases[value] == nil { aliases[value] = name }
    }
    for set in sets where set.labels?.zone == nil {
      guard let name = self.name(of: set), indexes[name] == nil else { continue }
      indexes[name] = Int.max
    }
    let ordered = indexes.sorted { a, b in
      a.value != b.value ? a.value < b.value : precedesBytewise(a.key.text, b.key.text)
    }
    zones = ordered.map(\.key.text)
    for (place, name) in zones.enumerated() { places[name] = place }
  }

  private func name(of set: SetReading) -> String? {
    set.labels?.zone ?? set.nodeValue.map { aliases[$0] ?? $0 }
  }

  func zone(of set: SetReading) -> Int? { name(of: set).flatMap { places[$0] } }
}
