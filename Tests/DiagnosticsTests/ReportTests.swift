import Testing

@testable import Diagnostics

@Suite struct ReportTests {
  /// What helps is looked for among all that is there, which for each of thousands of messages takes too long.
  @Test func looksForHintsOfTheFirstMessages() {
    let report = Report()
    var looked = 0
    func hint() -> String {
      looked += 1
      return "mend it"
    }
    for number in 0..<300 { report.error("a", "wrong \(number)", hint: hint()) }
    #expect(looked == 200)
    #expect(report.diagnostics.count == 300)
    #expect(report.diagnostics.filter { $0.hint == nil }.count == 100)
    report.warning("b", "of another kind", hint: hint())
    #expect(looked == 201)
    #expect(report.isCrowded(by: "a"))
    #expect(!report.isCrowded(by: "b"))
  }

  @Test func countsWhatPartsFound() {
    let report = Report()
    for _ in 0..<2 {
      let part = Report()
      for number in 0..<100 { part.error("a", "wrong \(number)", hint: "mend it") }
      report.add(contentsOf: part)
    }
    #expect(report.isCrowded(by: "a"))
  }
}
