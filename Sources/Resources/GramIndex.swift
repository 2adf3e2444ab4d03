/// Three bytes of a text in a row: what texts are found by that hold a part.
struct Gram: Hashable, Sendable {
  private let bytes: UInt32

  static let length = 3

  private init(_ bytes: UInt32) { self.bytes = bytes }

  /// Calls `body` for each in a text, from the start.
  static func each(in text: some Swift.Sequence<UInt8>, _ body: (Gram) -> Void) {
    var bytes: UInt32 = 0
    var count = 0
    for byte in text {
      bytes = (bytes << 8 | UInt32(byte)) & 0xFF_FFFF
      count += 1
      if count >= length { body(Gram(bytes)) }
    }
  }
}

/// Which places a part of a text leads to.
struct GramIndex: Sendable {
  private var places: [Gram: [Int]] = [:]
  /// The places of long texts, which are not taken apart.
  private var ofLong: [Int] = []

  /// Names are shorter.
  private static let longest = 1024

  /// Notes a text, which may be at a place that was noted already.
  mutating func note(_ text: String, at place: Int) {
    guard text.utf8.count <= Self.longest else { return ofLong.insertOnce(place) }
    Gram.each(in: text.utf8) { places[$0, default: []].insertOnce(place) }
  }

  /// Lists with the places of all texts that hold a part, and of some others; `nil` when it is too short to be looked for.
  func candidates(holding part: [UInt8]) -> [[Int]]? {
    guard part.count >= Gram.length else { return nil }
    var fewest: [Int]?
    Gram.each(in: part) { gram in
      let found = places[gram] ?? []
      if fewest.map({ found.count < $0.count }) ?? true { fewest = found }
    }
    return [fewest ?? [], ofLong]
  }
}

extension [Int] {
  /// The index of the first of ascending numbers that is not below another.
  package func indexOfFirst(notBelow number: Int) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Puts a number where it belongs among ascending ones, unless it is there.
  mutating func insertOnce(_ number: Int) {
    guard let last, last >= number else { return append(number) }
    let index = indexOfFirst(notBelow: number)
    if self[index] != number { insert(number, at: index) }
  }
}
