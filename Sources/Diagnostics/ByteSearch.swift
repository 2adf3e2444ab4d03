internal import Glibc

extension ArraySlice<UInt8> {
  /// Where some bytes begin first.
  func place(of words: [UInt8]) -> Int? {
    withUnsafeBytes { text in
      words.withUnsafeBytes { text.place(of: $0) }.map { startIndex + $0 }
    }
  }

  /// All places at which some bytes begin, from the first on.
  ///
  /// - Parameter words: at least one byte.
  func places(of words: [UInt8]) -> some Swift.Sequence<Int> {
    sequence(state: self) { rest in
      guard let place = rest.place(of: words) else { return nil }
      rest = rest[(place + 1)...]
      return place
    }
  }
}

extension String {
  /// Whether the bytes of another stand somewhere in it.
  package func holdsBytes(of other: String) -> Bool {
    var (text, words) = (self, other)
    return text.withUTF8 { text in
      words.withUTF8 { UnsafeRawBufferPointer(text).place(of: UnsafeRawBufferPointer($0)) != nil }
    }
  }
}

extension UnsafeRawBufferPointer {
  /// The standard library's search of bytes for bytes takes fifty times as long.
  fileprivate func place(of words: UnsafeRawBufferPointer) -> Int? {
    guard let rarest = words.rarest else { return 0 }
    guard let base = baseAddress, let first = words.baseAddress, count >= words.count else { return nil }
    var start = rarest
    let end = count - words.count + rarest + 1
    while start < end, let found = memchr(base + start, Int32(words[rarest]), end - start) {
      let place = UnsafeRawPointer(found) - base
      if memcmp(base + place - rarest, first, words.count) == 0 { return place - rarest }
      start = place + 1
    }
    return nil
  }

  /// The place of the byte that texts have least of, so that few places of a text are looked at closely.
  private var rarest: Int? {
    indices.min { Self.frequency(self[$0]) < Self.frequency(self[$1]) }
  }

  private static func frequency(_ byte: UInt8) -> Int {
    frequent.firstIndex(of: byte).map { frequent.count - $0 } ?? 0
  }
}

/// What sources mostly consist of, the most frequent first.
private let frequent = Array(" etaoinsrlcdpmu-:".utf8)
