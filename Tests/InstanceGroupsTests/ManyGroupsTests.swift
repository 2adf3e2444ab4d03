import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

/// Many groups are made side by side, and nothing shows it.
@Suite struct ManyGroupsTests {
  private static func group(_ number: Int, _ more: String = "") -> String {
    nats(more, topology: number == 0 ? "" : nil, name: "group-\(number)")
  }

  private static func text(_ groups: [String]) -> String { groups.joined(separator: "---\n") }

  @Test func comeInTheirOrder() {
    let apart = (0..<20).flatMap {
      Example(Self.text([Self.group(0), Self.group($0)])).resources.map(\.object)
    }
    let together = Example(Self.text((0..<20).map { Self.group($0) }))
    #expect(!together.report.hasErrors)
    let sets = together.resources.filter { $0.gvk.kind == "StatefulSet" }.map(\.name)
    #expect(sets == (0..<20).flatMap { ["group-\($0)-z0", "group-\($0)-z1"] })
    #expect(together.resources.allSatisfy { object in apart.contains { $0.sameData(as: object.object) } })
  }

  /// Some mistakes are found while a group is decided, others when its objects are made or patched.
  @Test func sayWhatIsWrongInTheirOrder() {
    let mistakes = [
      "ports: [{name: a, port: 1}, {name: a, port: 2}]", "zoneOverrides: {z9: {instances: 1}}",
      "patches: [{target: {kind: Job}, patch: \"a: 1\"}]", "workloadName: \"{nope}\"",
    ]
    let groups = (0..<12).map { Self.group($0, $0 < 4 ? "" : mistakes[$0 % 4]) }
    let found = Example(Self.text(groups)).report.diagnostics
    #expect(found.count >= 4)
    #expect(found.compactMap(\.position).map(\.line) == found.compactMap(\.position).map(\.line).sorted())
  }

  @Test func areTooManyTogether() {
    let groups = (0..<8).map { Self.group($0).replacingInstances(1_000_000) }
    let example = Example(Self.text(groups))
    #expect(example.report.diagnostics.allSatisfy { $0.id == "too-many-instances" })
    #expect(example.resources.isEmpty)
  }

  @Test func takeNoMoreRoomThanThereIs() {
    let report = Report()
    let documents = (0..<8).map { number in
      Node.yaml(
        nats(
          "lists: {all: {each: \"\(String(repeating: "x", count: 20_000))\"}}", topology: nil,
          name: "g\(number)"))
    }
    var set = ResourceSet(documents.map { Resource(object: $0) })
    Expansion(report: report, files: SourceFiles(growthLimit: 100)).expand(&set)
    #expect(report.diagnostics.map(\.id) == [Growth.tooMuch])
    #expect(set.resources.isEmpty)
  }

  @Test func areTheSameWithATopologyThatIsDecodedOnce() throws {
    let documents = Self.text([Self.group(0)]).split(separator: "---\n").map { Node.yaml(String($0)) }
    let shared = SharedTopology(documents[0])
    let (objects, report) = shared.expanded(with: documents[1])
    var set = ResourceSet(documents.map { Resource(object: $0) })
    Expansion(report: Report(), files: SourceFiles()).expand(&set)
    #expect(report.diagnostics.isEmpty)
    #expect(objects.count == set.resources.count)
    #expect(zip(objects, set.resources).allSatisfy { $0.object.sameData(as: $1.object) })
    #expect(shared.expanded().resources.isEmpty)
  }

  @Test func areRefusedForWhatIsWrongWithASharedTopology() {
    let shared = SharedTopology(
      Node.yaml("{apiVersion: zonal/v1alpha1, kind: Topology, metadata: {name: t}, spec: {zone: []}}"))
    #expect(shared.expanded(with: Node.yaml(nats(topology: nil))).report.has("unknown-field"))
    #expect(shared.expanded(with: Node.yaml(nats(topology: nil))).report.has("unknown-field"))
  }
}
