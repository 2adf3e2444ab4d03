internal import Dispatch
internal import Synchronization

/// Keys made ahead, on all cores: one takes longer than everything else that a variable needs.
struct KeySupply: Sendable {
  private var keys: [RSAKey]

  /// - Parameter count: the number of keys of the usual length that will be taken.
  init(count: Int = 0) {
    let made = Mutex<[RSAKey]>([])
    DispatchQueue.concurrentPerform(iterations: count) { _ in
      guard let key = RSAKey.generated() else { return }
      made.withLock { $0.append(key) }
    }
    keys = made.withLock { $0 }
  }

  mutating func take(bits: Int = RSAKey.defaultBits) -> RSAKey? {
    if bits == RSAKey.defaultBits, let key = keys.popLast() { return key }
    return RSAKey.generated(bits: bits)
  }
}
