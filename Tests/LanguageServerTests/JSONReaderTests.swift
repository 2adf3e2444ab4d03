import Testing
import YAML

@testable import LanguageServer

@Suite struct JSONReaderTests {
  private func read(_ text: String) -> Node? { JSONReader.read(Array(text.utf8)) }

  @Test func valuesAreRead() {
    let node = read(#" {"a": [1, -2.5e3, true, null, "b"], "c": {}, "": []} "#)
    #expect(
      node.map { String(decoding: json($0), as: UTF8.self) } == #"{"":[],"a":[1,-2500,true,null,"b"],"c":{}}"#
    )
  }

  @Test func escapesAreCharacters() {
    #expect(read(#""\"\\\/\b\f\n\r\tA""#)?.string == "\"\\/\u{8}\u{C}\n\r\tA")
    #expect(read(#""é😀""#)?.string == "é😀")
    #expect(read(#""\ud83d x \ude00""#)?.string == "\u{FFFD} x \u{FFFD}")
  }

  @Test func whatYAMLWouldFoldOrRefuseStays() {
    #expect(read("\"a\u{2028}b\u{85}c\u{7F}d\u{FFFE}\"")?.string == "a\u{2028}b\u{85}c\u{7F}d\u{FFFE}")
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\":1,}", "{a: 1}", "01", "1.", "-", "+1", "1e", "nul", "'a'", "\"a", "\"\n\"",
    "\"\\x\"",
    "\"\\u12g4\"", "1 2", "# a\n1",
  ])
  func anythingElseIsNone(_ text: String) { #expect(read(text) == nil) }

  @Test func depthIsBounded() {
    #expect(read(String(repeating: "[", count: 100) + String(repeating: "]", count: 100)) != nil)
    #expect(read(String(repeating: "[", count: 100_000)) == nil)
  }

  @Test func namesOfFilesAreEscaped() {
    #expect(FileURI.path("file:///a%20b/%C3%A9") == "/a b/é")
    #expect(FileURI.uri("/a b/é#") == "file:///a%20b/%C3%A9%23")
    #expect(FileURI.path("file://localhost/a/../b") == "/b")
    for uri in ["http://a", "file:a", "file:///%", "file:///%zz", "file:///%ff", "file:///%00", ""] {
      #expect(FileURI.path(uri) == nil)
    }
  }
}
