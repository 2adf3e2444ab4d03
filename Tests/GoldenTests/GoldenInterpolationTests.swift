import Testing

/// Interpolates every folder of `interpolate/` and compares what comes out; `RECORD=1` writes the expectations anew.
@Suite struct GoldenInterpolationTests {
  @Test(arguments: InterpolationCase.all) func interpolates(_ golden: InterpolationCase) throws {
    try golden.run().check(in: golden.folder)
  }

  @Test(arguments: InterpolationCase.all) func errorsHavePositionAndHint(_ golden: InterpolationCase) {
    golden.run().checkMessages()
  }

  @Test func aboutHalfOfTheCasesAreErrors() {
    let failing = InterpolationCase.all.count { GoldenResult.expected(in: $0.folder).isFailure }
    #expect(failing >= 10)
    #expect(InterpolationCase.all.count - failing >= failing / 2)
  }
}
