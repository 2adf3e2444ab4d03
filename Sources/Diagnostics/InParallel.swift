internal import Dispatch

extension Array where Element: Sendable {
  /// What pieces of work give that are done side by side, in the order of the pieces, whichever was first.
  ///
  /// - Parameter isWorthwhile: whether there is so much to do that it outweighs handing it to threads; by itself a handful
  ///   of pieces is.
  package init(
    inParallel count: Int, if isWorthwhile: Bool? = nil, _ work: @Sendable (Int) -> Element
  ) {
    guard count > 1, isWorthwhile ?? (count >= 4) else {
      self = (0..<count).map(work)
      return
    }
    self.init(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Each place is one thread's alone.
      nonisolated(unsafe) let places = buffer
      DispatchQueue.concurrentPerform(iterations: count) { index in
        places.initializeElement(at: index, to: work(index))
      }
      initializedCount = count
    }
  }
}

/// What two pieces of work give that are done side by side.
///
/// - Parameter isWorthwhile: whether there is so much to do that it outweighs handing it to a thread.
package func sideBySide<First: Sendable, Second: Sendable>(
  if isWorthwhile: Bool, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  guard isWorthwhile else { return (first(), second()) }
  // Each is one thread's alone until both are done.
  nonisolated(unsafe) var a: First?
  nonisolated(unsafe) var b: Second?
  DispatchQueue.concurrentPerform(iterations: 2) { half in
    if half == 0 { a = first() } else { b = second() }
  }
  guard let a, let b else { preconditionFailure("both were done") }
  return (a, b)
}

extension Report {
  /// What is made for each place, side by side; what there is to say of it is said in the order of the places.
  package func inParallel<Value: Sendable>(
    _ count: Int, if isWorthwhile: Bool? = nil, _ make: @Sendable (Int, Report) -> Value
  ) -> [Value] {
    let reports = (0..<count).map { _ in Report() }
    let made = Array(inParallel: count, if: isWorthwhile) { make($0, reports[$0]) }
    for report in reports { add(contentsOf: report) }
    return made
  }
}

extension Range<Int> {
  /// Cut into pieces, each of a size but for the last, which may be shorter.
  package func pieces(of size: Int) -> [Range<Int>] {
    stride(from: lowerBound, to: upperBound, by: size).map { $0..<Swift.min($0 + size, upperBound) }
  }
}
