internal import YAML

/// Finds which items of two lists have no counterpart, when order counts.
enum ListAlignment {
  /// Lists longer than this are compared place by place: finding the best alignment takes the product of both lengths.
  private static let limit = 2_000

  /// - Returns: the places of what only one of them has, in order.
  static func differing(_ old: [Node], _ new: [Node]) -> (removed: [Int], added: [Int]) {
    var start = 0
    while start < min(old.count, new.count), old[start].sameValue(as: new[start]) { start += 1 }
    var end = 0
    while end < min(old.count, new.count) - start,
      old[old.count - 1 - end].sameValue(as: new[new.count - 1 - end])
    { end += 1 }
    let olds = Array(start..<(old.count - end))
    let news = Array(start..<(new.count - end))
    guard !olds.isEmpty, !news.isEmpty, olds.count <= limit, news.count <= limit else { return (olds, news) }
    let changes = news.map { Key(new[$0]) }.difference(from: olds.map { Key(old[$0]) })
    return (changes.removals.map { $0.place + start }, changes.insertions.map { $0.place + start })
  }

  private struct Key: Equatable {
    let node: Node

    init(_ node: Node) {
      self.node = node
    }

    static func == (a: Key, b: Key) -> Bool { a.node.sameValue(as: b.node) }
  }
}

extension CollectionDifference.Change {
  fileprivate var place: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
