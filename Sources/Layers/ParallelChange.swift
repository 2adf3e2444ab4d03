internal import Diagnostics
internal import Dispatch
internal import Resources

extension ResourceSet {
  /// Changes every object by itself, several at a time.
  ///
  /// What there is to say comes in the set's order, whatever thread was first.
  mutating func changeEach(_ report: Report, _ change: @Sendable (inout Resource, Report) -> Void) {
    let count = resources.count
    guard count > Self.pieceSize else {
      for index in resources.indices { change(&resources[index], report) }
      return
    }
    let starts = Array(stride(from: 0, to: count, by: Self.pieceSize))
    let reports = starts.map { _ in Report() }
    resources.withUnsafeMutableBufferPointer { buffer in
      // Each piece is one thread's alone.
      nonisolated(unsafe) let objects = buffer
      DispatchQueue.concurrentPerform(iterations: starts.count) { piece in
        for index in starts[piece]..<min(starts[piece] + Self.pieceSize, count) {
          change(&objects[index], reports[piece])
        }
      }
    }
    for piece in reports { report.add(contentsOf: piece) }
  }

  /// Objects to a piece: enough to outweigh handing it to a thread.
  private static let pieceSize = 256
}
