internal import Diagnostics
package import InstanceGroups
package import YAML

/// A group with everything known that its templates see.
package struct ResolvedGroup: Sendable {
  package let group: DeploymentGroup
  /// All its instances.
  package let table: InstanceTable
  package let jobs: [ResolvedJob]
}

package struct ResolvedJob: Sendable {
  package let job: Job
  /// Absent when the job's sources are not there, and its processes stand in the manifest.
  package let spec: JobSpec?
  /// With defaults; of a job without sources as they were written.
  package let properties: Mapping
  package let links: [(name: String, link: Link)]
}

extension ResolvedGroup {
  /// A manifest of this one group, which a later run reads in place of the deployment's.
  package func manifest(of deployment: String) -> Node {
    var fields = group.fields
    fields["jobs"] = .sequence(jobs.map { $0.node(instances: table) })
    return .mapping(["name": .string(deployment), "instance_groups": .sequence([.mapping(fields)])])
  }
}

extension ResolvedJob {
  fileprivate func node(instances table: InstanceTable) -> Node {
    var quarks = job.quarks.fields
    quarks["consumes"] = .mapping(
      Mapping(links.map { Mapping.Pair(key: Scalar($0.name), value: $0.link.node) }))
    quarks["instances"] = .sequence(InstanceSpecs.nodes(table, job: job.name.value))
    quarks["release"] = .string(job.release.value)
    if job.isAddon { quarks["is_addon"] = true }
    var properties = properties
    properties["quarks"] = .mapping(quarks)
    return .mapping([
      "name": .string(job.name.value), "release": .string(job.release.value),
      "properties": .mapping(properties),
    ])
  }
}
