import Testing

@testable import Changes

@Suite struct PlanQuantityTests {
  @Test(arguments: [
    ("1Gi", "1024Mi"), ("500m", "0.5"), ("2", "2000m"), ("1k", "1e3"), ("1.5Gi", "1536Mi"), ("1E", "1e18"),
    ("10", "10.0"), ("100n", "0.1u"),
  ])
  func areSame(_ a: String, _ b: String) throws {
    #expect(try #require(Quantity(a)) == #require(Quantity(b)))
  }

  @Test(arguments: [("1G", "1Gi"), ("999m", "1"), ("1Ti", "1025Gi"), ("-1", "0")])
  func isLess(_ a: String, _ b: String) throws {
    let (less, more) = try (#require(Quantity(a)), #require(Quantity(b)))
    #expect(less < more)
  }

  @Test(arguments: [
    "", "Gi", "one", "1 Gi", "1e99", "1e-9223372036854775808", "999999999999999999Ei", "1.2.3", "--1",
    "99999999999999999999999999999999999999999999",
  ])
  func isNone(_ text: String) {
    #expect(Quantity(text) == nil)
  }
}
