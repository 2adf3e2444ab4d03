import Testing
import YAML

@Suite struct EmitterCollectionTests {
  @Test func indentsMappingsByTwo() {
    let node: Node = .mapping(["a": .mapping(["b": .mapping(["c": 1])]), "d": true])
    #expect(node.yaml == "a:\n  b:\n    c: 1\nd: true\n")
  }

  @Test func putsDashesUnderTheirKey() {
    let node: Node = .mapping(["a": .sequence(["x", .mapping(["b": 1, "c": .sequence([2])])])])
    #expect(node.yaml == "a:\n- x\n- b: 1\n  c:\n  - 2\n")
  }

  @Test func nestsSequences() {
    #expect(
      Node.sequence([.sequence([1, .sequence([2])]), .sequence([3])]).yaml == "- - 1\n  - - 2\n- - 3\n")
  }

  @Test func writesEmptyCollectionsInFlowStyle() {
    let node: Node = .mapping([
      "a": .sequence([]), "b": .mapping([:]), "c": .sequence([.mapping([:]), .sequence([])]),
    ])
    #expect(node.yaml == "a: []\nb: {}\nc:\n- {}\n- []\n")
    #expect(Node.mapping([:]).yaml == "{}\n")
    #expect(Node.sequence([]).yaml == "[]\n")
  }

  @Test func sortsKeysOnEveryLevel() {
    let node: Node = .mapping(["b": .mapping(["z": 1, "y": .mapping(["v10": 1, "v2": 2])]), "a": 0])
    #expect(node.yaml == "a: 0\nb:\n  \"y\":\n    v2: 2\n    v10: 1\n  z: 1\n")
  }

  @Test func indentsLiteralsUnderTheirKeyOrDash() {
    let node: Node = .mapping(["a": "x\ny\n", "b": .sequence(["x\ny", 1])])
    #expect(node.yaml == "a: |\n  x\n  y\nb:\n- |-\n  x\n  y\n- 1\n")
  }

  @Test func endsNoLineThatALiteralHasEnded() {
    let node: Node = .mapping(["a": .mapping(["b": "x\n\n"]), "c": 1])
    #expect(node.yaml == "a:\n  b: |+\n    x\n\nc: 1\n")
  }

  @Test func writesKeysAsStringsWhateverTheirKind() {
    let key = Scalar("8080", kind: .integer)
    #expect(Node.mapping(Mapping([.init(key: key, value: "http")])).yaml == "\"8080\": http\n")
    #expect(Node.mapping(["true": 1, "": 2, "- a": 3]).yaml == "\"\": 2\n'- a': 3\n\"true\": 1\n")
  }

  @Test func asksForLongKeys() {
    let key = String(repeating: "k", count: 128)
    #expect(Node.mapping([key: "v"] as KeyValuePairs).yaml == "\(key): v\n")
    #expect(Node.mapping([key + "k": "v"] as KeyValuePairs).yaml == "? \(key)k\n: v\n")
  }

  @Test func asksForKeysWithLineBreaks() {
    let node: Node = .mapping(["a\nb": .sequence([1, 2]), "c\n": .mapping(["d": 1, "e": 2])])
    #expect(node.yaml == "? |-\n  a\n  b\n: - 1\n  - 2\n? |\n  c\n: d: 1\n  e: 2\n")
  }

  @Test func separatesDocuments() {
    var emitter = Emitter(capacity: 64)
    emitter.emit(document: .mapping(["a": "x\n"]))
    emitter.separateDocuments()
    emitter.emit(document: "b")
    #expect(String(decoding: emitter.bytes, as: UTF8.self) == "a: |\n  x\n---\nb\n")
  }

  @Test func doesNotDependOnTheOrderOfTheSource() {
    let pairs = (0..<40).map { ("key\($0)", "\($0)") }
    let sorted = Node.strings(pairs).yaml
    #expect(sorted.hasPrefix("key0: \"0\"\nkey1: \"1\"\nkey2: "))
    #expect(Node.strings(pairs.reversed()).yaml == sorted)
    #expect(Node.strings(pairs[20...] + pairs[..<20]).yaml == sorted)
  }
}
