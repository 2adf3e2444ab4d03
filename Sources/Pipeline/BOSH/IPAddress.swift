internal import Resources

/// The addresses that pods have.
public enum IPAddress {
  /// Whether a text is an IPv4 or IPv6 address.
  public static func isValid(_ text: String) -> Bool { NetworkAddress.isAddress(text) }
}
