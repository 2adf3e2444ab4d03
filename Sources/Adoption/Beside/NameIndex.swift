internal import YAML

/// Finds objects by the words of their names: what stands between bytes that are neither letters nor digits.
struct NameIndex {
  private struct Word: Hashable {
    let namespace: KeyBytes
    let bytes: ArraySlice<UInt8>
  }

  private var names: [Int: [UInt8]] = [:]
  private var having: [Word: [Int]] = [:]

  /// Longer ones are no names of objects, and have more runs of words than anyone can compare.
  private static let longest = 253

  mutating func add(_ name: String, in namespace: String, at place: Int) {
    names[place] = Array(name.utf8)
    for word in Set(Self.words(name, namespace)) { having[word, default: []].append(place) }
  }

  private static func words(_ name: String, _ namespace: String) -> [Word] {
    Array(name.utf8).split { !$0.isAlphanumeric }
      .map { Word(namespace: KeyBytes(text: namespace), bytes: $0) }
  }

  /// The places of those whose names hold another, by itself: of its words, one that few have leads to them.
  func places(holding name: String, in namespace: String) -> [Int] {
    let bytes = Array(name.utf8)
    let places = Self.words(name, namespace).map { having[$0] ?? [] }.min { $0.count < $1.count } ?? []
    return places.filter { place in Self.runs(of: names[place] ?? []).contains { $0.elementsEqual(bytes) } }
  }

  /// What stands in a name from the beginning of a word to the end of the same or a later one.
  static func runs(of name: [UInt8]) -> [ArraySlice<UInt8>] {
    guard name.count <= longest else { return [] }
    let words = name.split { !$0.isAlphanumeric }
    return words.indices.flatMap { first in
      words[first...].map { name[words[first].startIndex..<$0.endIndex] }
    }
  }
}
