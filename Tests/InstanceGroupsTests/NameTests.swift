import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct NameTests {
  @Test func lowersLettersAndWritesDashesForUnderscores() {
    let example = Example(nats(topology: nil, name: "NATS_Server"))
    #expect(example.names.contains("StatefulSet/nats-server-z0"))
    #expect(example.messages == ["warning name-changed 3:18"])
    #expect(example.message("name-changed")?.hint == "write \"nats-server\"")
  }

  @Test func dropsWhatANameCannotHave() {
    let example = Example(nats(topology: nil, name: "-nats.é1-"))
    #expect(example.names.contains("Service/nats1"))
    #expect(example.messages == ["warning name-changed 3:18"])
  }

  @Test func refusesANameOfNothing() {
    #expect(Example(nats(topology: nil, name: "\"__\"")).messages.contains("error bad-name 3:18"))
  }

  @Test func refusesAServiceNameThatBeginsWithADigit() {
    let example = Example(nats(topology: nil, name: "3scale"))
    #expect(example.messages == ["error bad-service-name 3:18"])
  }

  @Test func saysByHowMuchAStatefulSetNameIsTooLong() {
    let longest = String(repeating: "n", count: 49)
    #expect(Example(nats(topology: nil, name: longest)).messages == [])
    let example = Example(nats(topology: nil, name: longest + "ab"))
    #expect(example.messages == ["error name-too-long 3:18", "error name-too-long 3:18"])
    #expect(
      example.message("name-too-long")?.summary
        == "the StatefulSet name \"\(longest)ab-z0\" is 2 characters too long")
  }

  @Test func saysByHowMuchAServiceNameIsTooLong() {
    let name = String(repeating: "n", count: 64)
    let example = Example(nats("services: {aggregate: [{name: \(name), headless: true}]}"))
    #expect(
      example.message("name-too-long")?.summary == "the Service name \"\(name)\" is 1 character too long")
  }

  @Test func refusesZonesWhoseNamesBecomeEqual() {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {workloadName: "{group}-{zone}", zones: [{name: a_b}, {name: a-b}]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec: {instances: 1, zones: ["*"], template: {spec: {containers: [{name: a, image: a}]}}}
      """)
    #expect(example.messages.contains("error name-taken 8:18"))
  }

  @Test func cutsTheNamesOfQuarksServices() {
    // MD5 of the 54 letters, as `md5sum` gives it.
    let name = String(repeating: "a", count: 54)
    let id = ResourceID(gvk: .init(apiVersion: "zonal/v1alpha1", kind: "InstanceGroup"), name: name)
    let example = Example(nats(topology: nil, name: name), options: .init(quarksGroups: [id]))
    let services = example.names.filter { $0.hasSuffix("-z0-0") }
    #expect(services == ["Service/aaaaaaaaaaaaaaaaaaaa-eced9e0b81ef2bba605cbc5e2e76a1d0-z0-0"])
  }

  // MARK: - Earlier names

  /// What `namePrefix` and `nameSuffix` of a layer leave behind.
  private func renamed(_ set: inout ResourceSet) {
    for index in set.resources.indices where set.resources[index].gvk.kind == "InstanceGroup" {
      let name = set.resources[index].name
      set.resources[index].rename(to: "prod-\(name)")
      set.resources[index].prefixes.append("prod-")
      set.resources[index].rename(to: "prod-\(name)-b")
      set.resources[index].suffixes.append("-b")
    }
  }

  private func earlier(_ example: Example, _ kind: String, _ name: String) -> [String] {
    example.resource(kind, name)?.earlier.map { "\($0.gvk.kind)/\($0.name)" } ?? ["not there"]
  }

  @Test func remembersWhatObjectsWereCalledBeforeAPrefix() {
    let example = Example(nats("disruptionBudget: {maxUnavailable: 1}"), change: renamed)
    #expect(earlier(example, "Service", "prod-nats-b") == ["Service/nats", "Service/prod-nats"])
    #expect(
      earlier(example, "Service", "prod-nats-b-z0-1") == ["Service/nats-z0-1", "Service/prod-nats-z0-1"])
    #expect(
      earlier(example, "StatefulSet", "prod-nats-b-z1") == [
        "StatefulSet/nats-z1", "StatefulSet/prod-nats-z1",
      ])
    #expect(
      earlier(example, "PodDisruptionBudget", "prod-nats-b")
        == ["PodDisruptionBudget/nats", "PodDisruptionBudget/prod-nats"])
    #expect(example.resource("Service", "prod-nats-b")?.prefixes == ["prod-"])
    #expect(example.resource("Service", "prod-nats-b-z0-1")?.suffixes == ["-b"])
  }

  @Test func renamesAggregatesThatAreWrittenOut() {
    let example = Example(
      nats(
        "services: {perInstance: {enabled: false}, aggregate: [{name: peers, headless: true}, {name: nats-ready}]}"
      ),
      change: renamed)
    #expect(example.names.prefix(2) == ["Service/prod-peers-b", "Service/prod-nats-ready-b"])
    #expect(earlier(example, "Service", "prod-peers-b") == ["Service/peers", "Service/prod-peers"])
    #expect(example.field("StatefulSet", "prod-nats-b-z0", "spec", "serviceName")?.text == "prod-peers-b")
  }

  @Test func labelsWithTheNameOfTheLastLayer() {
    let example = Example(nats(), change: renamed)
    let key = "quarks.cloudfoundry.org/instance-group-name"
    #expect(example.field("Service", "prod-nats-b", "spec", "selector", key)?.text == "prod-nats-b")
  }

  @Test func putsEverythingIntoTheNamespaceOfTheGroup() {
    let example = Example(nats(topology: nil, name: "nats, namespace: cf"))
    #expect(example.resources.allSatisfy { $0.namespace == "cf" })
    #expect(!example.resources.isEmpty)
  }
}
