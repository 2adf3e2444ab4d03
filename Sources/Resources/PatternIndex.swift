/// Which of many patterns a text may match: to try all of them on each of thousands would be quadratic.
package struct PatternIndex: Sendable {
  private var places: [Gram: [Int]] = [:]
  /// The places of the patterns that every text may match.
  package private(set) var others: [Int] = []

  package init(_ patterns: [(place: Int, pattern: Pattern)]) {
    // Most patterns of one tree have a part in common, which tells nothing.
    var shares: [Gram: Int] = [:]
    for (_, pattern) in patterns {
      for part in pattern.held { Gram.each(in: part) { shares[$0, default: 0] += 1 } }
    }
    for (place, pattern) in patterns {
      let grams = pattern.held.map { Self.rarest(in: $0, shares) }
      if grams.isEmpty || grams.contains(nil) {
        others.append(place)
      } else {
        for gram in Set(grams.compactMap(\.self)) { places[gram, default: []].append(place) }
      }
    }
  }

  private static func rarest(in part: [UInt8], _ shares: [Gram: Int]) -> Gram? {
    var found: (gram: Gram, share: Int)?
    Gram.each(in: part) { gram in
      let share = shares[gram] ?? 0
      if found.map({ share < $0.share }) ?? true { found = (gram, share) }
    }
    return found?.gram
  }

  /// The places of the patterns that a text may match besides ``others``, ascending.
  package func candidates(for text: String) -> [Int] {
    guard !places.isEmpty else { return [] }
    var found: [Int] = []
    var seen: Set<Gram> = []
    Gram.each(in: text.utf8) { gram in
      if let places = places[gram], seen.insert(gram).inserted { found += places }
    }
    guard found.count > 1 else { return found }
    found.sort()
    return found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }.map { found[$0] }
  }
}
