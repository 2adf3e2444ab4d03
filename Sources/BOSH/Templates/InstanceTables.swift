package import Diagnostics
package import InstanceGroups
package import Resources
import YAML

/// The instances of every group of a manifest, as the groups' own expansion numbers them.
package struct InstanceTables: Sendable {
  /// In the order of the manifest's groups.
  private let tables: [(group: String, table: InstanceTable)]

  package init(_ tables: [(group: String, table: InstanceTable)]) {
    self.tables = tables
  }

  /// - Parameters:
  ///   - isInitialRollout: whether the first instance of each group bootstraps it (else the last).
  ///   - topology: the Topology of the same build, which may number zones in its own way.
  ///   - spreadsTotal: whether `instances` counts all zones, as in BOSH, and not each, as under Quarks.
  package init(
    of manifest: DeploymentManifest, isInitialRollout: Bool, spreadsTotal: Bool = false,
    topology: Resource? = nil, _ files: SourceFiles, _ report: Report
  ) {
    let resources = manifest.groups.map { Resource(object: Self.object($0, spreadsTotal: spreadsTotal)) }
    let expansion = Expansion(
      report: report, files: files,
      options: .init(initialRollout: isInitialRollout, quarksGroups: Set(resources.map(\.id))))
    let tables = expansion.instances(
      of: ResourceSet((topology.map { [$0] } ?? []) + resources), includingErrands: true)
    self.tables = zip(manifest.groups.map(\.name.value), tables).map { ($0, $1) }
  }

  package subscript(group: DeploymentGroup) -> InstanceTable? {
    tables.first { sameBytes($0.group, group.name.value) }?.table
  }

  /// A group of our own with just what decides about names, numbers and addresses.
  private static func object(_ group: DeploymentGroup, spreadsTotal: Bool) -> Node {
    let ports = group.jobs.flatMap(\.quarks.ports).map { port in
      Node.mapping([
        "name": .string(port.name.value), "port": .integer(port.internal.value),
        "protocol": .string(port.protocol),
      ])
    }
    let container = Node.mapping(["name": "job", "image": "job"])
    return .mapping([
      "apiVersion": "zonal/v1alpha1", "kind": "InstanceGroup",
      "metadata": .mapping(["name": .string(group.name.value, at: group.name.position)]),
      "spec": .mapping([
        "instances": .integer(group.instances.value, at: group.instances.position),
        "instancesPolicy": spreadsTotal ? "Total" : "PerZone",
        "zones": .sequence(group.azs.map { .string($0.value, at: $0.position) }),
        "lifecycle": .string(group.lifecycle.value.ownName),
        "ports": .sequence(ports),
        "template": .mapping(["spec": .mapping(["containers": .sequence([container])])]),
      ]),
    ])
  }
}
