internal import Diagnostics
internal import Edits
internal import Resources
internal import YAML

extension Build {
  /// The instance groups of a directory before they are expanded, with the zones that each can be in; reports what stands
  /// in the way of a build.
  func groups(in directory: String, _ files: SourceFiles, _ report: Report) -> [BuiltGroup] {
    guard let set = layers(of: directory, files, report) else { return [] }
    let zones = set.resources.filter { $0.gvk.kind == "Topology" }.flatMap { topology in
      (topology.object.at("spec", "zones")?.items ?? []).compactMap { $0["name"]?.text }
    }
    return set.resources.filter { $0.gvk.kind == "InstanceGroup" }.map { group in
      let named = (group.object.at("spec", "zones")?.items ?? []).compactMap(\.text)
      return BuiltGroup(
        names: group.identities.map(\.name), spec: group.object["spec"] ?? .mapping(Mapping()),
        zones: named.contains("*") ? zones : named)
    }
  }
}
