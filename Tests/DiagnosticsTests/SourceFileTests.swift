import Diagnostics
import Testing

@Suite struct SourceFileTests {
  private func file(_ text: String) -> SourceFile { SourceFile(path: "a", bytes: Array(text.utf8)) }

  @Test func showsLinesInAnyOrder() {
    let file = file("one\ntwo\r\n\nfour")
    #expect([4, 1, 3, 2, 1].map(file.line) == ["four", "one", "", "two", "one"])
    #expect(file.line(5) == nil)
    #expect(file.line(4) == "four")
  }

  @Test func hasNoLineBehindTheLastBreak() {
    #expect(file("one\n").line(2) == nil)
    #expect(file("").line(1) == "")
    #expect(file("").line(2) == nil)
  }

  @Test func keepsSecretLinesToItself() {
    #expect(SourceFile(path: "a", bytes: Array("one".utf8), isSecret: true).line(1) == nil)
  }
}
