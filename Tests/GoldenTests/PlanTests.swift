import Testing

/// Plans every folder of `plans/`; `RECORD=1` writes what the plan says anew.
@Suite struct PlanTests {
  @Test(arguments: PlanCase.all) func says(_ golden: PlanCase) throws {
    if GoldenResult.isRecording { try golden.record() }
    #expect(golden.plan == golden.expected)
  }

  @Test func manyClassesOfChangeAreThere() {
    #expect(PlanCase.all.count >= 60)
  }
}
