import Testing

/// Adopts what runs in every folder of `adopted/`; `RECORD=1` writes what comes of it anew.
@Suite struct AdoptedTests {
  @Test(arguments: AdoptedCase.all) func writes(_ golden: AdoptedCase) throws {
    let text = try golden.adopt()
    if GoldenResult.isRecording { try golden.record(text) }
    #expect(text == golden.expected)
    // What is written is what runs, or nothing is written.
    let isWritten = text.contains("\nwrote ")
    #expect(text.contains("kustomization.yaml\napiVersion:") == isWritten)
    #expect(isWritten ? text.contains("\nnothing happens to what runs\n") : text.contains("error: "))
  }

  @Test func mistakesAreThereAsWell() {
    #expect(AdoptedCase.all.count >= 25)
    #expect(AdoptedCase.all.count { $0.name.hasPrefix("error-") } * 5 >= AdoptedCase.all.count * 2)
  }
}
