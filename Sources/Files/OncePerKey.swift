internal import Synchronization

/// Values that are made when they are first asked for, each once, whoever else asks meanwhile.
final class OncePerKey<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private final class Entry: Sendable {
    let value = Mutex<Value?>(nil)
  }

  private let entries = Mutex<[Key: Entry]>([:])

  func value(for key: Key, _ make: () -> Value) -> Value {
    let entry = entries.withLock { entries in
      let entry = entries[key] ?? Entry()
      entries[key] = entry
      return entry
    }
    return entry.value.withLock { value in
      let made = value ?? make()
      value = made
      return made
    }
  }
}
