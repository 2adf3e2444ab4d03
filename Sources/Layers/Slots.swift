internal import Synchronization

/// Results of work done in parallel, each in a place of its own, so that their order stays fixed.
package final class Slots<Value: Sendable>: Sendable {
  private let slots: Mutex<[Value?]>

  package init(count: Int) {
    slots = Mutex(Array(repeating: nil, count: count))
  }

  package subscript(index: Int) -> Value? {
    get { slots.withLock { $0[index] } }
    set { slots.withLock { $0[index] = newValue } }
  }

  /// Every result, or `nil` where there is none.
  package var all: [Value?] { slots.withLock { $0 } }

  package var values: [Value] { slots.withLock { $0.compactMap { $0 } } }
}
