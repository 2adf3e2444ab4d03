import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct TopologyTests {
  private func topology(_ spec: String, name: String = "kubecf") -> String {
    """
    apiVersion: zonal/v1alpha1
    kind: Topology
    metadata: {name: \(name)}
    spec: {\(spec)}

    """
  }

  @Test func leavesNothingInTheOutput() {
    let example = Example(
      topology("zones: [{name: z1}]") + "---\n{apiVersion: v1, kind: Service, metadata: {name: a}}")
    #expect(example.names == ["Service/a"])
    #expect(example.messages == [])
  }

  @Test func refusesASecondTopology() {
    let example = Example(topology("") + "---\n" + topology("", name: "other"))
    #expect(example.messages == ["error two-topologies 6:1"])
    #expect(example.message("two-topologies")?.notes.first?.position?.line == 1)
  }

  @Test func asksToQuoteAVersion() {
    let example = Example(topology("kubernetesVersion: 1.30"))
    #expect(example.messages == ["error wrong-type 4:27"])
    #expect(example.message("wrong-type")?.hint == "write it in quotes: \"1.30\"")
  }

  @Test(arguments: ["\"1\"", "newest", "\"1.x\"", "\"1.2.3.4\"", "\"-1.2\""])
  func refusesWhatIsNoVersion(version: String) {
    #expect(
      Example(topology("kubernetesVersion: \(version)")).messages == ["error bad-kubernetes-version 4:27"])
  }

  @Test(arguments: ["\"1.36\"", "v1.36", "\"1.36.2\""]) func readsVersions(version: String) {
    #expect(Example(topology("kubernetesVersion: \(version)")).messages == [])
  }

  @Test func suggestsThePartOfAWorkloadName() {
    let example = Example(topology("workloadName: \"{group}-{zones}\""))
    #expect(example.messages == ["error unknown-placeholder 4:22", "error ambiguous-workload-name 4:22"])
    #expect(example.message("unknown-placeholder")?.hint == "did you mean \"zone\"?")
  }

  @Test(arguments: ["\"{group}\"", "\"z{index}\"", "nats"])
  func refusesWorkloadNamesThatAreNotDistinct(pattern: String) {
    #expect(Example(topology("workloadName: \(pattern)")).messages == ["error ambiguous-workload-name 4:22"])
  }

  @Test(arguments: ["example.org/", "\"\"", "Example.org", "a..b"]) func refusesABadLabelPrefix(
    prefix: String
  ) {
    #expect(Example(topology("labelPrefix: \(prefix)")).messages == ["error bad-label-prefix 4:21"])
  }

  @Test func suggestsTheSourceOfOrdinals() {
    let example = Example(topology("podOrdinalSource: PodNam"))
    #expect(example.messages == ["error unknown-value 4:26"])
    #expect(example.message("unknown-value")?.hint == "did you mean \"PodName\"?")
  }

  @Test func suggestsTheFieldThatWasMeant() {
    let example = Example(topology("zone: [{name: z1}]"))
    #expect(example.messages == ["error unknown-field 4:8"])
    #expect(example.message("unknown-field")?.summary == "\"spec\" has no field \"zone\"")
    #expect(example.message("unknown-field")?.hint == "did you mean \"zones\"?")
  }

  @Test func suggestsTheKindThatWasMeant() {
    let example = Example("{apiVersion: zonal/v1alpha1, kind: InstanceGroups, metadata: {name: a}}")
    #expect(example.messages == ["error unknown-kind 1:36"])
    #expect(example.message("unknown-kind")?.hint == "did you mean \"InstanceGroup\"?")
  }

  @Test func refusesAnotherVersionOfItself() {
    let example = Example("{apiVersion: zonal/v1, kind: Topology, metadata: {name: a}, spec: {}}")
    #expect(example.messages == ["error unknown-version 1:14"])
  }

  @Test func refusesADeploymentThatIsNoLabelValue() {
    #expect(Example(topology("deployment: \"a b\"")).messages == ["error bad-label-value 4:20"])
  }
}
