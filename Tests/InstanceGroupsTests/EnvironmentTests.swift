import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct EnvironmentTests {
  private func group(_ containers: String, _ more: String = "", topology: String? = nil) -> Example {
    let declared = topology.map {
      "{apiVersion: zonal/v1alpha1, kind: Topology, metadata: {name: t}, spec: {\($0)}}\n---\n"
    }
    return Example(
      (declared ?? "") + """
        apiVersion: zonal/v1alpha1
        kind: InstanceGroup
        metadata: {name: db}
        spec:
          instances: 3
          \(more)
          template:
            spec:
        \(containers)
        """)
  }

  private func env(_ example: Example, _ list: String = "containers", _ index: String = "0") -> [Node] {
    example.field("StatefulSet", "db", "spec", "template", "spec", list, index, "env")?.items ?? []
  }

  private func names(_ env: [Node]) -> [String?] { env.map { $0["name"]?.text } }

  @Test func reachesEveryContainerAndInitContainer() {
    let example = group(
      """
            containers: [{name: a}, {name: b}]
            initContainers: [{name: c}]
      """)
    #expect(names(env(example, "containers", "1")).contains("POD_ORDINAL"))
    #expect(names(env(example, "initContainers", "0")).contains("POD_NAME"))
    // Scaling would restart every pod.
    #expect(!names(env(example)).contains("REPLICAS"))
  }

  /// A variable can refer to those before it: `PEERS: $(REPLICAS)`.
  @Test func standsBeforeTheUsersVariables() {
    let example = group("      containers: [{name: a, env: [{name: PEERS, value: $(REPLICAS)}]}]")
    #expect(names(env(example)).last == "PEERS")
    #expect(env(example).last?["value"]?.text == "$(REPLICAS)")
  }

  @Test func replacesAnotherValueWithAWarning() {
    let example = group(
      "      containers: [{name: a, env: [{name: A, value: b}, {name: REPLICAS, value: \"7\"}]}]",
      "environment: {replicas: true}")
    #expect(env(example).last?.sameData(as: .yaml("{name: REPLICAS, value: '3'}")) == true)
    #expect(names(env(example)).count { $0 == "REPLICAS" } == 1)
    #expect(example.messages == ["warning variable-replaced 9:57"])
    let own = group("      containers: [{name: a, env: [{name: REPLICAS, value: \"7\"}]}]")
    #expect(env(own).last?["value"]?.text == "7")
    #expect(own.messages == [])
  }

  @Test func keepsTheSameValueWithoutAWord() {
    let example = group(
      "      containers: [{name: a, env: [{name: REPLICAS, value: \"3\"}]}]", "environment: {replicas: true}")
    #expect(example.messages == [])
    #expect(names(env(example)).count { $0 == "REPLICAS" } == 1)
  }

  @Test func leavesOutWhatIsTurnedOff() {
    let example = group("      containers: [{name: a}]", "environment: {zone: false, podOrdinal: false}")
    #expect(names(env(example)) == ["POD_NAME", "POD_NAMESPACE"])
  }

  @Test func takesTheOrdinalFromOurOwnLabel() {
    let example = group(
      "      containers: [{name: a}]", topology: "podOrdinalSource: Label, kubernetesVersion: \"1.36\"")
    let ordinal = env(example).first { $0["name"]?.text == "POD_ORDINAL" }
    #expect(
      ordinal?.at("valueFrom", "fieldRef", "fieldPath")?.text
        == "metadata.labels['quarks.cloudfoundry.org/pod-ordinal']")
  }

  @Test func warnsWhereNothingTellsThePodItsOrdinal() {
    let example = group(
      "      containers: [{name: a}]", topology: "podOrdinalSource: PodName, kubernetesVersion: \"1.27\"")
    #expect(!names(env(example)).contains("POD_ORDINAL"))
    #expect(example.messages == ["warning no-pod-ordinal 3:1"])
  }

  @Test func refusesAnOrdinalThatWasAskedForAndCannotBe() {
    let example = group(
      "      containers: [{name: a}]", "environment: {podOrdinal: true}",
      topology: "podOrdinalSource: PodName, kubernetesVersion: \"1.27\"")
    #expect(example.report.diagnostics.map(\.id) == ["too-new-for-server"])
  }

  @Test func reportsAnEnvironmentThatIsNoSequence() {
    let example = group("      containers: [{name: a, env: {A: b}}]")
    #expect(
      example.report.diagnostics.map(\.summary)
        == ["\"spec.template.spec.containers[0].env\" must be a sequence, not a mapping"])
  }
}
