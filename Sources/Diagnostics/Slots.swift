package import Synchronization

/// Results of work done in parallel, each in a place of its own, so that their order stays fixed.
package final class Slots<Value: Sendable>: Sendable {
  @usableFromInline package let slots: Mutex<[Value?]>

  @inlinable
  package init(count: Int) {
    slots = Mutex(Array(repeating: nil, count: count))
  }

  @inlinable
  package subscript(index: Int) -> Value? {
    get { slots.withLock { $0[index] } }
    set { slots.withLock { $0[index] = newValue } }
  }

  /// Every result, or `nil` where there is none.
  @inlinable
  package var all: [Value?] { slots.withLock { $0 } }

  @inlinable
  package var values: [Value] { slots.withLock { $0.compactMap { $0 } } }
}
