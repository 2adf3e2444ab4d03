import Testing

/// Builds every folder of `cases/` and compares what comes out; `RECORD=1` writes the expectations anew.
@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.all) func builds(_ golden: GoldenCase) async throws {
    let result = await golden.build()
    if GoldenCase.isRecording {
      try golden.record(result)
    } else {
      #expect(result.manifest == golden.expected.manifest)
      #expect(result.diff == golden.expected.diff)
      #expect(result.plan == golden.expected.plan)
      #expect(result.messages == golden.expected.messages)
    }
  }

  /// Every error says where and what to do about it.
  @Test(arguments: GoldenCase.all) func errorsHavePositionAndHint(_ golden: GoldenCase) async {
    let messages = await golden.build().messages ?? ""
    for message in messages.split(separator: "\nerror: ") {
      let headline = message.split(separator: "\n").first ?? ""
      #expect(message.contains("  --> "), "no position: \(headline)")
      #expect(!message.contains("  --> \n"), "a position without a file: \(headline)")
      #expect(message.contains("  hint: "), "no hint: \(headline)")
    }
  }

  @Test func aboutHalfOfTheCasesAreErrors() {
    let failing = GoldenCase.all.count {
      $0.expected.manifest == nil && $0.expected.diff == nil && $0.expected.plan == nil
    }
    #expect(failing >= 60)
    #expect(GoldenCase.all.count - failing >= failing / 3)
  }
}
