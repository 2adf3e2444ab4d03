import Resources
import Testing
import YAML

@testable import Changes

@Suite struct PlanBudgetCoverageTests {
  private func set(_ name: String, namespace: String = "prod", labels: String) -> Resource {
    PlanSetup.object(
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: \(name), namespace: \(namespace)}, spec: {template: {metadata: {labels: \(labels)}}}}"
    )
  }

  private func covered(_ selector: String) -> [String] {
    let sets = [
      set("api", labels: "{app: api, tier: back}"), set("db", labels: "{app: db, tier: back}"),
      set("web", labels: "{app: web}"), set("db", namespace: "test", labels: "{app: db, tier: back}"),
    ]
    let input = PlanInput(old: ResourceSet(), new: ResourceSet(sets), applying: "")
    let budget = PlanSetup.object(
      "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b, namespace: prod}, spec: \(selector)}"
    )
    return BudgetCoverage(input.groups).groups(of: budget).flatMap(\.sets).compactMap(\.resource?.name)
  }

  @Test func coversWhatHasAllLabels() {
    #expect(covered("{selector: {matchLabels: {tier: back}}}") == ["api", "db"])
    #expect(covered("{selector: {matchLabels: {tier: back, app: db}}}") == ["db"])
    #expect(covered("{selector: {matchLabels: {tier: back, app: web}}}") == [])
    #expect(covered("{selector: {matchLabels: {tier: none}}}") == [])
  }

  @Test func asksAllWithoutLabels() {
    #expect(covered("{selector: {}}") == ["api", "db", "web"])
    #expect(
      covered("{selector: {matchExpressions: [{key: tier, operator: DoesNotExist}]}}") == ["web"])
  }

  @Test func coversNothingWithoutASelector() {
    #expect(covered("{maxUnavailable: 1}") == [])
  }
}
