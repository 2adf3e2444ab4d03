/// Names as DNS has them, of lower-case letters, digits and hyphens (RFC 1123).
package enum DNSName {
  private static let (longestLabel, longest) = (63, 253)

  package static func isLabel(_ text: String) -> Bool { text.utf8.count <= longestLabel && isPart(text.utf8) }

  /// Its parts can be longer than labels are in DNS.
  package static func isSubdomain(_ text: String) -> Bool {
    text.utf8.count <= longest
      && text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isPart)
  }

  private static func isPart(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  /// A service name of IANA (RFC 6335).
  package static func isPortName(_ text: String) -> Bool {
    isLabel(text) && text.utf8.count <= 15
      && !zip(text.utf8, text.utf8.dropFirst()).contains { $0 == UInt8(ascii: "-") && $1 == $0 }
      && text.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}

/// Keys and values of labels.
package enum QualifiedName {
  package static func isValid(_ text: String) -> Bool {
    guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
      return !text.isEmpty && isLabelValue(text)
    }
    let name = text.utf8[text.utf8.index(after: slash)...]
    return !name.isEmpty && isLabelValue(name) && DNSName.isSubdomain(String(text[..<slash]))
  }

  package static func isLabelValue(_ text: String) -> Bool { isLabelValue(text.utf8) }

  private static func isLabelValue(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    return text.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last) && text.allSatisfy(isPart)
  }

  /// Letters, digits, `-`, `_` and `.`.
  package static func isPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-_.".utf8.contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
  }
}
