import Testing

@testable import YAML

/// Many look-ups in a large mapping give what a scan gives.
@Suite struct KeyPlacesTests {
  private func mapping(_ keys: some Swift.Sequence<String>) -> Mapping {
    Mapping(keys.map { Mapping.Pair(key: Scalar($0), value: .string("old \($0)")) })
  }

  @Test(arguments: [4, 400]) func setsPairsInOrder(count: Int) {
    var large = mapping((0..<count).map { "k\($0)" })
    let new = (0..<count).map { Mapping.Pair(key: Scalar("k\($0 * 2)"), value: .string("new \($0)")) }
    large.set(new)
    var scanned = mapping((0..<count).map { "k\($0)" })
    for pair in new { scanned[pair.key.text] = pair.value }
    #expect(large.pairs.map(\.key.text) == scanned.pairs.map(\.key.text))
    #expect(large.pairs.map(\.value.text) == scanned.pairs.map(\.value.text))
  }

  @Test func setsAPairTwice() {
    var large = mapping((0..<300).map { "k\($0)" })
    let new = (0..<20).flatMap { number in
      ["first", "last"].map { Mapping.Pair(key: Scalar("n\(number)"), value: .string($0)) }
    }
    large.set(new)
    #expect(large.pairs.count == 320)
    #expect(large["n7"]?.text == "last")
  }

  @Test func comparesBytes() {
    let keys = (0..<300).map { "k\($0)" } + ["\u{e9}", "e\u{301}"]
    let places = KeyPlaces(mapping(keys), lookups: 100)
    #expect(places.index(of: "\u{e9}", in: mapping(keys)) == 300)
    #expect(places.index(of: "e\u{301}", in: mapping(keys)) == 301)
    #expect(places.index(of: "k", in: mapping(keys)) == nil)
  }

  @Test func removesPlacesInAnyOrder() {
    var items = Array(0..<6)
    items.remove(at: [4, 0, 5])
    #expect(items == [1, 2, 3])
    items.remove(at: [1])
    #expect(items == [1, 3])
    items.remove(at: [])
    #expect(items == [1, 3])
  }

  @Test func findsTreesByTheirData() {
    let tree = Node.mapping(["a": .sequence([1, true, .null]), "b": .string("x")])
    let same = Node.mapping(["b": .string("x"), "a": .sequence([1, true, .null])])
    let other = Node.mapping(["b": .string("x"), "a": .sequence([1, .string("true"), .null])])
    let known: Set = [NodeData(node: tree)]
    #expect(known.contains(NodeData(node: same)))
    #expect(!known.contains(NodeData(node: other)))
    #expect(known.contains(NodeData(node: tree)))
    #expect(!known.contains(NodeData(node: .string("x"))))
  }
}
