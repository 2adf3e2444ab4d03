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

  @Test func keepsSoManyOfAKind() {
    let report = Report()
    for number in 0..<Report.mostOfAKind { report.warning("a", "odd \(number)") }
    #expect(report.diagnostics.count == Report.mostOfAKind)
    for number in 0..<3 { report.error("a", "wrong \(number)") }
    report.error("b", "of another kind")
    let said = report.diagnostics
    #expect(said.count == Report.mostOfAKind + 2)
    #expect(said.last?.summary == "3 more of this kind are not shown")
    #expect(said.last?.omitted == 3)
    #expect(report.hasErrors)
    #expect(said.shortened().filter { $0.severity == .warning }.last?.omitted == Report.mostOfAKind - 50)
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

  @Test(arguments: [0, 1, 3, 100])
  func saysInOrderWhatIsFoundSideBySide(count: Int) {
    let report = Report()
    let made = report.inParallel(count) { index, report in
      if index.isMultiple(of: 2) { report.warning("even", "\(index) is even") }
      return index * index
    }
    #expect(made == (0..<count).map { $0 * $0 })
    #expect(
      report.diagnostics.map(\.summary) == stride(from: 0, to: count, by: 2).map { "\($0) is even" })
  }

  @Test func saysOnceWhatSeveralPartsSay() {
    let (report, parts) = (Report(), (0..<3).map { _ in Report() })
    for (index, part) in parts.enumerated() {
      part.error("full", "no room for \(index)")
      part.error("other", "\(index)")
    }
    for part in parts { report.add(contentsOf: part, once: "full") }
    #expect(report.diagnostics.map(\.summary) == ["no room for 0", "0", "1", "2"])
  }
}
