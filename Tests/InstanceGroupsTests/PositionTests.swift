import Diagnostics
import InstanceGroups
import Resources
import Testing
import YAML

@Suite struct PositionTests {
  private let text = nats(
    """
    instanceTable: {configMap: true}
    disruptionBudget: {maxUnavailable: 1}
    services: {perInstance: {labels: {role: member}}}
    """, topology: nil, name: "nats, labels: {team: core}")

  @Test func pointsAtTheGroupWhereNothingElseWasWritten() {
    let example = Example(text)
    #expect(example.resources.count == 9)
    for resource in example.resources {
      #expect(resource.position == Position(file: 1, line: 1, column: 1))
      #expect(resource.object.isPlaced)
    }
  }

  @Test func keepsWhereTheUsersFieldsStand() {
    let example = Example(text)
    #expect(example.field("Service", "nats-z0-0", "metadata", "labels", "team")?.position.line == 3)
    #expect(example.field("Service", "nats-z0-0", "metadata", "labels", "role")?.position.line == 15)
    #expect(example.field("Service", "nats-z0-0", "spec", "ports", "0", "port")?.position.line == 12)
    #expect(
      example.field("StatefulSet", "nats-z1", "spec", "replicas")?.position
        == Position(file: 1, line: 5, column: 14))
    let container = example.field("StatefulSet", "nats-z1", "spec", "template", "spec", "containers", "0")
    #expect(container?.position.line == 10)
    #expect(container?["image"]?.position.line == 11)
    #expect(example.field("PodDisruptionBudget", "nats", "spec", "maxUnavailable")?.position.line == 14)
  }

  @Test func replacesGroupsInTheirPlaces() {
    let service = "{apiVersion: v1, kind: Service, metadata: {name: %}}\n---\n"
    let example = Example(
      service.replacingMark("a") + nats(topology: nil, name: "db") + "---\n" + service.replacingMark("b")
        + nats(topology: nil))
    let kept = example.names.filter {
      ["Service/a", "Service/b", "StatefulSet/db-z0", "StatefulSet/nats-z0"].contains($0)
    }
    #expect(kept == ["Service/a", "StatefulSet/db-z0", "Service/b", "StatefulSet/nats-z0"])
  }
}

extension String {
  fileprivate func replacingMark(_ name: String) -> String {
    split(separator: "%").joined(separator: name)
  }
}

extension Node {
  /// Whether every part of the tree has a position.
  fileprivate var isPlaced: Bool {
    switch self {
    case .scalar(let scalar): scalar.position.isKnown
    case .sequence(let sequence): sequence.position.isKnown && sequence.items.allSatisfy(\.isPlaced)
    case .mapping(let mapping):
      mapping.position.isKnown
        && mapping.pairs.allSatisfy { $0.key.position.isKnown && $0.value.isPlaced }
    }
  }
}
