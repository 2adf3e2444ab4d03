package import Diagnostics
package import InstanceGroups
package import Resources
import YAML

/// The instances of every group of a manifest, as the groups' own expansion numbers them.
package struct InstanceTables: Sendable {
  /// In the order of the manifest's groups.
  private let tables: [(group: String, table: InstanceTable)]
  /// What the instances of the groups would be that have none.
  private var samples: [(group: String, row: InstanceTable.Instance)] = []

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
    func tables(of groups: [DeploymentGroup], _ report: Report) -> [(group: String, table: InstanceTable)] {
      let resources = groups.map { Resource(object: Self.object($0, spreadsTotal: spreadsTotal)) }
      let expansion = Expansion(
        report: report, files: files,
        options: .init(initialRollout: isInitialRollout, quarksGroups: Set(resources.map(\.id))))
      let tables = expansion.instances(
        of: ResourceSet((topology.map { [$0] } ?? []) + resources), includingErrands: true)
      // A group that can't be read has none; the others would take its place.
      return tables.count == groups.count ? zip(groups.map(\.name.value), tables).map { ($0, $1) } : []
    }
    self.tables = tables(of: manifest.groups, report)
    let empty = manifest.groups.filter { $0.instances.value == 0 }.map { group in
      var group = group
      group.instances.value = 1
      return group
    }
    // Whatever is wrong with them was said above.
    samples = tables(of: empty, Report()).compactMap { group, table in table.rows.first.map { (group, $0) } }
  }

  /// An instance as it would be, of a group that has none: its containers are made all the same.
  package func sample(of group: DeploymentGroup) -> InstanceTable.Instance? {
    samples.first { sameBytes($0.group, group.name.value) }?.row
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
