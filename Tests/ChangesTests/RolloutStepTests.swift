import Resources
import Testing
import YAML

@testable import Changes

@Suite struct RolloutStepTests {
  private typealias Setup = PlanSetup

  /// A StatefulSet of a group, with a number of pods and an image.
  private func set(
    _ zone: Int, _ replicas: Int, image: String = "db:1", metadata: String = "", spec: String = ""
  )
    -> Resource
  {
    let labels = "p/instance-group-name: db, p/az-name: z\(zone), p/az-index: \"\(zone)\""
    return Setup.object(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db-z\(zone), labels: {\(labels)\(metadata.isEmpty ? "" : ", " + metadata)}}
      spec:
        replicas: \(replicas)
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "\(image)"}]}
      """ + (spec.isEmpty ? "" : "\n  " + spec))
  }

  /// Each step in words: `+db-z0-1 ~db-z0-0`.
  private func steps(_ plan: Plan) -> [String] {
    plan.steps.map { step in
      let signs: [RolloutStep.Event: String] = [.added: "+", .removed: "-", .restarts: "~"]
      let words = step.pods.flatMap { pods in
        (pods.names.isEmpty ? [pods.owner.name] : pods.names).map { signs[pods.event, default: "?"] + $0 }
      }
      return (step.wave.map { "\($0): " } ?? "") + words.joined(separator: " ")
    }
  }

  @Test func setsOfAnApplyGoSideBySideFromTheLastPodDown() {
    let plan = Setup.plan(set(0, 4), set(1, 3), to: set(0, 4, image: "db:2"), set(1, 3, image: "db:2"))
    #expect(steps(plan) == ["~db-z0-3 ~db-z1-2", "~db-z0-2 ~db-z1-1", "~db-z0-1 ~db-z1-0", "~db-z0-0"])
  }

  @Test func theNumberOfPodsIsRightBeforeAnyRestarts() {
    let plan = Setup.plan(set(0, 1), to: set(0, 2, image: "db:2"))
    #expect(steps(plan) == ["+db-z0-1", "~db-z0-0"])
    #expect(steps(Setup.plan(set(0, 2), to: set(0, 1))) == ["-db-z0-1"])
  }

  @Test func asManyRestartAtOnceAsTheStrategyAllows() {
    let spec = "updateStrategy: {rollingUpdate: {maxUnavailable: 2}}"
    let plan = Setup.plan(set(0, 3, spec: spec), to: set(0, 3, image: "db:2", spec: spec))
    #expect(steps(plan) == ["~db-z0-2 ~db-z0-1", "~db-z0-0"])
  }

  @Test func whereAQuorumWouldBeLostSetsGoInTurnAsThePlanSays() {
    let plan = Setup.plan(
      set(0, 1), set(1, 1), set(2, 1), to: set(0, 1, image: "db:2"), set(1, 1, image: "db:2"),
      set(2, 1, image: "db:2"))
    #expect(plan.entries.contains { $0.kind == .quorum })
    #expect(steps(plan) == ["~db-z0-0", "~db-z1-0", "~db-z2-0"])
  }

  @Test func theRolloutOperatorTakesOneSetAfterTheOther() {
    func sets(_ image: String) -> [Resource] {
      (0...1).map {
        set($0, 2, image: image, metadata: "rollout-group: db", spec: "updateStrategy: {type: OnDelete}")
      }
    }
    let plan = Plan(old: ResourceSet(sets("db:1")), new: ResourceSet(sets("db:2")))
    #expect(steps(plan) == ["~db-z0-1", "~db-z0-0", "~db-z1-1", "~db-z1-0"])
  }

  @Test func wavesComeOneAfterTheOtherAndWhatIsLeftOverLast() {
    func sets(_ image: String) -> [Resource] {
      (0...1).map { zone in
        var set = set(zone, 2, image: image)
        set.setMetadata(
          "annotations", to: .mapping([Resource.syncWaveAnnotation: .string("\(1 - zone)")]))
        return set
      }
    }
    let plan = Plan(
      old: ResourceSet(sets("db:1") + [set(2, 1)]), new: ResourceSet(sets("db:2")))
    #expect(steps(plan) == ["1: ~db-z1-1", "1: ~db-z1-0", "2: ~db-z0-1", "2: ~db-z0-0", "-db-z2-0"])
  }

  @Test func theOrderOfOthersIsTheirControllers() {
    func web(_ image: String) -> Resource {
      Setup.object(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: "\(image)"}]}
        """)
    }
    #expect(steps(Setup.plan(web("web:1"), to: web("web:2"))) == ["~web"])
    #expect(steps(Setup.plan(web("web:1"), to: web("web:1"))) == [])
  }
}
