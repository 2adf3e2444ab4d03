internal import Diagnostics
internal import YAML

/// How large an object has become under a patch, at most; known from the first operation on that may enlarge it.
///
/// To count the whole object after each operation would take the square of the time.
struct JSONPatchSize {
  /// At most.
  private var extent: NodeExtent?
  /// What the patch makes of what is there already.
  private let growth: Growth?

  init(_ growth: Growth?) {
    self.growth = growth
  }

  enum Verdict {
    case fits, tooLarge
    /// After a report.
    case tooMuch
  }

  /// - Parameters:
  ///   - copied: the value that the operation copied, before it did.
  ///   - target: the object after the operation.
  mutating func note(
    _ operation: JSONPatch.Operation, copied: Node?, in target: Node, _ report: Report
  ) -> Verdict {
    guard operation.canEnlarge || extent != nil else { return .fits }
    if let copied, !holds(copied.weight, operation, report) { return .tooMuch }
    let depth = operation.path.value.tokens.count
    if var known = extent {
      switch operation.action {
      case .copy: known.add(copied?.extent ?? NodeExtent(), below: depth)
      case .move: known.depth += depth
      case .add(let value), .replace(let value): known.add(value.extent, below: depth)
      case .remove, .test: break
      }
      extent = known
      if known.fits { return .fits }
    }
    let exact = target.extent
    extent = exact
    guard holds(exact.nodes * Self.countedNode, operation, report) else { return .tooMuch }
    return exact.fits ? .fits : .tooLarge
  }

  /// To count a node takes as long as to make so many bytes.
  private static let countedNode = 16

  private func holds(_ bytes: Int, _ operation: JSONPatch.Operation, _ report: Report) -> Bool {
    growth?.holds(bytes, of: "this operation", at: operation.path.position, report) ?? true
  }
}
