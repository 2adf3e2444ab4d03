import Testing

/// Builds every folder of `cases/` and compares what comes out; `RECORD=1` writes the expectations anew.
@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all) func builds(_ golden: GoldenCase) async throws {
    try await golden.build().check(in: golden.folder)
  }

  /// Every error says where and what to do about it.
  @Test(arguments: GoldenCase.all) func errorsHavePositionAndHint(_ golden: GoldenCase) async {
    await golden.build().checkMessages()
  }

  @Test func aboutHalfOfTheCasesAreErrors() {
    let failing = GoldenCase.all.count { GoldenResult.expected(in: $0.folder).isFailure }
    #expect(failing >= 60)
    #expect(GoldenCase.all.count - failing >= failing / 3)
  }
}
