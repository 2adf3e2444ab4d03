import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct SurvivalTests {
  /// A group with these numbers in the zones z1, z2, …; the Topology has as many more as `spare` says.
  private func group(_ counts: [Int], _ survive: String, spare: Int = 0) -> Example {
    let zones = (1...max(1, counts.count + spare)).map { "{name: z\($0)}" }.joined(separator: ", ")
    let own = counts.indices.map { "z\($0 + 1)" }.joined(separator: ", ")
    let overrides = counts.enumerated().map { "z\($0 + 1): {instances: \($1)}" }.joined(separator: ", ")
    return Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {zones: [\(zones)]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        zones: [\(own)]
        zoneOverrides: {\(overrides)}
        survive: \(survive)
        template: {spec: {containers: [{name: db}]}}
      """)
  }

  @Test(
    arguments: [
      ([1, 1, 1], "{zones: 1, quorum: Majority}"), ([2, 2, 1], "{}"), ([1, 0, 1], "{quorum: Any}"),
      ([3, 3], "{quorum: 3}"), ([1, 1, 1, 1, 1], "{zones: 2}"), ([2, 1], "{zones: 0}"),
    ])
  func holds(counts: [Int], survive: String) {
    #expect(group(counts, survive).messages == [])
  }

  @Test(
    arguments: [
      ([2, 1, 1], "{}", "add 1 instance in z2"), ([2, 2, 0], "{}", "add 1 instance in z3"),
      ([3, 1, 1], "{}", "add 1 instance in z2 and 1 instance in z3"),
      ([3, 0], "{quorum: 2}", "add 2 instances in z2"), ([2, 0], "{quorum: Any}", "add 1 instance in z2"),
      ([4, 1], "{quorum: 3}", "add 2 instances in z2"),
      ([0, 0], "{quorum: 1}", "add 1 instance in z1 and 1 instance in z2"),
      (
        [1, 1, 1], "{zones: 2}", "no number of instances in these zones is enough: the group needs more zones"
      ),
      ([2, 2], "{}", "no number of instances in these zones is enough: the group needs more zones"),
      ([2], "{quorum: Any}", "no number of instances in these zones is enough: the group needs more zones"),
    ])
  func namesTheSmallestChange(counts: [Int], survive: String, remedy: String) {
    let example = group(counts, survive)
    #expect(example.messages == ["error zone-loss 13:12"])
    #expect(example.message("zone-loss")?.hint == remedy)
  }

  @Test(
    arguments: [
      (3, "z1, z2", "add z3 to spec.zones"), (1, "z1, z2, z3", "set \"instances: 3\""),
      (1, "z1, z2", "set \"instances: 3\", and add z3 to spec.zones"),
    ])
  func changesTheTotalWhereThatIsWhatTheGroupSays(instances: Int, zones: String, remedy: String) {
    let example = Example(
      """
      apiVersion: zonal/v1alpha1
      kind: Topology
      metadata: {name: t}
      spec: {zones: [{name: z1}, {name: z2}, {name: z3}]}
      ---
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: \(instances)
        instancesPolicy: Total
        zones: [\(zones)]
        survive: {}
        template: {spec: {containers: [{name: db}]}}
      """)
    #expect(example.message("zone-loss")?.hint == remedy)
  }

  @Test func findsAnotherZoneOfTheTopology() {
    #expect(
      group([2, 2], "{}", spare: 1).message("zone-loss")?.hint
        == "add 1 instance in z3 (and z3 to spec.zones)")
    #expect(
      group([2, 1, 1], "{}", spare: 1).message("zone-loss")?.hint == "add 1 instance in z2")
  }

  @Test func namesTheZoneWhoseLossBreaksTheGroup() {
    let example = group([1, 3, 1], "{}")
    #expect(example.message("zone-loss")?.summary == "the group \"db\" does not survive the loss of \"z2\"")
    #expect(
      example.message("zone-loss")?.notes.first?.text == "2 of 5 instances would be left, but 3 are needed")
  }

  @Test func namesSeveralZones() {
    let example = group([1, 3, 2, 1, 0], "{zones: 2}")
    #expect(
      example.message("zone-loss")?.summary
        == "the group \"db\" does not survive the loss of \"z2\" and \"z3\"")
  }

  @Test func refusesAPromiseWithoutZones() {
    let example = group([], "{}")
    #expect(example.messages == ["error survival-without-zones 13:12"])
  }

  @Test func saysNothingOfAPromiseWhoseZonesAreUnknown() {
    let example = group([1], "{}")
    #expect(example.report.diagnostics.map(\.id) == ["zone-loss"])
    let unknown = Example(
      nats("survive: {}").split(separator: "\n").map {
        $0 == "  zones: [z1, z2]" ? "  zones: [z8]" : String($0)
      }.joined(separator: "\n"))
    #expect(unknown.report.diagnostics.map(\.id) == ["unknown-zone"])
  }

  @Test func suggestsTheQuorum() {
    #expect(
      group([1, 1, 1], "{quorum: majority}").message("unknown-value")?.hint == "did you mean \"Majority\"?")
  }
}
