import Testing

@testable import Changes

@Suite struct PlanRollingUpdateTests {
  private func plan(_ fields: String, from before: String? = nil) -> Plan {
    PlanSetup.plan(
      PlanSetup.statefulSet(before ?? fields), to: PlanSetup.statefulSet(fields, image: "db:2"))
  }

  @Test func countsPartitionsFromTheFirstOrdinal() {
    let plan = plan(
      "replicas: 3\nordinals: {start: 10}\nupdateStrategy: {rollingUpdate: {partition: 1}}")
    #expect(plan.pods(.restart) == ["db-12", "db-11"])
    #expect(plan.pods(.waiting) == ["db-10"])
  }

  @Test func updatesNothingBelowALargePartition() {
    let plan = plan("replicas: 3\nupdateStrategy: {rollingUpdate: {partition: 3}}")
    #expect(plan.pods(.restart) == [])
    #expect(plan.pods(.waiting) == ["db-2", "db-1", "db-0"])
  }

  @Test(arguments: [("1", 1), ("2", 2), ("50%", 2), ("1%", 1), ("0", 1), ("\"?\"", 1), ("9", 5)])
  func takesDownSeveral(maxUnavailable: String, count: Int) throws {
    let fields = "replicas: 5\nupdateStrategy: {rollingUpdate: {maxUnavailable: \(maxUnavailable)}}"
    let old = try #require(RunningSet(PlanSetup.statefulSet(fields)))
    let new = try #require(RunningSet(PlanSetup.statefulSet(fields, image: "db:2")))
    #expect(RollingUpdate(StatefulSetChange(old: old, new: new))?.atOnce == count)
  }

  @Test func restartsNeitherWhatGoesNorWhatComes() {
    let fewer = plan("replicas: 2", from: "replicas: 4")
    #expect(fewer.pods(.restart) == ["db-1", "db-0"])
    #expect(fewer.pods(.removal) == ["db-3", "db-2"])
    let more = plan("replicas: 2", from: "replicas: 0")
    #expect(more.pods(.restart) == [])
    #expect(more.pods(.addition) == ["db-0", "db-1"])
  }

  @Test func movesItsOrdinals() {
    let plan = plan("replicas: 2\nordinals: {start: 1}", from: "replicas: 3")
    #expect(plan.pods(.restart) == ["db-2", "db-1"])
    #expect(plan.pods(.removal) == ["db-0"])
    #expect(plan.summaries(.move) == [])
  }

  @Test(arguments: ["-1", "99999999999999999999", "text", "1.5"])
  func survivesOddNumbers(number: String) {
    let plan = plan("replicas: \(number)\nordinals: {start: \(number)}")
    #expect(plan.pods(.restart).count <= 1)
  }

  @Test func isNotConcernedByOtherFields() {
    let plan = PlanSetup.plan(
      PlanSetup.statefulSet("minReadySeconds: 1"),
      to: PlanSetup.statefulSet("minReadySeconds: 2\nrevisionHistoryLimit: 3"))
    #expect(plan.entries.isEmpty)
  }
}
