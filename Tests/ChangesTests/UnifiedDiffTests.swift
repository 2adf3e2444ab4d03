import Testing

@testable import Changes

@Suite struct UnifiedDiffTests {
  private func text(
    _ lines: ClosedRange<Int>, without gone: Set<Int> = [], adding come: [Int: String] = [:]
  ) -> String {
    lines.flatMap { line in (gone.contains(line) ? [] : ["\(line)"]) + (come[line].map { [$0] } ?? []) }
      .joined(separator: "\n")
  }

  @Test func isEmptyForTheSame() {
    #expect(UnifiedDiff("a\nb", "a\nb").text == "")
  }

  @Test func showsThreeLinesAround() {
    #expect(
      UnifiedDiff(text(1...20), text(1...20, without: [10], adding: [10: "ten"])).text == """
        @@ -7,7 +7,7 @@
         7
         8
         9
        -10
        +ten
         11
         12
         13

        """)
  }

  @Test func joinsWhatIsClose() {
    let diff = UnifiedDiff(text(1...20), text(1...20, without: [5, 11])).text
    #expect(diff.hasPrefix("@@ -2,13 +2,11 @@\n"))
    #expect(diff.split(separator: "\n").count { $0.hasPrefix("@@") } == 1)
  }

  @Test func parts() {
    let diff = UnifiedDiff(text(1...30), text(1...30, without: [5, 25])).text
    #expect(
      diff.split(separator: "\n").filter { $0.hasPrefix("@@") } == ["@@ -2,7 +2,6 @@", "@@ -22,7 +21,6 @@"])
  }

  @Test func tellsWhatIsNewFromNothing() {
    #expect(UnifiedDiff("", "a\nb").text == "@@ -0,0 +1,2 @@\n+a\n+b\n")
    #expect(UnifiedDiff("a", "").text == "@@ -1,1 +0,0 @@\n-a\n")
  }

  /// The best alignment of these would take minutes.
  @Test func alignsLargeTexts() {
    let old = text(1...40_000)
    let changed = text(1...40_000, without: [3], adding: [39_000: "new"])
    #expect(LineAlignment(lines(old), lines(changed)).removed == [2])
    #expect(LineAlignment(lines(old), lines(changed)).inserted == [38_999])
    let apart = LineAlignment(lines(old), lines(text(50_000...90_000)))
    #expect(apart.removed.count == 40_000 && apart.inserted.count == 40_001)
    let swapped = LineAlignment(lines(old), lines(text(20_001...40_000) + "\n" + text(1...20_000)))
    #expect(swapped.removed.count == 20_000 && swapped.inserted.count == 20_000)
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }
}
