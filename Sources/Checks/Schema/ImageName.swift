internal import Resources

/// References to images (the grammar of `distribution/reference`).
enum ImageName {
  static func isValid(_ text: String) -> Bool {
    // ko puts the image in later, and so may who left it empty.
    if text.isEmpty || text.hasPrefix("ko://") { return true }
    let digest = text.split(separator: "@", omittingEmptySubsequences: false)
    guard digest.count <= 2, digest.count == 1 || isDigest(digest[1]) else { return false }
    var parts = digest[0].split(separator: "/", omittingEmptySubsequences: false)
    let tagged = parts.removeLast().split(separator: ":", omittingEmptySubsequences: false)
    guard tagged.count <= 2, tagged.count == 1 || isTag(tagged[1]) else { return false }
    if let first = parts.first, isRegistry(first) { parts.removeFirst() }
    return (parts + [tagged[0]]).allSatisfy(isPath)
  }

  private static func isRegistry(_ text: Substring) -> Bool {
    let isHost =
      text.utf8.contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") } || text == "localhost"
      || text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isHost && text.utf8.allSatisfy { QualifiedName.isPart($0) || ":[]".utf8.contains($0) }
  }

  /// Lower-case letters and digits, with single dots, one or two underscores, or hyphens between them.
  private static func isPath(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    let isMark = { (byte: UInt8) in "-_.".utf8.contains(byte) }
    let isPlain = text.utf8.allSatisfy {
      isMark($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
    }
    return isPlain && !isMark(first) && !isMark(last) && !text.contains("..") && !text.contains("___")
  }

  private static func isTag(_ text: Substring) -> Bool {
    (1...128).contains(text.utf8.count) && text.utf8.allSatisfy { QualifiedName.isPart($0) }
      && !"-.".utf8.contains(text.utf8.first ?? 0)
  }

  private static func isDigest(_ text: Substring) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].utf8.count >= 32
      && parts[1].utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
  }
}
