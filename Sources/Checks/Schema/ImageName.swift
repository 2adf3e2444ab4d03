internal import Resources

/// References to images (the grammar of `distribution/reference`).
enum ImageName {
  private typealias Bytes = Substring.UTF8View

  static func isValid(_ text: String) -> Bool {
    // ko puts the image in later, and so may who left it empty.
    if text.isEmpty || text.hasPrefix("ko://") { return true }
    let digest = parts(text[...].utf8, "@")
    guard digest.count <= 2, digest.count == 1 || isDigest(digest[1]) else { return false }
    var parts = parts(digest[0], "/")
    let tagged = self.parts(parts.removeLast(), ":")
    guard tagged.count <= 2, tagged.count == 1 || isTag(tagged[1]) else { return false }
    if let first = parts.first, isRegistry(first) { parts.removeFirst() }
    return (parts + [tagged[0]]).allSatisfy(isPath)
  }

  private static func parts(_ text: Bytes, _ separator: Unicode.Scalar) -> [Bytes] {
    text.split(separator: UInt8(ascii: separator), omittingEmptySubsequences: false)
  }

  private static func isRegistry(_ text: Bytes) -> Bool {
    let isHost =
      text.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") || isCapital($0) }
      || text.elementsEqual("localhost".utf8)
    return isHost && text.allSatisfy { QualifiedName.isPart($0) || ":[]".utf8.contains($0) }
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Lower-case letters and digits, with single dots, one or two underscores, or hyphens between them.
  private static func isPath(_ text: Bytes) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    let isMark = { (byte: UInt8) in "-_.".utf8.contains(byte) }
    let isPlain = text.allSatisfy { QualifiedName.isPart($0) && !isCapital($0) }
    return isPlain && !isMark(first) && !isMark(last) && !holds(text, ".", times: 2)
      && !holds(text, "_", times: 3)
  }

  /// Whether a byte stands so many times in a row.
  private static func holds(_ text: Bytes, _ mark: Unicode.Scalar, times: Int) -> Bool {
    var run = 0
    return text.contains { byte in
      run = byte == UInt8(ascii: mark) ? run + 1 : 0
      return run == times
    }
  }

  private static func isTag(_ text: Bytes) -> Bool {
    (1...128).contains(text.count) && text.allSatisfy(QualifiedName.isPart)
      && !"-.".utf8.contains(text.first ?? 0)
  }

  private static func isDigest(_ text: Bytes) -> Bool {
    let parts = parts(text, ":")
    return parts.count == 2 && !parts[0].isEmpty && parts[1].count >= 32
      && parts[1].allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}
