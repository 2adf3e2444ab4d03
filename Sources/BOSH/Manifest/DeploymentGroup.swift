package import Diagnostics
internal import InstanceGroups
package import YAML

/// An entry of `instance_groups`: equal instances that all run the same jobs.
package struct DeploymentGroup: Sendable {
  package var name = Located("", Position.none)
  package var instances = Located(0, Position.none)
  package var azs: [Located<String>] = []
  package var jobs: [Job] = []
  package var lifecycle = Located(GroupLifecycle.service, Position.none)
  /// The alias of a stemcell.
  package var stemcell: Located<String>?
  /// In MiB.
  package var persistentDisk: Located<Int>?
  package var persistentDiskType: Located<String>?
  package var resources: MachineResources?
  package var update = UpdateSettings()
  package var environment = AgentEnvironment()
  package var properties = Mapping()
  /// A Service that must answer before the group's pods start, as `properties.quarks` of a resolved manifest says it.
  package var requiredService: Located<String>?
  package var ignored: [Scalar] = []
  /// The group as it was written.
  package var fields = Mapping()
  package var position = Position.none
}

package enum GroupLifecycle: String, Sendable, CaseIterable {
  case service
  case errand
  case autoErrand = "auto-errand"
}

/// What BOSH would choose a machine by.
package struct MachineResources: Sendable {
  package var cpu: Int?
  /// In MiB.
  package var ram: Int?
  /// In MiB.
  package var ephemeralDiskSize: Int?

  static let schema = Schema("vm_resources", isOpen: true, initial: MachineResources()) {
    Field("cpu", .integer(in: 0...1_000_000), \.cpu, "The number of processors.")
    Field("ram", .mebibytes, \.ram, "The memory in MiB.")
    Field("ephemeral_disk_size", .mebibytes, \.ephemeralDiskSize, "The disk in MiB.")
  }
}

extension DeploymentGroup {
  static var shape: Shape<DeploymentGroup> {
    Shape(Shape.object(schema).type) { node, reader in
      guard var group = schema.decode(node, reader) else { return nil }
      group.position = node.position
      group.fields = node.mapping ?? Mapping()
      group.ignored = DeploymentManifest.ignoredFields(
        of: node, "networks", "vm_type", "vm_extensions", "migrated_from")
      group.requiredService = node.at("properties", "quarks", "required_service").flatMap { service in
        service.text.map { Located($0, service.position) }
      }
      return group
    }
  }

  private static let schema = Schema("instance group", isOpen: true, initial: DeploymentGroup()) {
    Field("name", .located(.scalarText), \.name, required: true, "What the group is called.")
    Field("instances", .located(.instances), \.instances, required: true, "The number of instances.")
    Field("azs", .list(of: .located(.scalarText)), \.azs, "The zones that the instances are in.")
    Field("jobs", .list(of: Job.shape), \.jobs, "What runs on every instance.")
    Field(
      "lifecycle", .located(.choice()), \.lifecycle,
      "service: runs always; errand: on demand; auto-errand: once for every change.")
    Field("stemcell", .located(.scalarText), \.stemcell, "The alias of the stemcell.")
    Field("persistent_disk", .located(.mebibytes), \.persistentDisk, "A disk that is kept, in MiB.")
    Field(
      "persistent_disk_type", .located(.scalarText), \.persistentDiskType, "The disk's storage class.")
    Field("vm_resources", .object(MachineResources.schema), \.resources, "The size of a machine.")
    Field("update", .object(UpdateSettings.schema), \.update, "How a change reaches the instances.")
    Field("env", .object(AgentEnvironment.schema), \.environment, "Settings of the agent.")
    Field("properties", .mapping, \.properties, "Settings of Quarks, under quarks.")
    Field("networks", checked: .node, "Means nothing on Kubernetes.")
    Field("vm_type", checked: .node, "Means nothing on Kubernetes.")
    Field("vm_extensions", checked: .node, "Means nothing on Kubernetes.")
    Field("migrated_from", checked: .node, "Means nothing on Kubernetes.")
  }
}

extension Shape where Value == Int {
  fileprivate static var mebibytes: Shape { .integer(in: 0...1_000_000_000) }
}
