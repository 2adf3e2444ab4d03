import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct ZoneTests {
  private func group(
    _ zones: String, topology: String? = "zones: [{name: z1}, {name: z2}, {name: z3}]"
  ) -> String {
    let declared = topology.map { spec in
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: kubecf}
      spec: {\(spec)}
      ---

      """
    }
    return (declared ?? "") + """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 1
        zones: \(zones)
        template: {spec: {containers: [{name: nats, image: nats}]}}
      """
  }

  @Test func takesAllZonesOfTheTopologyForAStar() {
    let example = Example(group("[\"*\"]"))
    #expect(
      example.names == ["Service/nats", "StatefulSet/nats-z0", "StatefulSet/nats-z1", "StatefulSet/nats-z2"])
    #expect(example.messages == [])
  }

  @Test func ordersZonesByTheirIndex() {
    let example = Example(group("[z3, z1]"))
    #expect(example.names == ["Service/nats", "StatefulSet/nats-z0", "StatefulSet/nats-z2"])
    let zone = "quarks.cloudfoundry.org/az-name"
    #expect(example.field("StatefulSet", "nats-z0", "metadata", "labels", zone)?.text == "z1")
    #expect(example.field("StatefulSet", "nats-z2", "metadata", "labels", zone)?.text == "z3")
  }

  @Test func namesWorkloadsByThePinnedIndex() {
    let example = Example(group("[a, b]", topology: "zones: [{name: a, index: 7}, {name: b, index: 3}]"))
    #expect(example.names == ["Service/nats", "StatefulSet/nats-z3", "StatefulSet/nats-z7"])
    let env = example.field(
      "StatefulSet", "nats-z7", "spec", "template", "spec", "containers", "0", "env", "0")
    #expect(env?.sameData(as: .yaml("{name: AZ_INDEX, value: '8'}")) == true)
  }

  @Test func takesAZoneForItsNodeLabelValueWithoutATopology() {
    let example = Example(group("[eu-1a]", topology: nil))
    #expect(example.names == ["Service/nats", "StatefulSet/nats-z0"])
    let terms = example.field(
      "StatefulSet", "nats-z0", "spec", "template", "spec", "affinity", "nodeAffinity",
      "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms", "0", "matchExpressions", "0")
    #expect(
      terms?.sameData(as: .yaml("{key: topology.kubernetes.io/zone, operator: In, values: [eu-1a]}")) == true)
  }

  @Test func usesTheTopologysLabelsAndNames() {
    let example = Example(
      group(
        "[a]",
        topology:
          "zoneNodeLabel: rack, labelPrefix: example.org, workloadName: '{group}-zone-{zone}', "
          + "zones: [{name: a, nodeLabelValue: r-1}]"))
    #expect(example.names == ["Service/nats", "StatefulSet/nats-zone-a"])
    #expect(
      example.field("StatefulSet", "nats-zone-a", "metadata", "labels")?.sameData(
        as: .yaml(
          "{example.org/instance-group-name: nats, example.org/az-index: '0', example.org/az-name: a}"))
        == true)
    let text = example.text("StatefulSet", "nats-zone-a") ?? ""
    #expect(text.contains("key: rack") && text.contains("- r-1"))
  }

  @Test(arguments: ["zones: []", "zones:", "{}"]) func isNotZonedWithoutZones(zones: String) {
    let spec = zones == "{}" ? "" : zones
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 2
        \(spec)
        template: {spec: {containers: [{name: nats, image: nats, ports: [{containerPort: 4222}]}]}}
      """)
    #expect(example.names == ["Service/nats", "Service/nats-0", "Service/nats-1", "StatefulSet/nats"])
    #expect(
      example.field("StatefulSet", "nats", "metadata", "labels")?.sameData(
        as: .yaml(
          """
          quarks.cloudfoundry.org/instance-group-name: nats
          quarks.cloudfoundry.org/az-index: "0"
          """)) == true)
    #expect(example.field("StatefulSet", "nats", "metadata", "annotations") == nil)
    let env =
      example.field("StatefulSet", "nats", "spec", "template", "spec", "containers", "0", "env")?.items ?? []
    #expect(
      env.map { $0["name"]?.text } == ["AZ_INDEX", "POD_ORDINAL", "POD_NAME", "POD_NAMESPACE"])
    #expect(env.first?["value"]?.text == "1")
    #expect(
      example.field("StatefulSet", "nats", "spec", "template", "spec", "affinity", "nodeAffinity") == nil)
  }

  @Test func suggestsTheZoneThatWasMeant() {
    let example = Example(group("[z1, zz2]"))
    #expect(example.messages == ["error unknown-zone 11:15"])
    #expect(example.message("unknown-zone")?.hint == "did you mean \"z2\"?")
  }

  @Test func refusesAZoneThatStandsTwiceInAGroup() {
    let example = Example(group("[z1, z1]"))
    #expect(example.messages == ["error duplicate-zone 11:15"])
  }

  @Test func refusesAllZonesWhereNoneAreDeclared() {
    #expect(Example(group("[\"*\"]", topology: nil)).messages == ["error no-zones-declared 6:11"])
    #expect(Example(group("[\"*\"]", topology: "zones: []")).messages == ["error no-zones-declared 11:11"])
  }

  @Test func refusesAStarBesideOtherZones() {
    #expect(Example(group("[z1, \"*\"]")).messages == ["error zones-beside-all 11:15"])
  }

  @Test func refusesAZoneDeclaredTwice() {
    let example = Example(group("[z1]", topology: "zones: [{name: z1}, {name: z1}]"))
    #expect(example.messages == ["error duplicate-zone 4:35"])
    #expect(example.message("duplicate-zone")?.notes.first?.position?.column == 23)
  }

  @Test func refusesTwoZonesWithOneIndex() {
    let example = Example(group("[z1]", topology: "zones: [{name: z1}, {name: z2, index: 0}]"))
    #expect(example.messages == ["error duplicate-zone-index 4:46"])
    #expect(example.message("duplicate-zone-index")?.hint == "give one of them \"index: 1\"")
  }

  @Test func refusesAZoneNameThatIsNoLabelValue() {
    #expect(Example(group("[eu west]", topology: nil)).messages.first == "error bad-label-value 6:11")
  }
}
