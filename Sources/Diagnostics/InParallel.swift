internal import Dispatch

extension Array where Element: Sendable {
  /// What pieces of work give that are done side by side, in the order of the pieces, whichever was first.
  ///
  /// - Parameter isWorthwhile: whether there is so much to do that it outweighs handing it to threads.
  package init(inParallel count: Int, if isWorthwhile: Bool = true, _ work: @Sendable (Int) -> Element) {
    guard count > 1, isWorthwhile else {
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
