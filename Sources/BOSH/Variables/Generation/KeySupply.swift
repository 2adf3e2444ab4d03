internal import Diagnostics

/// Keys made ahead, on all cores: one takes longer than everything else that a variable needs.
struct KeySupply: Sendable {
  private var keys: [RSAKey]

  /// - Parameter count: the number of keys of the usual length that will be taken.
  init(count: Int = 0) {
    keys = [RSAKey?](inParallel: count, if: true) { _ in RSAKey.generated() }.compactMap(\.self)
  }

  mutating func take(bits: Int = RSAKey.defaultBits) -> RSAKey? {
    if bits == RSAKey.defaultBits, let key = keys.popLast() { return key }
    return RSAKey.generated(bits: bits)
  }
}
