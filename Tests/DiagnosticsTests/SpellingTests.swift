import Diagnostics
import Testing

@Suite struct SpellingTests {
  @Test func findsTheNearestWords() {
    #expect(nearest(to: "resuorces", among: ["resources", "replicas", "patches"]) == ["resources"])
    #expect(nearest(to: "Namespace", among: ["namespace", "namePrefix"]) == ["namespace"])
    #expect(nearest(to: "zzz", among: ["resources"]) == [])
  }

  @Test(
    arguments: [
      ("abcd", "badc", 2), ("abcd", "abcd", 0), ("abcd", "abxd", 1), ("abcd", "bcd", 1), ("abcd", "zabcd", 1),
      ("abcd", "abdc", 1), ("kitten", "sitting", nil), ("abcdefghi", "abcfghi", 2), ("ab", "ba", 1),
      ("ab", "", nil),
      ("", "a", 1), ("abcd", "cdab", nil),
    ] as [(String, String, Int?)])
  func countsEdits(word: String, candidate: String, edits: Int?) {
    #expect(nearest(to: word, among: [candidate]) == (edits == nil ? [] : [candidate]))
    // One that is as near is named beside it; one that is nearer, alone.
    if let edits, edits > 0 { #expect(nearest(to: word, among: [candidate, word]) == [word]) }
  }

  @Test func listsEverythingWhenNothingIsNear() {
    #expect(suggestion(for: "resorces", among: ["resources"]) == "did you mean \"resources\"?")
    #expect(suggestion(for: "q", among: ["b2", "a1"], otherwise: "one of") == "one of a1, b2")
  }
}
