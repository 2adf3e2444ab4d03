import Machine
import Pipeline
import Testing

/// Whatever a group is told that builds, nothing that it generates is a finding.
@Suite struct GeneratedGroupsTests {
  /// 40 sets of 25 groups.
  @Test(arguments: 0..<40) func haveNoFindings(seed: Int) throws {
    var groups = GroupGenerator(seed: UInt64(seed))
    let tree = try TemporaryDirectory()
    defer { tree.remove() }
    let texts = (0..<25).map { groups.group(named: "g\($0)") }
    try tree.write([
      ("kustomization.yaml", Array("resources: [topology.yaml, groups.yaml]\n".utf8)),
      ("topology.yaml", Array(groups.topology.utf8)),
      ("groups.yaml", Array(texts.joined(separator: "---\n").utf8)),
    ])
    let check = Check([tree.path], options: Check.Options())
    #expect(check.text(.text) == "", "\(texts.joined(separator: "---\n"))")
    #expect(check.exitCode == 0)
  }

  /// Not that the check sees nothing of them.
  @Test func areLookedAt() throws {
    var groups = GroupGenerator(seed: 1)
    let tree = try TemporaryDirectory()
    defer { tree.remove() }
    try tree.write([
      ("kustomization.yaml", Array("resources: [topology.yaml, groups.yaml]\n".utf8)),
      ("topology.yaml", Array(groups.topology.utf8)),
      (
        "groups.yaml", Array(groups.group(named: "g").replacing("image: web:1", with: "image: web").utf8)
      ),
    ])
    #expect(Check([tree.path], options: Check.Options()).text(.text).contains("[missing-image-tag]"))
  }
}

/// Groups of random settings that belong together; the same of one seed.
private struct GroupGenerator {
  private var state: UInt64
  private let zones: Int
  private let server: String

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    zones = 2 + Int(seed % 3)
    server = ["1.31", "1.33", "1.35", "1.36"][Int(seed % 4)]
  }

  var topology: String {
    let list = (1...zones).map { "{name: z\($0), storageClassName: disk-z\($0)}" }.joined(separator: ", ")
    return """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: zones}
      spec: {deployment: shop, kubernetesVersion: "\(server)", zones: [\(list)]}

      """
  }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }

  private mutating func one(of texts: [String]) -> String { texts[Int(next() % UInt64(texts.count))] }

  private mutating func maybe(_ texts: String...) -> [String] { next() % 2 == 0 ? [one(of: texts)] : [] }

  mutating func group(named name: String) -> String {
    let isDeployment = next() % 5 == 0
    var lines = ["instances: \(1 + next() % 4)", "zones: [\"*\"]"]
    lines += maybe("placement: {hostAntiAffinity: Preferred}", "placement: {zoneAffinity: Preferred}")
    lines += maybe("selectorLabels: {tier: \(name)}", "deployment: other")
    lines += maybe("survive: {zones: 1, quorum: Any}")
    lines += maybe(
      "ports: [{name: http, port: 80, targetPort: http}]",
      "ports: [{name: peer, port: 7000, protocol: UDP}]")
    lines += maybe(
      "disruptionBudget: {maxUnavailable: 1}", "disruptionBudget: {maxUnavailable: 34%}",
      "disruptionBudget: {minAvailable: 1}")
    lines += isDeployment ? settingsOfDeployment() : settingsOfStatefulSet(name)
    let pod = maybe(
      "args: [\"--zone=$(zone.name)\"]", "env: [{name: ME, value: \"$(group.name)\"}]",
      "readinessProbe: {httpGet: {path: /, port: http}}")
    return """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: \(name)}
      spec:
      \(lines.map { "  \($0)\n" }.joined())\
        template:
          spec:
            containers:
            - name: main
              image: web:1
              ports: [{name: http, containerPort: 8080}]
      \(pod.map { "        \($0)\n" }.joined())
      """
  }

  private mutating func settingsOfDeployment() -> [String] {
    ["workload: Deployment"]
      + maybe("environment: None", "environment: {zone: true, pod: true}")
      + maybe("services: {perZone: {enabled: true}}")
  }

  private mutating func settingsOfStatefulSet(_ name: String) -> [String] {
    maybe("environment: None", "environment: {zone: true, podOrdinal: true, pod: true}", "quarks: true")
      + maybe("instanceTable: {configMap: true}", "podLabels: Generated")
      + maybe(
        "services: {perInstance: {enabled: false}}", "services: {perZone: {enabled: true}}",
        "services: {aggregate: [{name: \(name), headless: true}, {name: \(name)-clients}]}",
        "services: {perInstance: {type: Headless}}",
        "services: {perZone: {enabled: true, spec: {trafficDistribution: PreferClose}}}")
      + maybe(
        "rollout: {strategy: OnDelete}", "rollout: {strategy: Canary}",
        "rollout: {strategy: RolloutOperator}", "statefulSet: {podManagementPolicy: Parallel}",
        "statefulSet: {minReadySeconds: 5}")
      + maybe("ordinals: {stride: 100}", "activePassive: true")
      + maybe(
        "volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]"
      )
  }
}
