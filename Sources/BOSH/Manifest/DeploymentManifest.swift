package import Diagnostics
package import YAML

/// What `bosh deploy` would get: releases, and the groups of instances that run their jobs.
package struct DeploymentManifest: Sendable {
  package var name = Located("", Position.none)
  package var releases: [Release] = []
  package var stemcells: [Stemcell] = []
  package var groups: [DeploymentGroup] = []
  package var addons: [Addon] = []
  /// For every group that doesn't say otherwise.
  package var update = UpdateSettings()
  package var variables: [ManifestVariable] = []
  /// Quarks keeps `quarks_links` here; BOSH no longer reads it.
  package var properties = Mapping()
  /// Fields that mean nothing on Kubernetes, as they were written, those of groups included.
  package var ignored: [Scalar] = []
  package var position = Position.none

  package func group(named name: String) -> DeploymentGroup? {
    groups.first { sameBytes($0.name.value, name) }
  }

  package func release(named name: String) -> Release? {
    releases.first { sameBytes($0.name.value, name) }
  }
}

extension DeploymentManifest {
  package static let schema = Schema("deployment manifest", isOpen: true, initial: DeploymentManifest()) {
    Field(
      "name", .located(.scalarText), \.name, required: true,
      "What the deployment is called, such as \"cf\".")
    Field("releases", .list(of: .object(Release.schema)), \.releases, "Where the jobs come from.")
    Field("stemcells", .list(of: .object(Stemcell.schema)), \.stemcells, "The systems that jobs run on.")
    Field("instance_groups", .list(of: DeploymentGroup.shape), \.groups, "The groups of equal instances.")
    Field("addons", .list(of: .object(Addon.schema)), \.addons, "Jobs that are added to many groups.")
    Field("update", .object(UpdateSettings.schema), \.update, "How a change reaches the instances.")
    Field("variables", .list(of: .object(ManifestVariable.schema)), \.variables, "Values to generate.")
    Field("properties", .mapping, \.properties, "Links to what is not BOSH's, under quarks_links.")
    Field("director_uuid", checked: .node, "Means nothing on Kubernetes.")
    Field("features", checked: .node, "Means nothing on Kubernetes.")
    Field("tags", checked: .node, "Means nothing on Kubernetes.")
    Field("networks", checked: .node, "Means nothing on Kubernetes.")
  }

  /// Reads a manifest whose variables are filled in, and adds the jobs of its addons to the groups they are for.
  ///
  /// - Returns: `nil` when it is no mapping; what could be read otherwise, after mistakes were reported.
  package static func read(_ document: Node, _ report: Report) -> DeploymentManifest? {
    guard var manifest = schema.decode(document, Reader(report: report)) else { return nil }
    manifest.position = document.position
    manifest.ignored =
      ignoredFields(of: document, "director_uuid", "features", "tags", "networks")
      + manifest.groups.flatMap(\.ignored)
    ManifestChecks.check(manifest, isResolved: document["releases"] == nil, report)
    AddonPlacement.apply(to: &manifest, report)
    return manifest
  }

  static func ignoredFields(of node: Node, _ names: String...) -> [Scalar] {
    (node.mapping?.pairs ?? []).map(\.key).filter { names.contains($0.text) }
  }
}
