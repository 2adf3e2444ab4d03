/// A text, its lines, and its places in the three ways in which they are told: bytes, those of the protocol, and those of
/// messages.
package struct DocumentText: Sendable {
  package private(set) var bytes: [UInt8]
  private var starts: [Int]
  /// The same where lines end in a line feed alone, as they do for messages.
  private var feeds: [Int]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    (starts, feeds) = Self.starts(of: bytes)
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// As the protocol has it, a line ends in a line feed, a carriage return, or both.
  private static func starts(of bytes: [UInt8]) -> (all: [Int], feeds: [Int]) {
    var (all, feeds) = ([0], [0])
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices where bytes[index] <= 0x0D {
        let isReturn = bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if bytes[index] == 0x0A || isReturn { all.append(index + 1) }
        if bytes[index] == 0x0A { feeds.append(index + 1) }
      }
    }
    return (all, feeds)
  }

  package var lineCount: Int { starts.count }

  /// Its bytes without its line break.
  package func line(_ number: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(number) else { return [] }
    var line = bytes[starts[number]..<(number + 1 < starts.count ? starts[number + 1] : bytes.count)]
    while let last = line.last, last == 0x0A || last == 0x0D { line.removeLast() }
    return line
  }

  /// What is behind the end of a line stands for its end, what is behind the last line for the end of all.
  package func offset(of place: TextPlace) -> Int {
    guard place.line < starts.count else { return bytes.count }
    var units = 0
    let line = line(place.line)
    for index in line.indices {
      let width = Self.units(bytes[index])
      if width > 0, units + width > place.character { return index }
      units += width
    }
    return line.endIndex
  }

  package func place(of offset: Int) -> TextPlace {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return TextPlace(low, bytes[starts[low]..<offset].reduce(0) { $0 + Self.units($1) })
  }

  package func range(_ range: Range<Int>) -> TextRange {
    TextRange(place(of: range.lowerBound), place(of: range.upperBound))
  }

  /// The units of UTF-16 of the character that begins with a byte.
  private static func units(_ byte: UInt8) -> Int { byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1 }

  /// Where a message points.
  package func offset(line: UInt32, column: UInt32) -> Int {
    guard line > 0, Int(line) <= feeds.count else { return bytes.count }
    var place = feeds[Int(line) - 1]
    var left = column
    while left > 1, place < bytes.count, bytes[place] != 0x0A {
      place += 1
      while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
      left -= 1
    }
    return place
  }

  package mutating func replace(_ range: TextRange, with text: String) {
    let start = offset(of: range.start)
    bytes.replaceSubrange(start..<max(start, offset(of: range.end)), with: text.utf8)
    (starts, feeds) = Self.starts(of: bytes)
  }
}
