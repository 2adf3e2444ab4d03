import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct InstanceCountsTests {
  private func counts(_ example: Example) -> [Int] {
    example.resources.filter { $0.gvk.kind == "StatefulSet" }
      .compactMap { $0.object.at("spec", "replicas")?.text.flatMap(Int.init) }
  }

  private func group(_ instances: Int, _ more: String) -> String {
    """
    apiVersion: zonal/v1alpha1
    kind: InstanceGroup
    metadata: {name: nats}
    spec:
      instances: \(instances)
      zones: [z1, z2, z3]
      \(more)
      template: {spec: {containers: [{name: nats, image: nats}]}}
    """
  }

  @Test func givesEachZoneTheNumber() {
    #expect(counts(Example(group(2, ""))) == [2, 2, 2])
  }

  @Test(arguments: [(8, [3, 3, 2]), (3, [1, 1, 1]), (2, [1, 1, 0]), (0, [0, 0, 0]), (7, [3, 2, 2])])
  func spreadsATotalEvenly(total: Int, expected: [Int]) {
    #expect(counts(Example(group(total, "instancesPolicy: Total"))) == expected)
  }

  @Test func givesAZoneItsOwnNumber() {
    #expect(counts(Example(group(2, "zoneOverrides: {z2: {instances: 5}}"))) == [2, 5, 2])
  }

  @Test func spreadsWhatIsNotPinned() {
    let example = Example(group(8, "instancesPolicy: Total\n  zoneOverrides: {z1: {instances: 1}}"))
    #expect(counts(example) == [1, 4, 3])
    #expect(example.messages == [])
  }

  @Test func refusesMoreThanTheTotal() {
    let example = Example(group(2, "instancesPolicy: Total\n  zoneOverrides: {z2: {instances: 3}}"))
    #expect(example.messages == ["error bad-distribution 8:35"])
    #expect(example.message("bad-distribution")?.hint == "give the zones 1 fewer, or set \"instances: 3\"")
  }

  @Test func refusesFewerThanTheTotalWhenAllZonesArePinned() {
    let pins = "{z1: {instances: 1}, z2: {instances: 1}, z3: {instances: 1}}"
    let example = Example(group(5, "instancesPolicy: Total\n  zoneOverrides: \(pins)"))
    #expect(
      example.message("bad-distribution")?.hint == "leave a zone without a number, or set \"instances: 3\"")
  }

  @Test func keepsTheStatefulSetOfADrainedZone() {
    let example = Example(group(2, "zoneOverrides: {z3: {instances: 0}}"))
    #expect(counts(example) == [2, 2, 0])
    #expect(example.names.contains("StatefulSet/nats-z2"))
  }

  @Test func suggestsTheZoneToOverride() {
    let example = Example(group(2, "zoneOverrides: {z4: {instances: 0}}"))
    #expect(example.messages == ["error unknown-zone 7:19"])
    #expect(example.message("unknown-zone")?.hint == "did you mean \"z1\" or \"z2\" or \"z3\"?")
  }

  @Test func refusesANegativeNumber() {
    #expect(Example(group(-1, "")).messages == ["error negative-number 5:14"])
  }
}
