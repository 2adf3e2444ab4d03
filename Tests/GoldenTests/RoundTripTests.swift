import Testing

/// What groups render is adopted as groups that render the same.
@Suite struct RoundTripTests {
  @Test(arguments: RoundTrip.all) func givesTheSameBytes(_ trip: RoundTrip) throws {
    let result = try trip.run()
    #expect(result.before == result.after, "\(result.text)")
  }

  @Test func sourcesAreAboutAsLong() throws {
    let results = try RoundTrip.all.map { try $0.run() }
    #expect(results.reduce(0) { $0 + $1.groups } >= 60)
    let shares = results.map(\.share).sorted()
    #expect(shares[shares.count / 2] <= 1.5)
  }
}
