import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct PlaceholderTests {
  private func args(_ text: String, zones: String = "[z1]") -> (String?, Example) {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {zones: [{name: z1, index: 4, nodeLabelValue: eu-1a}]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        zones: \(zones)
        template: {spec: {containers: [{name: db, args: ["\(text)"]}]}}
      """)
    let name = zones == "[]" ? "db" : "db-z4"
    let node = example.field("StatefulSet", name, "spec", "template", "spec", "containers", "0", "args", "0")
    return (node?.text, example)
  }

  @Test(
    arguments: [
      ("$(zone.name)", "z1"), ("$(zone.index)", "4"), ("a-$(zone.nodeLabelValue)-b", "a-eu-1a-b"),
      ("$(workload.name).$(group.name)", "db-z4.db"), ("$(POD_NAME)", "$(POD_NAME)"),
      ("$$(zone.name)", "$$(zone.name)"), ("$$$(zone.name)", "$$z1"), ("$(zone.name", "$(zone.name"),
      ("$", "$"), ("$(", "$("), ("é$(zone.name)é", "éz1é"), ("$($(zone.name))", "$(z1)"),
      ("$(zones.name)", "$(zones.name)"),
    ])
  func replaces(text: String, expected: String) {
    let (value, example) = args(text)
    #expect(value == expected)
    #expect(example.messages == [])
  }

  @Test func suggestsThePlaceholderThatWasMeant() {
    let (_, example) = args("x $(zone.nam)")
    #expect(example.messages == ["error unknown-placeholder 12:52"])
    #expect(example.message("unknown-placeholder")?.hint == "did you mean \"zone.name\"?")
  }

  @Test(arguments: ["$(workload.zone)", "$(group.)", "$(zone.)"]) func refusesUnknownOnes(text: String) {
    #expect(args(text).1.report.diagnostics.map(\.id) == ["unknown-placeholder"])
  }

  @Test func refusesAZoneWhereThereIsNone() {
    let (_, example) = args("$(zone.name)", zones: "[]")
    #expect(example.messages == ["error placeholder-without-value 12:52"])
    #expect(
      example.message("placeholder-without-value")?.hint
        == "the placeholders here are $(group.name), $(workload.name)")
  }

  @Test func reachesClaimsAndStatefulSetFields() {
    let example = Example(
      nats(
        """
        statefulSet: {metadata: {annotations: {zone: $(zone.name)}}}
        volumeClaimTemplates: [{metadata: {name: data}, spec: {selector: {matchLabels: {zone: $(zone.name)}}}}]
        """))
    #expect(example.field("StatefulSet", "nats-z1", "metadata", "annotations", "zone")?.text == "z2")
    #expect(
      example.field(
        "StatefulSet", "nats-z1", "spec", "volumeClaimTemplates", "0", "spec", "selector", "matchLabels",
        "zone")?
        .text == "z2")
  }

  @Test func refusesAZoneInWhatAllZonesShare() {
    let example = Example(
      nats("services: {aggregate: [{name: nats, headless: true, annotations: {zone: $(zone.name)}}]}"))
    #expect(example.report.diagnostics.map(\.id) == ["placeholder-without-value"])
  }

  @Test func keepsThePositionOfTheText() {
    let (_, example) = args("$(zone.name)")
    let node = example.field(
      "StatefulSet", "db-z4", "spec", "template", "spec", "containers", "0", "args", "0")
    #expect(node?.position == Position(file: 1, line: 12, column: 52))
  }
}
