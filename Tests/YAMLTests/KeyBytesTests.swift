import Testing
import YAML

/// Two forms of one letter are two keys.
@Suite struct KeyBytesTests {
  private let composed = "caf\u{E9}"
  private let decomposed = "cafe\u{301}"

  @Test func tellsFormsOfOneLetterApart() {
    #expect(composed == decomposed)
    #expect(KeyBytes(text: composed) != KeyBytes(text: decomposed))
    #expect(KeyBytes(text: composed) == KeyBytes(text: "caf" + "\u{E9}"))
    #expect([composed].containsBytes(of: decomposed) == false)
    #expect([composed, decomposed].containsBytes(of: decomposed))
  }

  @Test func looksUpByBytes() {
    var places: [KeyBytes: Int] = [:]
    places[composed] = 1
    places[decomposed, default: 5] += 1
    #expect(places[composed] == 1)
    #expect(places[decomposed] == 6)
    var seen: Set<KeyBytes> = []
    let isNew = [composed, composed, decomposed].map { seen.insert($0) }
    #expect(isNew == [true, false, true])
    seen.remove(composed)
    #expect(seen.contains(decomposed))
    #expect(!seen.contains(composed))
  }
}
