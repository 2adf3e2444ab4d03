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
}
