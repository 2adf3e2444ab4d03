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
    return BudgetCoverage(input.groups).covered(by: budget).sets.compactMap(\.resource?.name)
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

  /// As many budgets over as many StatefulSets would list their product.
  @Test func listsSomeOfVeryManySets() {
    func side(_ image: String) -> ResourceSet {
      let budgets = ["a", "b"].map { name in
        PlanSetup.object(
          "{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: \(name)}, spec: {maxUnavailable: 1, selector: {matchLabels: {a: b}}}}"
        )
      }
      let sets = (0..<120).map { number in
        PlanSetup.object(
          "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s\(number)}, spec: {replicas: 2, selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {containers: [{name: c, image: \(image)}]}}}}"
        )
      }
      return ResourceSet(budgets + sets)
    }
    let entries = Plan(old: side("i:1"), new: side("i:2")).entries.filter { $0.kind == .budget }
    #expect(entries.count == 2)
    for entry in entries {
      #expect(entry.summary.hasSuffix("allows 1 of 240 pods to be missing, and 120 are"))
      #expect(entry.objects.count == 101)
      #expect(entry.notes.contains("20 more StatefulSets are under it, which are not listed"))
    }
  }

  @Test func tellsNamespacesAndSelectorsApart() {
    #expect(covered("{selector: {matchLabels: {app: db}}}") == ["db"])
    let keys = [
      "{matchLabels: {a: b}}", "{matchLabels: {a: c}}", "{matchLabels: {a: b, c: d}}", "{}",
      "{matchExpressions: [{key: a, operator: NotIn, values: [b]}]}",
      "{matchExpressions: [{key: a, operator: In, values: [b, c]}]}",
      "{matchExpressions: [{key: a, operator: Exists}]}",
      "{matchExpressions: [{key: a, operator: DoesNotExist}]}",
    ].map { text in
      PodSelector(PlanSetup.object("{kind: A, metadata: {name: a}, spec: \(text)}").object["spec"])?.key
    }
    #expect(Set(keys).count == keys.count)
  }
}
