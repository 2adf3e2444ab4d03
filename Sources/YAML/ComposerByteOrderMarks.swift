extension Composer {
  /// Hands over a text without the byte order marks that begin a line.
  ///
  /// libyaml takes one at the very start only. kustomize parses documents one by one, so streams joined from
  /// files with marks are fine there, and here.
  static func withoutByteOrderMarks<R>(_ bytes: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    bytes.withUnsafeBufferPointer { buffer in
      let start = buffer.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      let text = UnsafeBufferPointer(rebasing: buffer[start...])
      let marks = marks(in: text)
      guard !marks.isEmpty else { return body(text) }
      var unmarked: [UInt8] = []
      unmarked.reserveCapacity(text.count)
      var end = 0
      for mark in marks {
        unmarked += text[end..<mark]
        end = mark + byteOrderMark.count
      }
      unmarked += text[end...]
      return unmarked.withUnsafeBufferPointer(body)
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Where lines begin with a mark. Eight bytes are looked at together, as every input passes through here.
  private static func marks(in text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var marks: [Int] = []
    let raw = UnsafeRawBufferPointer(text)
    var offset = 0
    while offset < raw.count {
      if offset + 8 <= raw.count, !contains0xEF(raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) {
        offset += 8
        continue
      }
      let block = offset..<min(offset + 8, raw.count)
      marks += block.filter {
        $0 > 0 && raw[$0 - 1] == UInt8(ascii: "\n") && text[$0...].starts(with: byteOrderMark)
      }
      offset = block.upperBound
    }
    return marks
  }

  private static func contains0xEF(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let zeroWhereFound = word ^ (0xEF * ones)
    return (zeroWhereFound &- ones) & ~zeroWhereFound & (0x80 * ones) != 0
  }
}
