internal import Dispatch
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

extension Slots {
  /// For less, starting threads takes longer than the work.
  private static var worthwhile: Int { 4 }

  /// What is made for each place, in their order.
  package static func filled(_ count: Int, _ make: @Sendable (Int) -> Value) -> [Value] {
    guard count >= worthwhile else { return (0..<count).map(make) }
    let slots = Slots(count: count)
    DispatchQueue.concurrentPerform(iterations: count) { slots[$0] = make($0) }
    return slots.values
  }
}
