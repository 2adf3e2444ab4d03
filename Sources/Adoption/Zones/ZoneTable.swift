internal import YAML

/// The zones of all groups, which one Topology declares.
struct ZoneTable {
  private struct Entry {
    var name: String
    var nodeValue: String?
    var index: Int?
  }

  private var entries: [Entry] = []
  /// Whether the user gave the zones.
  private let isGiven: Bool

  init(_ given: [Adoption.NamedZone]) {
    isGiven = !given.isEmpty
    entries = given.enumerated().map { Entry(name: $1.name, nodeValue: $1.nodeValue, index: $0) }
  }

  /// In the order of their indexes, once all families have been entered.
  var zones: [AdoptedZone] {
    let taken = Set(entries.compactMap(\.index))
    var free = (0...).lazy.filter { !taken.contains($0) }.makeIterator()
    return entries.map { entry in
      AdoptedZone(
        name: entry.name, nodeLabelValue: entry.nodeValue ?? entry.name,
        index: entry.index ?? free.next() ?? 0)
    }
  }

  /// Enters the zones of a family.
  ///
  /// - Returns: the place of each member's zone among ``zones``; `nil` when they contradict those that are there.
  mutating func enter(_ family: Family) -> [Int]? {
    var copy = self
    var places: [Int] = []
    for (position, member) in family.members.enumerated() {
      guard let place = copy.place(of: member.traces, position, of: family.members.count) else { return nil }
      places.append(place)
    }
    guard Set(places).count == places.count else { return nil }
    self = copy
    return places
  }

  /// What is said of a family that could not be entered.
  var contradiction: String {
    isGiven ? "its zones are not those that --zones gives" : "its zones contradict those of other groups"
  }

  private mutating func place(of traces: ZoneTraces, _ position: Int, of count: Int) -> Int? {
    let name = name(for: traces, position)
    let found =
      traces.name.flatMap { name in entries.firstIndex { sameBytes($0.name, name) } }
      ?? traces.nodeValue.flatMap { value in
        entries.firstIndex { $0.nodeValue.map { sameBytes($0, value) } ?? false }
      }
      ?? entries.firstIndex { sameBytes($0.name, name) }
    guard let place = found else {
      if isGiven { return traces.nodeValue == nil && entries.count == count ? position : nil }
      guard traces.index == nil || !entries.contains(where: { $0.index == traces.index }) else { return nil }
      entries.append(Entry(name: name, nodeValue: traces.nodeValue, index: traces.index))
      return entries.count - 1
    }
    return agree(traces, with: place) ? place : nil
  }

  /// Whether a zone that is there can be the one that is meant; it then takes over what it did not say yet.
  private mutating func agree(_ traces: ZoneTraces, with place: Int) -> Bool {
    if let value = traces.nodeValue {
      if let known = entries[place].nodeValue, !sameBytes(known, value) { return false }
      entries[place].nodeValue = value
    }
    guard let index = traces.index, !isGiven else { return true }
    if let known = entries[place].index { return known == index }
    guard !entries.contains(where: { $0.index == index }) else { return false }
    entries[place].index = index
    return true
  }

  private func name(for traces: ZoneTraces, _ position: Int) -> String {
    if let name = traces.name { return name }
    // A number says nothing that the index does not say.
    if traces.index != nil, let value = traces.nodeValue { return value }
    return traces.suffix ?? traces.nodeValue ?? "z\(position + 1)"
  }
}
