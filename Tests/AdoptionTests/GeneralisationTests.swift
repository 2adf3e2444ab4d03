import Diagnostics
import Testing
import YAML

@testable import Adoption

@Suite struct GeneralisationTests {
  private func merged(_ texts: String...) throws -> (text: String, settled: Int) {
    let zones = ["a", "b", "c"].enumerated().map { index, name in
      AdoptedZone(name: "zone-\(name)", nodeLabelValue: "eu-1\(name)", index: index)
    }
    var merging = Generalisation(zones.map { ZoneWords(workload: "db-" + $0.name, zone: $0) })
    let nodes = try texts.map { text in
      try #require(Composer.compose(text: Scalar(text), in: SourceFiles(), report: Report())?.first)
    }
    let node = merging.merged(nodes)
    return (node.yaml, merging.settled)
  }

  @Test func whatDiffersInTheZoneIsAPlaceholder() throws {
    let result = try merged(
      "{a: db-zone-a.db, b: in eu-1a}", "{a: db-zone-b.db, b: in eu-1b}", "{a: db-zone-c.db, b: in eu-1c}")
    #expect(result.text == "a: $(workload.name).db\nb: in $(zone.nodeLabelValue)\n")
    #expect(result.settled == 0)
  }

  @Test func whatIsTheSameStays() throws {
    #expect(try merged("a: zone-a", "a: zone-a", "a: zone-a").text == "a: zone-a\n")
  }

  @Test func aWordWithinAWordIsNone() throws {
    let result = try merged("a: xzone-a", "a: xzone-b", "a: xzone-c")
    #expect(result.text == "a: xzone-a\n")
    #expect(result.settled == 1)
  }

  @Test func theMostCounts() throws {
    #expect(try merged("a: 1", "a: 2", "a: 2").text == "a: 2\n")
    #expect(try merged("{a: 1, b: 1}", "{a: 1}", "{a: 1}").text == "a: 1\n")
    #expect(try merged("a: [1]", "a: [1, 2]", "a: [1, 2]").text == "a:\n- 1\n- 2\n")
  }

  @Test func aKeyMayHoldTheZone() throws {
    #expect(try merged("in-zone-a: 1", "in-zone-b: 1", "in-zone-c: 1").text == "in-$(zone.name): 1\n")
  }
}
