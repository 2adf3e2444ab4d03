import Diagnostics
import Resources
import YAML

/// Which resources of a set are ours, decoded.
struct Inputs {
  enum Kind: Sendable {
    /// What is inside is absent when it could not be decoded.
    case topology(Topology?)
    case group(GroupInput?)
  }

  /// One for each resource of the set, `nil` for those of Kubernetes; none at all when there are no others.
  private(set) var kinds: [Kind?]
  let isEmpty: Bool

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
    let resources = set.resources
    let ours = resources.indices.filter { Self.mayBeOurs(resources[$0]) }
    let found = report.inParallel(ours.count) { Self.kind(of: resources[ours[$0]], $1) }
    isEmpty = found.allSatisfy { $0 == nil }
    kinds = isEmpty ? [] : Array(repeating: nil, count: resources.count)
    guard !isEmpty else { return }
    for (place, kind) in zip(ours, found) { kinds[place] = kind }
    checkSingleTopology(set, report)
    convertQuarks(set, report)
  }

  private func checkSingleTopology(_ set: ResourceSet, _ report: Report) {
    let topologies = set.resources.indices.filter { if case .topology? = kinds[$0] { true } else { false } }
    for later in topologies.dropFirst() {
      let (first, second) = (set.resources[topologies[0]], set.resources[later])
      report.error(
        "two-topologies", "there are two Topologies: \"\(first.name)\" and \"\(second.name)\"",
        at: second.position, notes: [.init("the first is here", at: first.position)],
        hint: "keep one; an overlay patches it by its name")
    }
  }

  /// Quarks' own kind is decoded last: what it means depends on the Topology.
  private mutating func convertQuarks(_ set: ResourceSet, _ report: Report) {
    let positions = set.resources.indices.filter { QuarksStatefulSet.isKind(of: set.resources[$0]) }
    guard !positions.isEmpty else { return }
    let references = ConfigReferences(set)
    for position in positions {
      let conversion = QuarksConversion(resource: set.resources[position], report: report)
      kinds[position] = .group(conversion.input(topology: topology, references))
    }
  }

  /// Whether there is anything to decode, or to say, of it.
  private static func mayBeOurs(_ resource: Resource) -> Bool {
    QuarksStatefulSet.isKind(of: resource) || resource.gvk.group == "zonal"
      || resource.gvk.group.hasPrefix("zonal.")
  }

  private static func kind(of resource: Resource, _ report: Report) -> Kind? {
    if QuarksStatefulSet.isKind(of: resource) { return .group(nil) }
    let names = ["InstanceGroup", "Topology"]
    guard resource.gvk.group == "zonal" else {
      if resource.gvk.group.hasPrefix("zonal."), names.contains(resource.gvk.kind) {
        report.warning(
          "foreign-group", "\(resource.gvk.kind) of \"\(resource.gvk.apiVersion)\" stays as it is",
          at: resource.object["apiVersion"]?.position ?? resource.position,
          hint: "write \"zonal/v1alpha1\" if it is to be expanded")
      }
      return nil
    }
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
  static let schema = schema("Topology", spec: TopologySpec.schema, initial: TopologySpec())
}

extension InstanceGroup {
  static let schema = schema(
    "InstanceGroup", spec: InstanceGroupSpec.schema, initial: InstanceGroupSpec())
}
