import Testing
import YAML

/// Compares with libyaml's emitter over generated scalars and trees; the seeds make each run the same.
@Suite struct EmitterOracleTests {
  @Test(arguments: TextKind.allCases)
  func writesScalarsAsLibYAMLDoes(_ kind: TextKind) {
    var generator = Generator(seed: 1)
    for _ in 0..<2000 {
      let text = generator.text(kind)
      let node: Node = .mapping(["key": .sequence([.string(text)]), "value": .string(text)])
      expectSame(node)
    }
  }

  @Test(arguments: TextKind.allCases)
  func writesKeysAsLibYAMLDoes(_ kind: TextKind) {
    var generator = Generator(seed: 2)
    for _ in 0..<500 {
      let key = generator.text(kind)
      for value: Node in [1, .sequence([1, "a\nb"]), .mapping(["a": 1, "b": "x\ny\n"]), .mapping([:])] {
        expectSame(.sequence([.mapping([key: value] as KeyValuePairs)]))
      }
    }
  }

  @Test(arguments: 1...8)
  func writesTreesAsLibYAMLDoes(_ seed: UInt64) {
    var generator = Generator(seed: seed)
    for _ in 0..<400 { expectSame(generator.node(depth: 0)) }
  }

  @Test func writesDeepTreesAsLibYAMLDoes() {
    var generator = Generator(seed: 3)
    for _ in 0..<50 {
      var node = generator.node(depth: 3)
      for _ in 0..<60 { node = generator.flip() ? .sequence([node, "x"]) : .mapping(["k": node, "l": "y"]) }
      expectSame(node)
    }
  }

  private func expectSame(_ node: Node) {
    let (ours, theirs) = (node.yaml, LibYAMLEmitter.yaml(node))
    #expect(
      ours.utf8.elementsEqual(theirs.utf8), "\(ours.debugDescription) is not \(theirs.debugDescription)")
  }
}

/// What generated texts are made of.
enum TextKind: CaseIterable, Sendable {
  case words, prose, syntax, blanks, breaks, controls, numbers

  var parts: [String] {
    switch self {
    case .words: ["a", "b-c", "web", "/", ".", "_", "8080", "é", "日本"]
    case .prose: ["word ", "a ", "it's ", "longer ", "\"quoted\" ", "end. ", "é ", ", "]
    case .syntax:
      [
        " ", ":", "#", "-", "?", ",", "[", "]", "{", "}", "&", "*", "!", "|", ">", "'", "\"", "%", "@", "`",
        "~", "a",
      ]
    case .blanks: [" ", "  ", "\t", "a", "b", "word", "'", "\\"]
    case .breaks: ["\n", "\n", " ", "a", "#", "\u{2028}", "\u{2029}", "text", "- "]
    case .controls:
      [
        "\u{0}", "\u{1}", "\u{7}", "\u{1b}", "\u{7f}", "\u{85}", "\u{9f}", "\u{a0}", "\u{fffe}", "\r", "\r\n",
        "😀", "a ", "b",
      ]
    case .numbers: ["0", "1", "9", ".", "-", "+", "_", ":", "e", "E", "x", "o", "b", "T", "Z", " "]
    }
  }
}

struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func flip() -> Bool { next() & 1 == 0 }

  mutating func pick<Item>(_ items: [Item]) -> Item { items[Int(next() % UInt64(items.count))] }

  /// Short more often than long, so that both the start and the fold of a text are tried.
  mutating func text(_ kind: TextKind) -> String {
    let count = pick([0, 1, 2, 3, 3, 4, 5, 8, 20, 60])
    let text = (0..<count).map { _ in pick(kind.parts) }.joined()
    // libyaml moves a quote that follows a separator to the indentation; go-yaml does not.
    return ["\u{2028}", "\u{2029}"].contains(text.last) ? text + "." : text
  }

  mutating func node(depth: Int) -> Node {
    switch next() % (depth > 4 ? 4 : 8) {
    case 0: return pick([1, true, .null, .sequence([]), .mapping([:])])
    case 1, 2, 3: return .string(text(pick(TextKind.allCases)))
    case 4, 5: return .sequence((0..<next() % 4).map { _ in node(depth: depth + 1) })
    default:
      var mapping = Mapping()
      // Numbers stay out of keys: go-yaml's order is no order for some of them.
      for _ in 0..<next() % 5 {
        mapping[text(pick([.words, .prose, .syntax, .breaks, .controls]))] = node(depth: depth + 1)
      }
      return .mapping(mapping)
    }
  }
}
