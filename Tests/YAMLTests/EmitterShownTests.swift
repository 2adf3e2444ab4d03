import Diagnostics
import Testing
import YAML

/// YAML that people look at: nothing in it is hidden, and it says the same.
@Suite struct EmitterShownTests {
  private func yaml(_ node: Node, isShown: Bool) -> String {
    var emitter = Emitter(isShown: isShown)
    emitter.emit(document: node)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }

  static let hidden = [
    "a\u{202E}b", "\u{200B}", "a\u{2066}b\nc", "\u{1B}[2J", "a\u{9B}", "\u{2028}", "\u{E0041}x", "\u{FEFF}a",
    "##[error]x",
    "a\u{AD} long text that has to be folded somewhere, because it is longer than eighty characters",
  ]

  @Test(arguments: hidden) func escapesWhatIsHidden(text: String) throws {
    let node = Node.mapping(Mapping([.init(key: Scalar(text), value: .sequence([.string(text)]))]))
    let shown = yaml(node, isShown: true)
    #expect(!shown.unicodeScalars.contains { $0.isHidden && $0 != "\n" }, "\(shown)")
    #expect(!shown.contains("##["))
    let file = SourceFile(path: "a.yaml", bytes: Array(shown.utf8))
    let report = Report()
    let read = try #require(Composer.compose(file, index: 0, report: report)?.first?.mapping?.pairs.first)
    #expect(read.key.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(read.value.items?.first?.text?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
  }

  @Test(arguments: ["a", "é 世", "a b: c", "'", "\"\\", "a # b", "#", "a\nb\n", "", "true"])
  func leavesTheRestAsItIs(text: String) {
    let node = Node.mapping(Mapping([.init(key: Scalar("k"), value: .string(text))]))
    let isOneLine = !text.contains("\n")
    if isOneLine { #expect(yaml(node, isShown: true) == yaml(node, isShown: false)) }
    #expect(yaml(.string("\u{202E}"), isShown: false) == "\u{202E}\n")
  }
}
