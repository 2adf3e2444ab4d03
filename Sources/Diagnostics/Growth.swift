internal import Synchronization

/// How much a run makes of what it reads, so that a small tree can't fill the machine: a patch goes to every object
/// that it selects, and a generator may name one file many times.
///
/// It is an account of bytes, and what costs time without making any is entered as some. Builds of one run share it.
package final class Growth: Sendable {
  /// The id of the message that there is too much.
  package static let tooMuch = "too-much-growth"
  /// What a run can make unless the user allows more, besides a share of what it reads.
  package static let usualLimit = 192 << 20
  /// How many bytes can be made of each that is read: ordinary trees make fewer than two, however large they are.
  private static let share = 16
  /// No entry is larger, so that the account never overflows.
  private static let most = 1 << 50

  private let limit: Int
  private let made = Atomic<Int>(0)
  /// What may be made beyond the limit.
  private let granted = Atomic<Int>(0)
  private let paths = Mutex<Set<[UInt8]>>([])

  package init(limit: Int = usualLimit) {
    self.limit = min(limit, Self.most)
  }

  /// Enters what was read; of a file that is read again nothing.
  ///
  /// - Returns: whether it is the first time.
  @discardableResult
  package func note(_ bytes: [UInt8], readFrom path: String) -> Bool {
    let isNew = paths.withLock { $0.insert(Array(path.utf8)).inserted }
    if isNew { grant(Self.share * bytes.count) }
    return isNew
  }

  /// Allows what the user asked for in so many words, and what is bounded in another way.
  package func grant(_ bytes: Int) { granted.add(min(bytes, Self.most), ordering: .relaxed) }

  /// Enters what is about to be made; reports when that is too much.
  ///
  /// - Parameters:
  ///   - count: how often it is made.
  ///   - subject: what makes it, as messages say it.
  /// - Returns: whether there is room for it.
  package func holds(
    _ bytes: Int, times count: Int = 1, of subject: @autoclosure () -> String,
    at position: @autoclosure () -> Position?,
    _ report: Report
  ) -> Bool {
    let (product, overflow) = bytes.multipliedReportingOverflow(by: count)
    let size = overflow ? Self.most : min(product, Self.most)
    let room = limit + granted.load(ordering: .relaxed)
    if made.load(ordering: .relaxed) <= room {
      guard made.wrappingAdd(size, ordering: .relaxed).newValue > room else { return true }
    }
    // Whatever comes after the first is too much, too.
    guard !report.has(Self.tooMuch) else { return false }
    report.error(
      Self.tooMuch,
      "\(subject()) makes too much of what is read: more than \(Self.share) times as much and \(shownLimit)",
      at: position(), hint: "make less of it, or allow more with --max-growth")
    return false
  }

  /// Whether there is no room for anything more, which was reported.
  package var isFull: Bool {
    made.load(ordering: .relaxed) > limit + granted.load(ordering: .relaxed)
  }

  private var shownLimit: String {
    limit % (1 << 20) == 0 ? "\(limit >> 20) MiB" : "\(limit) bytes"
  }
}
