import Testing
import YAML

@Suite struct KeyOrderTests {
  @Test(arguments: [
    ["v1", "v2", "v10", "v10a", "v11"],
    ["A_FIRST", "ANOTHER", "B", "a", "aB", "ab", "b"],
    ["", "-", "a", "a-b", "a.b", "a0", "aa"],
    ["1", "2", "10", "010", "a"],
    ["a1", "a01", "a2", "a02"],
    ["a100", "a10b", "a10c"],
    ["a!", "a~", "a0", "a1", "a9", "a10"],
    ["a1", "a10", "a11", "a100"],
    ["name", "name-x", "name.x", "name/x", "name1", "nameA", "namea"],
    ["z", "ß", "é", "日"],
    ["é1", "é2", "é10", "éa", "éé"],
    ["–", "é"],
  ])
  func sortsAsAPersonWould(_ keys: [String]) {
    for (i, a) in keys.enumerated() {
      for (j, b) in keys.enumerated() { #expect(keyPrecedes(a, b) == (i < j), "\(a) and \(b)") }
    }
  }

  @Test func tellsCanonicallyEqualKeysApart() {
    #expect(keyPrecedes("e\u{301}", "\u{e9}"))
    #expect(!keyPrecedes("\u{e9}", "e\u{301}"))
  }

  @Test func survivesNumbersOfAnyLength() {
    let long = String(repeating: "9", count: 50)
    #expect(keyPrecedes("a" + long, "a" + long + "x"))
    #expect(keyPrecedes("a1", "a" + long) != keyPrecedes("a" + long, "a1"))
  }
}
