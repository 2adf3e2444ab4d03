/// Values that may come back where nobody knows them for secret: in what a program says that was given them, and of places
/// that they were copied to.
package struct GivenValues: Sendable {
  /// In the order of their bytes: those that begin alike stand together.
  private let lines: [[UInt8]]

  var isEmpty: Bool { lines.isEmpty }

  /// Shorter ones would be found in words that have nothing to do with them.
  private static let least = 4

  package init(_ values: [String] = []) {
    let lines = values.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")).map(Array.init) }
    self.lines = Set(lines).filter { $0.count >= Self.least }.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The text with `***` for each value, and for several that overlap.
  package func hidden(in text: String) -> String {
    guard !isEmpty else { return text }
    let bytes = Array(text.utf8)
    var shown: [UInt8] = []
    var end = 0
    for index in bytes.indices {
      if let length = longestLine(startingAt: bytes[index...]) {
        if index >= end { shown += "***".utf8 }
        end = max(end, index + length)
      } else if index >= end {
        shown.append(bytes[index])
      }
    }
    return end == 0 ? text : String(decoding: shown, as: UTF8.self)
  }

  /// How long the longest line is that a text begins with.
  private func longestLine(startingAt text: ArraySlice<UInt8>) -> Int? {
    var longest: Int?
    // The lines that begin as the text does, as far as it was looked at.
    var alike = lines[...]
    for (length, byte) in text.enumerated() {
      alike = alike.dropFirst(alike.sortedCount { $0.count == length || $0[length] < byte })
      alike = alike.prefix(alike.sortedCount { $0[length] == byte })
      guard let first = alike.first else { break }
      if first.count == length + 1 { longest = length + 1 }
    }
    return longest
  }
}

extension ArraySlice {
  /// How many elements fulfil a condition that none fulfils after one that doesn't.
  fileprivate func sortedCount(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low - startIndex
  }
}
