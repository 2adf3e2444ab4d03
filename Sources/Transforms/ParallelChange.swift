internal import Diagnostics
internal import Dispatch
internal import Resources

extension ResourceSet {
  /// Changes every object by itself, several at a time.
  ///
  /// What there is to say comes in the set's order, whatever thread was first.
  mutating func changeEach(_ report: Report, _ change: @Sendable (inout Resource, Report) -> Void) {
    guard resources.count > Self.pieceSize else {
      for index in resources.indices { change(&resources[index], report) }
      return
    }
    let pieces = resources.indices.pieces(of: Self.pieceSize)
    let reports = pieces.map { _ in Report() }
    resources.withUnsafeMutableBufferPointer { buffer in
      // Each piece is one thread's alone.
      nonisolated(unsafe) let objects = buffer
      DispatchQueue.concurrentPerform(iterations: pieces.count) { piece in
        for index in pieces[piece] { change(&objects[index], reports[piece]) }
      }
    }
    for piece in reports { report.add(contentsOf: piece) }
  }

  /// Objects to a piece: enough to outweigh handing it to a thread.
  private static let pieceSize = 256
}
