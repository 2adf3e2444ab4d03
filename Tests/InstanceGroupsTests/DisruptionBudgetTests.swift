import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct DisruptionBudgetTests {
  private func budget(_ settings: String, version: String = "1.32") -> Example {
    Example(nats("disruptionBudget: \(settings)", topology: "kubernetesVersion: \"\(version)\""))
  }

  @Test func writesOneBudgetOverAllZones() {
    #expect(
      budget("{maxUnavailable: 1}").text("PodDisruptionBudget", "nats") == """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          labels:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
          name: nats
        spec:
          maxUnavailable: 1
          selector:
            matchLabels:
              quarks.cloudfoundry.org/deployment-name: kubecf
              quarks.cloudfoundry.org/instance-group-name: nats
          unhealthyPodEvictionPolicy: AlwaysAllow

        """)
  }

  @Test func evictsUnhealthyPodsWhereTheServerKnowsHow() {
    let field = { (version: String) in
      budget("{minAvailable: 50%}", version: version).field(
        "PodDisruptionBudget", "nats", "spec", "unhealthyPodEvictionPolicy")
    }
    #expect(field("1.31")?.text == "AlwaysAllow")
    #expect(field("1.30") == nil)
  }

  @Test func takesPercentages() {
    let example = budget("{minAvailable: 50%}")
    #expect(example.field("PodDisruptionBudget", "nats", "spec", "minAvailable")?.string == "50%")
    #expect(example.messages == [])
  }

  @Test(
    arguments: [("2", "{maxUnavailable: 2}"), ("50%", "{maxUnavailablePercentage: 50}")])
  func writesGrafanasBudget(amount: String, expected: String) {
    let example = budget("{kind: ZoneAware, maxUnavailable: \(amount)}")
    #expect(example.resource("PodDisruptionBudget", "nats") == nil)
    var spec = example.field("ZoneAwarePodDisruptionBudget", "nats", "spec")?.mapping ?? Mapping()
    #expect(
      spec["selector"]?.sameData(
        as: .yaml(
          """
          matchLabels:
            quarks.cloudfoundry.org/deployment-name: kubecf
            quarks.cloudfoundry.org/instance-group-name: nats
          """)) == true)
    spec["selector"] = nil
    #expect(Node.mapping(spec).sameData(as: .yaml(expected)))
  }

  @Test(
    arguments: [
      ("{}", "empty-budget"), ("{maxUnavailable: 1, minAvailable: 1}", "contradicting-budget"),
      ("{kind: ZoneAware, minAvailable: 1}", "setting-without-use"), ("{maxUnavailable: some}", "bad-amount"),
      ("{maxUnavailable: 101%}", "bad-amount"), ("{maxUnavailable: -1}", "negative-number"),
      ("{kind: Zoneaware, maxUnavailable: 1}", "unknown-value"),
    ])
  func refusesWhatIsNoBudget(settings: String, id: String) {
    let example = budget(settings)
    #expect(example.report.diagnostics.first?.id == id)
    #expect(example.report.diagnostics.first?.position?.line == 21)
  }
}
