/// Names as DNS has them, of lower-case letters, digits and hyphens (RFC 1123).
package enum DNSName {
  private static let (longestLabel, longest) = (63, 253)

  package static func isLabel(_ text: String) -> Bool { text.utf8.count <= longestLabel && isPart(text[...]) }

  /// Its parts can be longer than labels are in DNS.
  package static func isSubdomain(_ text: String) -> Bool {
    text.utf8.count <= longest
      && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isPart)
  }

  private static func isPart(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && text.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
  }

  /// A service name of IANA (RFC 6335).
  package static func isPortName(_ text: String) -> Bool {
    isLabel(text) && text.utf8.count <= 15 && !text.contains("--")
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
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let name = parts.last, !name.isEmpty else { return false }
    return isLabelValue(String(name)) && (parts.count == 1 || DNSName.isSubdomain(String(parts[0])))
  }

  package static func isLabelValue(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return text.utf8.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last)
      && text.utf8.allSatisfy(isPart)
  }

  /// Letters, digits, `-`, `_` and `.`.
  package static func isPart(_ byte: UInt8) -> Bool { isAlphanumeric(byte) || "-_.".utf8.contains(byte) }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
  }
}
