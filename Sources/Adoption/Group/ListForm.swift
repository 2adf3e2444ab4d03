internal import YAML

/// How a text lists the instances of a group.
struct ListForm {
  let each: String
  let join: String
  var perZone: Int?
  /// What stands before and behind the list.
  let before: String
  let after: String

  /// A word of an instance in the text.
  private struct Occurrence {
    let range: Range<Int>
    let instance: Int
    let placeholder: String
  }

  private static let joins = [",", ", ", " ", "\n", ";", "; ", "|"]

  /// - Parameter instances: those that can be listed, in their order; only the first ones of each zone, where
  ///   `perZone` says how many.
  init?(_ text: String, _ instances: [AdoptedInstance], perZone: Int?) {
    guard instances.count > 1 else { return nil }
    let bytes = Array(text.utf8)
    let found = Self.occurrences(of: instances, in: bytes)
    guard found.count >= instances.count, found.count.isMultiple(of: instances.count) else { return nil }
    let each = found.count / instances.count
    // Each is written out as often as the others, and in their order.
    guard found.enumerated().allSatisfy({ $1.instance == $0 / each }) else { return nil }
    let inner = Self.inner(found, each, bytes)
    guard let inner, let edge = Self.edge(found, each, bytes) else { return nil }
    self.each = edge.head + inner + edge.tail
    join = edge.join
    self.perZone = perZone
    let start = found[0].range.lowerBound - edge.head.utf8.count
    let end = found[found.count - 1].range.upperBound + edge.tail.utf8.count
    before = String(decoding: bytes[..<start], as: UTF8.self)
    after = String(decoding: bytes[end...], as: UTF8.self)
  }

  /// A text that is nothing but a list, each item of which may have the number of the instance in it, too.
  init?(splitting text: String, _ instances: [AdoptedInstance], perZone: Int?) {
    guard instances.count > 1 else { return nil }
    for join in Self.joins {
      let items = text.split(separator: join, omittingEmptySubsequences: false).map { Array($0.utf8) }
      guard items.count == instances.count else { continue }
      for order in Self.orders {
        let forms = zip(items, instances).map { ZoneWords(instance: $1).templated($0, order) }
        guard let first = forms.first, forms.allSatisfy({ $0 == first }), first != items[0] else { continue }
        (each, self.join, self.perZone) = (String(decoding: first, as: UTF8.self), join, perZone)
        (before, after) = ("", "")
        return
      }
    }
    return nil
  }

  /// Which words of an instance are looked for in an item.
  private static let orders = ["", "$(instance.ordinal)", "$(instance.index)", "$(instance.specIndex)"].map {
    ["$(instance.address)", "$(instance.name)"] + ($0.isEmpty ? [] : [$0])
  }

  private static func occurrences(of instances: [AdoptedInstance], in text: [UInt8]) -> [Occurrence] {
    var words: [ArraySlice<UInt8>: (instance: Int, placeholder: String)] = [:]
    for (index, instance) in instances.enumerated() {
      words[ArraySlice(instance.name.utf8)] = (index, "$(instance.name)")
      words[ArraySlice(instance.address.utf8)] = (index, "$(instance.address)")
    }
    // The longer one first: an address may begin with the name.
    let lengths = Set(words.keys.map(\.count)).sorted(by: >)
    var found: [Occurrence] = []
    var place = 0
    while place < text.count {
      let end =
        continues(text, place - 1)
        ? nil
        : lengths.lazy.map { place + $0 }.first { end in
          end <= text.count && !continues(text, end) && words[text[place..<end]] != nil
        }
      guard let end, let word = words[text[place..<end]] else {
        place += 1
        continue
      }
      found.append(Occurrence(range: place..<end, instance: word.instance, placeholder: word.placeholder))
      place = end
    }
    return found
  }

  /// Whether a name goes on with this byte.
  private static func continues(_ text: [UInt8], _ place: Int) -> Bool {
    text.indices.contains(place) && (text[place].isAlphanumeric || text[place] == UInt8(ascii: "-"))
  }

  /// What is written for an instance from its first word to its last, the same for all.
  private static func inner(_ found: [Occurrence], _ each: Int, _ text: [UInt8]) -> String? {
    let forms = stride(from: 0, to: found.count, by: each).map { first in
      (first..<first + each).map { index in
        let gap =
          index + 1 < first + each
          ? text[found[index].range.upperBound..<found[index + 1].range.lowerBound] : []
        return found[index].placeholder + String(decoding: gap, as: UTF8.self)
      }.joined()
    }
    return forms.allSatisfy { $0 == forms[0] } ? forms[0] : nil
  }

  /// What stands before the first word of each and behind its last, and between two.
  private static func edge(
    _ found: [Occurrence], _ each: Int, _ text: [UInt8]
  ) -> (head: String, tail: String, join: String)? {
    let gaps = stride(from: each, to: found.count, by: each).map { next in
      Array(text[found[next - 1].range.upperBound..<found[next].range.lowerBound])
    }
    guard let gap = gaps.first, gaps.allSatisfy({ $0 == gap }) else { return nil }
    let (before, after) = (
      text[..<found[0].range.lowerBound], text[found[found.count - 1].range.upperBound...]
    )
    for join in joins.map({ Array($0.utf8) }) where join.count <= gap.count {
      for place in 0...(gap.count - join.count) where gap[place...].starts(with: join) {
        let (tail, head) = (gap[..<place], gap[(place + join.count)...])
        guard after.starts(with: tail), before.suffix(head.count).elementsEqual(head) else { continue }
        return [head, tail, join[...]].map { String(decoding: $0, as: UTF8.self) }.triple
      }
    }
    return nil
  }
}

extension [String] {
  fileprivate var triple: (head: String, tail: String, join: String) { (self[0], self[1], self[2]) }
}
