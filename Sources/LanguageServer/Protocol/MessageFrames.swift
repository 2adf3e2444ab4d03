/// Takes messages out of a stream, in which a header says how long each is.
package struct MessageFrames {
  package enum Frame: Equatable {
    case message([UInt8])
    /// A header that does not say it; what follows is taken for another header.
    case noLength
    /// More than anybody would send: where the next one begins is not to be told.
    case tooLong
  }

  private static let longestHeader = 1 << 14
  private static let longest = 1 << 28

  private var bytes: [UInt8] = []
  private var start = 0

  package init() {}

  package mutating func append(_ more: [UInt8]) {
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes += more
  }

  /// - Returns: `nil` while the next one is not there as a whole.
  package mutating func next() -> Frame? {
    let rest = bytes[start...]
    guard let end = Self.endOfHeader(rest) else {
      return rest.count > Self.longestHeader ? .tooLong : nil
    }
    guard let length = Self.length(in: rest[..<end]) else {
      start = end
      return .noLength
    }
    guard length <= Self.longest else { return .tooLong }
    guard rest.endIndex - end >= length else { return nil }
    start = end + length
    return .message(Array(bytes[end..<start]))
  }

  /// The place behind the empty line.
  private static func endOfHeader(_ bytes: ArraySlice<UInt8>) -> Int? {
    for place in bytes.indices.dropFirst(3)
    where bytes[place] == 0x0A && bytes[place - 2] == 0x0A && bytes[place - 1] == 0x0D
      && bytes[place - 3] == 0x0D
    {
      return place + 1
    }
    return nil
  }

  private static func length(in header: ArraySlice<UInt8>) -> Int? {
    for line in String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { continue }
      let digits = parts[1].filter { $0 != " " }
      return digits.allSatisfy(\.isASCII) && digits.first?.isNumber ?? false ? Int(digits) : nil
    }
    return nil
  }

  /// A message with its header.
  package static func framed(_ body: [UInt8]) -> [UInt8] {
    Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }
}
