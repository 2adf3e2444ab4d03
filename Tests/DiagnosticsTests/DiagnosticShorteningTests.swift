import Diagnostics
import Testing

/// Thousands of messages of one kind.
@Suite struct DiagnosticShorteningTests {
  private func messages(_ count: Int, _ id: String, _ severity: Diagnostic.Severity = .error) -> [Diagnostic]
  {
    (0..<count).map { Diagnostic(id, severity, "number \($0)") }
  }

  @Test func countsWhatFollowsTheFirst50OfAKind() {
    let shortened = (messages(52, "a") + messages(3, "b") + messages(1000, "c", .warning)).shortened()
    #expect(shortened.map(\.id).filter { $0 == "a" }.count == 51)
    #expect(shortened.filter { $0.id == "b" }.count == 3)
    #expect(
      shortened.suffix(2).map(\.summary) == [
        "2 more of this kind are not shown", "950 more of this kind are not shown",
      ])
    #expect(shortened.suffix(2).map(\.severity) == [.error, .warning])
    #expect(shortened.suffix(2).map(\.omitted) == [2, 950])
    #expect(shortened.last?.hint == "--verbose shows all of them")
  }

  @Test func leaves50AsTheyAre() {
    #expect(messages(50, "a").shortened() == messages(50, "a"))
  }

  @Test func countsNotes() {
    let notes = (0..<60).map { Diagnostic.Note("note \($0)") }
    let shortened = [Diagnostic("a", .error, "one", notes: notes)].shortened()
    #expect(shortened.first?.notes.count == 51)
    #expect(shortened.first?.notes.last?.text == "and 10 more")
  }

  @Test func tellsProgramsHowManyThereAre() {
    let json = JSONRenderer(files: SourceFiles()).render(messages(51, "a").shortened())
    #expect(json.contains("\"message\": \"1 more of this kind are not shown\", \"omitted\": 1"))
    #expect(json.components == 51)
  }
}

extension String {
  /// The objects of the array.
  fileprivate var components: Int { split(separator: "\n").filter { $0.hasPrefix("  {") }.count }
}
