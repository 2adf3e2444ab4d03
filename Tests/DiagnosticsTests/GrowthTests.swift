import Testing

@testable import Diagnostics

@Suite struct GrowthTests {
  private let report = Report()
  private let place = Position(file: 1, line: 2, column: 3)

  private func holds(_ growth: Growth, _ bytes: Int, times count: Int = 1) -> Bool {
    growth.holds(bytes, times: count, of: "the patch", at: place, report)
  }

  @Test func holdsUpToTheLimit() {
    let growth = Growth(limit: 100)
    #expect(holds(growth, 60))
    #expect(holds(growth, 10, times: 4))
    #expect(report.diagnostics.isEmpty)
    #expect(!holds(growth, 1))
    #expect(report.diagnostics.map(\.id) == ["too-much-growth"])
    #expect(report.diagnostics.first?.position == place)
    #expect(
      report.diagnostics.first?.summary
        == "the patch makes too much of what is read: more than 16 times as much and 100 bytes")
  }

  @Test func goesOnSayingSo() {
    let growth = Growth(limit: 100)
    #expect(!holds(growth, 101))
    #expect(!holds(growth, 0))
    let other = Report()
    #expect(!growth.holds(1, of: "another", at: nil, other))
    #expect(other.hasErrors)
  }

  @Test func growsWithWhatIsRead() {
    let growth = Growth(limit: 100)
    #expect(growth.note([UInt8](repeating: 0, count: 10), readFrom: "a"))
    #expect(holds(growth, 260))
    #expect(!holds(growth, 1))
  }

  @Test func countsAFileOnce() {
    let growth = Growth(limit: 100)
    #expect(growth.note([1, 2], readFrom: "a"))
    #expect(!growth.note([1, 2], readFrom: "a"))
    #expect(growth.note([3], readFrom: "e\u{301}"))
    #expect(growth.note([3], readFrom: "\u{e9}"))
    #expect(holds(growth, 100 + 16 * 4))
    #expect(!holds(growth, 1))
  }

  @Test func survivesProductsThatOverflow() {
    let growth = Growth(limit: .max)
    #expect(holds(growth, .max, times: .max))
    for _ in 0..<3 { #expect(!holds(growth, .max, times: .max)) }
  }

  @Test(arguments: [(Growth.usualLimit, "192 MiB"), (1 << 20, "1 MiB"), (1000, "1000 bytes")])
  func tellsItsLimit(limit: Int, shown: String) {
    #expect(!holds(Growth(limit: limit), limit + 1))
    #expect(report.diagnostics.first?.summary.hasSuffix("and \(shown)") == true)
  }
}
