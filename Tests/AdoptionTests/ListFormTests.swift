import Testing

@testable import Adoption

@Suite struct ListFormTests {
  /// Two instances in each of two zones.
  private static let instances = (0..<4).map { index in
    let (zone, ordinal) = (index / 2, index % 2)
    return AdoptedInstance(
      name: "db-z\(zone)-\(ordinal)", address: "db-z\(zone)-\(ordinal).db", ordinal: ordinal, index: index,
      member: zone, place: ordinal, specIndex: zone * 10000 + ordinal)
  }

  private static let first = instances.filter { $0.place == 0 }

  @Test func findsWhatIsWrittenForEach() {
    let text = "--join=a://db-z0-0.db:1,a://db-z0-1.db:1,a://db-z1-0.db:1,a://db-z1-1.db:1 --quiet"
    let form = ListForm(text, Self.instances, perZone: nil)
    #expect(form?.each == "a://$(instance.address):1")
    #expect(form?.join == ",")
    #expect(form?.before == "--join=")
    #expect(form?.after == " --quiet")
  }

  @Test func eachMayBeNamedTwice() {
    let form = ListForm("db-z0-0=db-z0-0.db db-z1-0=db-z1-0.db", Self.first, perZone: 1)
    #expect(form?.each == "$(instance.name)=$(instance.address)")
    #expect(form?.join == " ")
  }

  @Test func aNumberMayStandInAnItem() {
    let form = ListForm(splitting: "0@db-z0-0.db,10000@db-z1-0.db", Self.first, perZone: 1)
    #expect(form?.each == "$(instance.specIndex)@$(instance.address)")
  }

  @Test(arguments: [
    // One is missing, two are in another order, the items differ, nothing stands between, a longer name.
    "db-z0-0.db,db-z0-1.db,db-z1-0.db", "db-z0-1.db,db-z0-0.db,db-z1-0.db,db-z1-1.db",
    "db-z0-0.db:1,db-z0-1.db:2,db-z1-0.db:3,db-z1-1.db:4", "db-z0-0 db-z0-1, db-z1-0 db-z1-1",
    "db-z0-00,db-z0-10,db-z1-00,db-z1-10", "",
  ])
  func whatIsNoListOfAllStays(_ text: String) {
    #expect(ListForm(text, Self.instances, perZone: nil) == nil)
    #expect(ListForm(splitting: text, Self.instances, perZone: nil) == nil)
  }
}
