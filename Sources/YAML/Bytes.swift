// What the writers share: appending to a buffer of bytes, and looking at the bytes of a text.

extension [UInt8] {
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(copying: $0) }
  }

  mutating func append(_ text: Span<UInt8>) {
    text.withUnsafeBufferPointer { append(copying: $0) }
  }

  /// Twice as fast for a few bytes as `append(contentsOf:)`.
  @inline(__always)
  private mutating func append(copying text: UnsafeBufferPointer<UInt8>) {
    guard let start = text.baseAddress else { return }
    append(addingCapacity: text.count) { output in
      output.withUnsafeMutableBufferPointer { buffer, count in
        buffer.baseAddress.map { $0 + count }?.update(from: start, count: text.count)
        count += text.count
      }
    }
  }

  mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    append(text.extracting(range))
  }

  mutating func appendSpaces(_ count: Int) {
    let spaces: StaticString = "                                                                "
    spaces.withUTF8Buffer { append(copying: UnsafeBufferPointer(rebasing: $0.prefix(count))) }
    if count > spaces.utf8CodeUnitCount { appendSpaces(count - spaces.utf8CodeUnitCount) }
  }

  /// Appends the last digits of a number in base 16.
  mutating func appendHex(_ value: UInt32, digits: Int, letters: UInt8) {
    for place in (0..<digits).reversed() {
      let digit = UInt8(truncatingIfNeeded: value >> (place * 4)) & 0x0F
      append(digit < 10 ? UInt8(ascii: "0") + digit : letters + digit - 10)
    }
  }
}

func isDigit(_ byte: UInt8) -> Bool {
  UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
}

/// The number of bytes of the character that starts with this byte.
func utf8Width(_ lead: UInt8) -> Int {
  switch lead {
  case 0..<0x80: 1
  case 0..<0xE0: 2
  case 0..<0xF0: 3
  default: 4
  }
}
