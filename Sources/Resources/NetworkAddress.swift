internal import Glibc

/// Addresses of networks as Kubernetes takes them.
package enum NetworkAddress {
  /// Whether a text is an IPv4 or IPv6 address.
  package static func isAddress(_ text: String) -> Bool { width(text) != nil }

  /// Whether a text is an address and the length of its prefix: `10.0.0.0/8`.
  package static func isBlock(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = width(String(parts[0])), let length = Int(parts[1]) else {
      return false
    }
    return (0...width).contains(length) && parts[1].utf8.first != UInt8(ascii: "+")
  }

  /// The bits of an address; `nil` when it is none.
  private static func width(_ text: String) -> Int? {
    // A C string would end there.
    guard !text.utf8.contains(0) else { return nil }
    var address = in6_addr()
    if inet_pton(AF_INET, text, &address) == 1 { return 32 }
    return inet_pton(AF_INET6, text, &address) == 1 ? 128 : nil
  }
}
