import Testing

@testable import Adoption

@Suite struct NameIndexTests {
  private static let index = {
    var index = NameIndex()
    for (place, name) in ["db-a-settings", "db-ab", "my-db-a", "db.a", "a-db", "db-a"].enumerated() {
      index.add(name, in: place == 5 ? "there" : "here", at: place)
    }
    return index
  }()

  /// A name stands by itself: neither a longer word nor one that is written otherwise.
  @Test func findsNamesInNames() {
    #expect(Self.index.places(holding: "db-a", in: "here") == [0, 2])
    #expect(Self.index.places(holding: "db-a", in: "there") == [5])
    #expect(Self.index.places(holding: "db", in: "here") == [0, 1, 2, 3, 4])
    #expect(Self.index.places(holding: "d", in: "here") == [])
  }

  @Test func runsGoFromWordToWord() {
    let runs = NameIndex.runs(of: Array("-a-b.c".utf8)).map { String(decoding: $0, as: UTF8.self) }
    #expect(runs == ["a", "a-b", "a-b.c", "b", "b.c", "c"])
    #expect(NameIndex.runs(of: []).isEmpty)
    #expect(NameIndex.runs(of: Array(String(repeating: "a-", count: 100_000).utf8)).isEmpty)
  }
}
