import Testing
import YAML

@Suite struct NodeTests {
  /// Memory is the measure of a large build.
  @Test func nodesAreFourWords() {
    #expect(MemoryLayout<Node>.stride == 32)
    #expect(MemoryLayout<Mapping.Pair>.stride == 64)
  }

  @Test func comparesKeysByBytes() {
    #expect(!sameBytes("\u{E9}", "e\u{301}"))
    #expect(!sameBytes("\u{212B}", "\u{C5}"))
    #expect(!sameBytes("a\u{301}\u{323}", "a\u{323}\u{301}"))
    #expect(sameBytes("a longer key than fits inline", "a longer key than fits inline"))
  }

  /// Short strings are compared by their words, in which Swift keeps them; the same text can be on the heap, too.
  @Test(arguments: 0...33) func comparesKeysOfEveryLength(count: Int) {
    for letter in ["a", "é"] {
      let text = String(repeating: letter, count: count)
      // One that outgrew its words stays on the heap when it is cut.
      var onHeap = text + String(repeating: "x", count: 40)
      onHeap.removeLast(40)
      #expect(sameBytes(text, onHeap))
      #expect(sameBytes(onHeap, text))
      for other in [text + "b", "b" + text, text + "\0"] {
        #expect(!sameBytes(text, other))
        #expect(!sameBytes(onHeap, other))
      }
      guard count > 0 else { continue }
      let rest = String(repeating: letter, count: count - 1)
      for other in ["b" + rest, rest + "b"] {
        #expect(!sameBytes(text, other))
        #expect(!sameBytes(onHeap, other))
      }
    }
  }

  @Test func changesMappingsInPlace() {
    var node: Node = .mapping(["a": 1, "b": 2])
    _ = node.changeMapping { mapping in
      mapping["a"] = nil
      mapping["c"] = "new"
    }
    #expect(node.mapping?.pairs.map(\.key.text) == ["b", "c"])
    #expect(node.changeSequence { _ in true } == nil)
  }

  @Test func comparesDataWithoutOrder() {
    let a: Node = .mapping(["a": 1, "b": .sequence(["x"])])
    #expect(a.sameData(as: .mapping(["b": .sequence(["x"]), "a": 1])))
    #expect(!a.sameData(as: .mapping(["a": "1", "b": .sequence(["x"])])))
    #expect(!a.sameData(as: .mapping(["a": 1])))
  }
}
