import Testing

@testable import Adoption

@Suite struct ZoneSuffixTests {
  @Test(arguments: [
    ("db-a", "db", "a"), ("ingester-zone-a", "ingester", "zone-a"), ("db-z12", "db", "z12"),
    ("db-az1", "db", "az1"), ("web-eu-central-1a", "web", "eu-central-1a"),
    ("web-europe-west1-b", "web", "europe-west1-b"), ("my-eu-db-z0", "my-eu-db", "z0"),
    ("store-zone-3", "store", "zone-3"),
  ])
  func findsTheZone(_ name: String, _ stem: String, _ suffix: String) {
    let found = ZoneSuffix.found(in: name, nodeValue: nil)
    #expect(found?.stem == stem)
    #expect(found?.suffix == suffix)
  }

  @Test(arguments: ["db", "shard-0", "db-main", "a", "-a", "db-ab", "db-1a", "zone", ""])
  func leavesOtherNamesAlone(_ name: String) {
    #expect(ZoneSuffix.found(in: name, nodeValue: nil) == nil)
  }

  @Test func aNumberIsTheIndex() {
    #expect(ZoneSuffix.found(in: "db-z2", nodeValue: nil)?.index == 2)
    #expect(ZoneSuffix.found(in: "db-zone-2", nodeValue: nil)?.index == nil)
  }

  @Test func whatTheNodesSayIsAZone() {
    #expect(ZoneSuffix.found(in: "db-westeurope-1", nodeValue: "westeurope-1")?.stem == "db")
    #expect(ZoneSuffix.found(in: "db-westeurope-1", nodeValue: nil) == nil)
  }
}
