import Diagnostics
import Testing

@Suite struct SpellingTests {
  @Test func findsTheNearestWords() {
    #expect(nearest(to: "resuorces", among: ["resources", "replicas", "patches"]) == ["resources"])
    #expect(nearest(to: "Namespace", among: ["namespace", "namePrefix"]) == ["namespace"])
    #expect(nearest(to: "zzz", among: ["resources"]) == [])
  }

  @Test func listsEverythingWhenNothingIsNear() {
    #expect(suggestion(for: "resorces", among: ["resources"]) == "did you mean \"resources\"?")
    #expect(suggestion(for: "q", among: ["b2", "a1"], otherwise: "one of") == "one of a1, b2")
  }
}
