import Diagnostics
import Resources
import YAML

/// Which resources of a set are ours, decoded.
struct Inputs {
  enum Kind {
    /// What is inside is absent when it could not be decoded.
    case topology(Topology?)
    case group(GroupInput?)
  }

  /// One for each resource of the set; `nil` for those of Kubernetes.
  private(set) var kinds: [Kind?] = []
  private(set) var isEmpty = true

  var topology: Topology? {
    for case .topology(let topology?)? in kinds { return topology }
    return nil
  }

  var groups: [GroupInput] {
    kinds.compactMap { kind in
      guard case .group(let input?)? = kind else { return nil }
      return input
    }
  }

  init(_ set: ResourceSet, _ report: Report) {
    kinds.reserveCapacity(set.resources.count)
    var firstTopology: Resource?
    for resource in set.resources {
      let kind = Self.kind(of: resource, report)
      if case .topology? = kind {
        if let firstTopology {
          report.error(
            "two-topologies", "there are two Topologies: \"\(firstTopology.name)\" and \"\(resource.name)\"",
            at: resource.position, notes: [.init("the first is here", at: firstTopology.position)],
            hint: "keep one; an overlay patches it by its name")
        }
        firstTopology = firstTopology ?? resource
      }
      if kind != nil { isEmpty = false }
      kinds.append(kind)
    }
  }

  private static func kind(of resource: Resource, _ report: Report) -> Kind? {
    guard resource.gvk.group == "zonal" else { return nil }
    let names = ["InstanceGroup", "Topology"]
    guard names.contains(resource.gvk.kind) else {
      report.error(
        "unknown-kind", "\"zonal\" has no kind \"\(resource.gvk.kind)\"",
        at: resource.object["kind"]?.position ?? resource.position,
        hint: suggestion(for: resource.gvk.kind, among: names, otherwise: "its kinds are"))
      return nil
    }
    if resource.gvk.version != "v1alpha1" {
      report.error(
        "unknown-version", "\(resource.gvk.kind) has no version \"\(resource.gvk.version)\"",
        at: resource.object["apiVersion"]?.position ?? resource.position, hint: "write \"zonal/v1alpha1\"")
    }
    let reader = Reader(report: report)
    if resource.gvk.kind == "Topology" { return .topology(Topology.schema.decode(resource.object, reader)) }
    return .group(
      InstanceGroup.schema.decode(resource.object, reader).map { GroupInput(group: $0, resource: resource) })
  }
}

extension Topology {
  static let schema = schema("Topology", spec: TopologySpec.schema, initial: { TopologySpec() })
}

extension InstanceGroup {
  static let schema = schema(
    "InstanceGroup", spec: InstanceGroupSpec.schema, initial: { InstanceGroupSpec() })
}
