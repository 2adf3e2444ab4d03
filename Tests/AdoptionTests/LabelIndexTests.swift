import Testing
import YAML

@testable import Adoption

@Suite struct LabelIndexTests {
  private static func labels(_ pairs: KeyValuePairs<String, String>) -> Mapping {
    Mapping(pairs.map { .init(key: Scalar($0), value: .string($1)) })
  }

  private static let index = LabelIndex([
    (0, "here", labels(["app": "db", "zone": "a"])), (1, "here", labels(["app": "db", "zone": "b"])),
    (2, "here", labels(["app": "db"])), (3, "there", labels(["app": "db", "zone": "a"])),
    (4, "here", labels(["tier": "back", "app": "web"])), (5, "here", labels([:])),
  ])

  @Test func findsThoseThatHaveAll() {
    #expect(Self.index.holding(Self.labels(["app": "db"]), in: "here") == [0, 1, 2])
    #expect(Self.index.holding(Self.labels(["app": "db", "zone": "a"]), in: "here") == [0])
    #expect(Self.index.holding(Self.labels(["zone": "a", "tier": "back"]), in: "here") == [])
    #expect(Self.index.holding(Self.labels([:]), in: "here") == [])
  }

  @Test func findsThoseThatHaveNoOthers() {
    #expect(
      Self.index.within(Self.labels(["app": "db", "zone": "b", "tier": "back"]), in: "here") == [1, 2])
    #expect(Self.index.within(Self.labels(["zone": "a", "app": "db"]), in: "there") == [3])
    #expect(Self.index.within(Self.labels(["tier": "back"]), in: "here") == [])
  }
}
