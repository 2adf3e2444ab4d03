import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct RolloutTests {
  private func strategy(_ more: String) -> (Node?, Example) {
    let example = Example(nats(more))
    return (example.field("StatefulSet", "nats-z1", "spec", "updateStrategy"), example)
  }

  @Test func leavesItToKubernetesUnlessAsked() {
    #expect(strategy("").0 == nil)
  }

  @Test(
    arguments: [
      ("{strategy: RollingUpdate}", "{type: RollingUpdate}"), ("{strategy: OnDelete}", "{type: OnDelete}"),
      ("{strategy: Canary}", "{type: RollingUpdate, rollingUpdate: {partition: 1}}"),
      ("{strategy: Canary, instances: 0}", "{type: RollingUpdate, rollingUpdate: {partition: 2}}"),
      ("{strategy: Canary, instances: 5}", "{type: RollingUpdate, rollingUpdate: {partition: 0}}"),
      ("{strategy: RolloutOperator}", "{type: OnDelete}"),
    ])
  func writesTheUpdateStrategy(rollout: String, expected: String) {
    let (strategy, example) = strategy("rollout: \(rollout)")
    #expect(strategy?.sameData(as: .yaml(expected)) == true)
    #expect(example.messages == [])
  }

  @Test func keepsTheUsersStrategyBesideACanary() {
    let (strategy, example) = strategy(
      "rollout: {strategy: Canary}\nstatefulSet: {updateStrategy: {type: RollingUpdate}}")
    #expect(strategy?.sameData(as: .yaml("{type: RollingUpdate, rollingUpdate: {partition: 1}}")) == true)
    #expect(example.messages == [])
  }

  @Test func givesTheRolloutOperatorWhatItReads() {
    let (_, example) = strategy("rollout: {strategy: RolloutOperator, maxUnavailable: 3}")
    #expect(example.field("StatefulSet", "nats-z1", "metadata", "labels", "rollout-group")?.text == "nats")
    #expect(
      example.field("StatefulSet", "nats-z1", "metadata", "annotations", "rollout-max-unavailable")?.text
        == "3")
    #expect(
      example.field("StatefulSet", "nats-z1", "spec", "template", "metadata", "labels", "name")?.text
        == "nats-z1")
    #expect(example.field("Service", "nats", "spec", "selector", "name") == nil)
  }

  @Test func movesOnePodAtATimeByDefault() {
    let (_, example) = strategy("rollout: {strategy: RolloutOperator}")
    #expect(
      example.field("StatefulSet", "nats-z0", "metadata", "annotations", "rollout-max-unavailable")?.text
        == "1")
  }

  @Test(
    arguments: [
      "{strategy: OnDelete, instances: 1}", "{strategy: RolloutOperator, instances: 1}",
      "{strategy: Canary, maxUnavailable: 1}",
    ])
  func refusesSettingsOfOtherStrategies(rollout: String) {
    #expect(strategy("rollout: \(rollout)").1.report.diagnostics.map(\.id) == ["setting-without-use"])
  }

  @Test func refusesARolloutThatMovesNothing() {
    let (_, example) = strategy("rollout: {strategy: RolloutOperator, maxUnavailable: 0}")
    #expect(example.messages == ["error nothing-may-move 21:56"])
  }

  @Test(
    arguments: [
      ("{strategy: RolloutOperator}", "{type: RollingUpdate}"), ("{strategy: Canary}", "{type: OnDelete}"),
      ("{strategy: Canary}", "{rollingUpdate: {partition: 1}}"),
    ])
  func refusesTwoStrategiesThatContradict(rollout: String, own: String) {
    let (_, example) = strategy("rollout: \(rollout)\nstatefulSet: {updateStrategy: \(own)}")
    #expect(example.report.diagnostics.map(\.id) == ["contradicting-rollout"])
    #expect(example.report.diagnostics.first?.position?.line == 22)
  }

  @Test func needsAStrategy() {
    #expect(
      strategy("rollout: {}").1.message("missing-field")?.summary
        == "rollout needs the field \"spec.rollout.strategy\"")
  }

  @Test func passesFieldsOfTheStatefulSetThrough() {
    let example = Example(
      nats(
        """
        statefulSet:
          podManagementPolicy: Parallel
          minReadySeconds: 5
          revisionHistoryLimit: 2
          persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain, whenScaled: Delete}
        """))
    let spec = example.field("StatefulSet", "nats-z0", "spec")
    #expect(spec?["podManagementPolicy"]?.text == "Parallel")
    #expect(spec?["minReadySeconds"]?.text == "5")
    #expect(spec?["revisionHistoryLimit"]?.text == "2")
    #expect(spec?.at("persistentVolumeClaimRetentionPolicy", "whenScaled")?.text == "Delete")
  }

  @Test(arguments: ["replicas: 1", "selector: {}", "template: {}"]) func refusesFieldsOfTheGroupItself(
    field: String
  ) {
    #expect(Example(nats("statefulSet: {\(field)}")).report.diagnostics.map(\.id) == ["unknown-field"])
  }
}
