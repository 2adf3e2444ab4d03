import Testing

/// What groups render is adopted as groups that render the same.
@Suite struct RoundTripTests {
  @Test func givesTheSameBytesFromSourcesAboutAsLong() async throws {
    var groups = 0
    var shares: [Double] = []
    for trip in RoundTrip.all {
      let result = try await trip.run()
      #expect(result.before == result.after, "\(trip.name): \(result.text)")
      #expect(result.rendered.isSubset(of: result.groups), "\(trip.name): \(result.rendered)")
      groups += result.rendered.count
      shares.append(result.share)
    }
    #expect(groups >= 60)
    #expect(shares.sorted()[shares.count / 2] <= 1.5)
  }
}
