import Resources
import YAML

/// How many zones may be lost, and what must be left then.
struct Promise {
  let zones: Int
  let quorum: Survival.Quorum

  func holds(_ counts: [Int]) -> Bool {
    let total = counts.reduce(0, +)
    let lost = counts.sorted(by: >).prefix(zones).reduce(0, +)
    return total - lost >= quorum.needed(of: total)
  }

  /// So many instances in one zone are enough when there are zones enough.
  var reach: Int {
    switch quorum {
    case .majority, .any: 1
    case .count(let count): count * (zones + 1)
    }
  }

  /// Whether it is kept by more instances once it is by some, all of them where there are fewest. A majority of more
  /// is more.
  private var isKeptByMore: Bool { quorum != .majority }

  /// The smallest number that keeps it when it is spread evenly, the remainder to the first zones.
  func smallestTotal(in range: ClosedRange<Int>, over count: Int) -> Int? {
    smallest(in: range, isGrowing: isKeptByMore) { total in
      let (each, more) = total.quotientAndRemainder(dividingBy: count)
      let lost = min(zones, count) * each + min(zones, more)
      return total - lost >= quorum.needed(of: total)
    }
  }

  /// How many instances must be added, each where there are fewest.
  func smallestAddition(to counts: [Int]) -> Int? {
    // When the fewest are more than this, more of them add as much to what is lost.
    let most = (counts.max() ?? 0) + reach + 1
    let all = counts.reduce(0) { $0 + most + 1 - $1 }
    // Until the fewest are as many as what is lost, one more is one more that is left.
    let least = zones > 0 && !counts.isEmpty ? counts.sorted(by: >)[min(zones, counts.count) - 1] : most
    let first = counts.reduce(0) { $0 + max(0, least - $1) }
    return smallest(in: 0...first, isGrowing: true) { holds(counts.filled($0)) }
      ?? smallest(in: first...max(first, all), isGrowing: isKeptByMore) { holds(counts.filled($0)) }
  }

  /// - Parameter isGrowing: whether what holds of a number holds of larger ones.
  private func smallest(in range: ClosedRange<Int>, isGrowing: Bool, _ holds: (Int) -> Bool) -> Int? {
    guard isGrowing else { return range.prefix(Self.tries).first(where: holds) }
    guard holds(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Beyond, the answer would not be worth the time.
  private static let tries = 10_000
}

extension [Int] {
  /// The numbers after so many were added, one after the other, each to the first of the smallest.
  func filled(_ added: Int) -> [Int] {
    func needed(_ level: Int) -> Int { reduce(0) { $0 + Swift.max(0, level - $1) } }
    guard let least = self.min(), let most = self.max() else { return self }
    var (low, high) = (least, most + added)
    while low < high {
      let middle = low + (high - low + 1) / 2
      if needed(middle) <= added { low = middle } else { high = middle - 1 }
    }
    var rest = added - needed(low)
    return map { count in
      guard count <= low, rest > 0 else { return Swift.max(count, low) }
      rest -= 1
      return low + 1
    }
  }
}

/// The smallest number of instances to add, and where.
struct Remedy {
  private var added: [(zone: String, count: Int, isNew: Bool)]

  private var total: Int { added.reduce(0) { $0 + $1.count } }

  var text: String {
    let parts = added.map { "\($0.count) instance\($0.count == 1 ? "" : "s") in \($0.zone)" }
    let new = added.filter(\.isNew).map(\.zone)
    let more = new.isEmpty ? "" : " (and \(new.joined(separator: " and ")) to spec.zones)"
    return "add \(parts.joined(separator: " and "))\(more)"
  }

  /// Zones that the group has not taken are a remedy too, when its own are none or need more.
  static func smallest(
    _ promise: Promise, _ zones: [Zone], _ counts: [Int], _ catalog: ZoneCatalog
  ) -> Remedy? {
    let own = fill(promise, zones.map { ($0.name, false) }, counts)
    let unused = (catalog.declared ?? []).filter { zone in !zones.contains { sameBytes($0.name, zone.name) } }
    guard !unused.isEmpty else { return own }
    let candidates = zones.map { ($0.name, false) } + unused.map { ($0.name, true) }
    let all = fill(promise, candidates, counts + unused.map { _ in 0 })
    guard let own, let all else { return own ?? all }
    return own.total <= all.total ? own : all
  }

  private static func fill(_ promise: Promise, _ zones: [(String, Bool)], _ counts: [Int]) -> Remedy? {
    guard let more = promise.smallestAddition(to: counts) else { return nil }
    let filled = counts.filled(more)
    let grown = zones.indices.filter { filled[$0] > counts[$0] }
    return Remedy(
      added: grown.map { index in
        (zone: zones[index].0, count: filled[index] - counts[index], isNew: zones[index].1)
      })
  }
}
