import Resources
import Testing

@testable import Changes

@Suite struct PlanRelocationTests {
  private func set(_ name: String, claim: String = "data") -> Resource {
    PlanSetup.object(
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: \(name)}, spec: {volumeClaimTemplates: [{metadata: {name: \(claim)}}]}}"
    )
  }

  private func moves(_ old: [String], to new: [String]) -> [String] {
    Plan(old: ResourceSet(old.map { set($0) }), new: ResourceSet(new.map { set($0) })).summaries(.move)
  }

  @Test(arguments: [
    ("db", "cf-db"), ("cf-db", "db"), ("db", "db-new"), ("my-db", "my-db-new"), ("db-old", "db"),
  ])
  func findsTheGroup(old: String, new: String) {
    #expect(moves([old], to: [new]) == ["data of \(old) would stay behind"])
  }

  @Test(arguments: [("db", "mydb"), ("db", "queue"), ("cf-db", "kube-db"), ("db", "dbx-y")])
  func isAnotherGroup(old: String, new: String) {
    #expect(moves([old], to: [new]).isEmpty)
  }

  @Test func doesNotGuess() {
    #expect(moves(["db"], to: ["cf-db", "db-new"]).isEmpty)
    #expect(moves(["cf-db", "db-old"], to: ["db"]).isEmpty)
    #expect(moves(["db", "queue"], to: ["cf-db", "queue-new"]).count == 2)
  }

  @Test func wantsTheSameClaims() {
    let plan = PlanSetup.plan(set("db"), to: set("cf-db", claim: "logs"))
    #expect(plan.summaries(.move).isEmpty)
  }
}
