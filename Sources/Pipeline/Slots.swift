internal import Synchronization

/// Results of work done in parallel, each in a place of its own, so that their order stays fixed.
final class Slots<Value: Sendable>: Sendable {
  private let slots: Mutex<[Value?]>

  init(count: Int) {
    slots = Mutex(Array(repeating: nil, count: count))
  }

  subscript(index: Int) -> Value? {
    get { slots.withLock { $0[index] } }
    set { slots.withLock { $0[index] = newValue } }
  }

  var values: [Value] { slots.withLock { $0.compactMap { $0 } } }
}
