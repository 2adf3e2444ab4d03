internal import YAML

/// Which lines of two texts have no counterpart, in time and memory that two large texts can't drive up.
struct LineAlignment {
  private(set) var removed: Set<Int> = []
  private(set) var inserted: Set<Int> = []

  /// The best alignment takes the product of both lengths: of what is longer, a good one will do.
  private static let limit = 1_000_000

  init(_ old: [Substring], _ new: [Substring]) {
    var numbers: [KeyBytes: Int] = [:]
    func number(_ line: Substring) -> Int {
      let next = numbers.count
      let key = KeyBytes(text: String(line))
      return numbers[key]
        ?? {
          numbers[key] = next
          return next
        }()
    }
    let (old, new) = (old.map(number), new.map(number))
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start, old[old.count - 1 - end] == new[new.count - 1 - end] {
      end += 1
    }
    removed = Set(start..<(old.count - end))
    inserted = Set(start..<(new.count - end))
    // What only one of them has is out of the question.
    let common = Set(removed.map { old[$0] }).intersection(inserted.map { new[$0] })
    let olds = removed.filter { common.contains(old[$0]) }.sorted()
    let news = inserted.filter { common.contains(new[$0]) }.sorted()
    let pairs =
      olds.count * news.count <= Self.limit
      ? Self.best(olds.map { old[$0] }, news.map { new[$0] })
      : Self.good(olds.map { old[$0] }, news.map { new[$0] })
    for (left, right) in pairs {
      removed.remove(olds[left])
      inserted.remove(news[right])
    }
  }

  /// The pairs of as many lines as can stay.
  private static func best(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
    let difference = new.difference(from: old)
    var gone = Set<Int>()
    var come = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    return Array(zip(old.indices.filter { !gone.contains($0) }, new.indices.filter { !come.contains($0) }))
  }

  /// The first with the first of the same lines, the second with the second; of these the longest list that keeps
  /// the order of both sides.
  private static func good(_ old: [Int], _ new: [Int]) -> [(Int, Int)] {
    var places: [Int: [Int]] = [:]
    for right in new.indices.reversed() { places[new[right], default: []].append(right) }
    let pairs = old.indices.compactMap { left in places[old[left]]?.popLast().map { (left, $0) } }
    // The pair that ends the best list of each length so far, and the one before each pair in its list.
    var ends: [Int] = []
    var previous: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var list: [(Int, Int)] = []
    var next = ends.last
    while let index = next {
      list.append(pairs[index])
      next = previous[index]
    }
    return list
  }
}
