import LanguageServer
import Testing

@Suite struct DocumentTextTests {
  private func changed(_ text: String, _ range: TextRange, _ new: String) -> String {
    var document = DocumentText(text)
    document.replace(range, with: new)
    return document.text
  }

  private func range(_ line: Int, _ start: Int, _ endLine: Int, _ end: Int) -> TextRange {
    TextRange(TextPlace(line, start), TextPlace(endLine, end))
  }

  @Test func placesAreCountedInUTF16() {
    let text = DocumentText("aé😀b\nc")
    #expect(text.place(of: 1) == TextPlace(0, 1))
    #expect(text.place(of: 3) == TextPlace(0, 2))
    #expect(text.place(of: 7) == TextPlace(0, 4))
    #expect(text.place(of: 9) == TextPlace(1, 0))
    #expect(text.offset(of: TextPlace(0, 4)) == 7)
    // Half of a character is its beginning.
    #expect(text.offset(of: TextPlace(0, 3)) == 3)
  }

  @Test func placesOutsideAreMovedInside() {
    let text = DocumentText("ab\r\ncd")
    #expect(text.offset(of: TextPlace(0, 9)) == 2)
    #expect(text.offset(of: TextPlace(9, 0)) == 6)
    #expect(text.place(of: 99) == TextPlace(1, 2))
    #expect(text.place(of: -1) == TextPlace(0, 0))
  }

  @Test func linesEndAsInTheProtocol() {
    let text = DocumentText("a\rb\r\nc\nd")
    #expect(text.lineCount == 4)
    #expect((0..<5).map { String(decoding: text.line($0), as: UTF8.self) } == ["a", "b", "c", "d", ""])
  }

  @Test func messagesPointAtCharacters() {
    let text = DocumentText("a\né😀b\n")
    #expect(text.offset(line: 2, column: 3) == 8)
    #expect(text.offset(line: 2, column: 99) == 9)
    #expect(text.offset(line: 99, column: 1) == 10)
  }

  @Test func rangesAreReplaced() {
    #expect(changed("ab\ncd\n", range(0, 1, 1, 1), "x") == "axd\n")
    #expect(changed("ab\n", range(1, 0, 1, 0), "cd") == "ab\ncd")
    #expect(changed("😀", range(0, 0, 0, 2), "é") == "é")
    #expect(changed("", range(5, 5, 9, 9), "a") == "a")
  }
}
