internal import Glibc

/// IP addresses as certificates hold them.
enum Address {
  /// Four bytes for IPv4, sixteen for IPv6; `nil` for a text that is no address.
  static func bytes(of text: String) -> [UInt8]? {
    var ipv4 = in_addr()
    if inet_pton(AF_INET, text, &ipv4) == 1 { return withUnsafeBytes(of: ipv4) { Array($0) } }
    var ipv6 = in6_addr()
    if inet_pton(AF_INET6, text, &ipv6) == 1 { return withUnsafeBytes(of: ipv6) { Array($0) } }
    return nil
  }
}
