internal import Diagnostics
internal import Resources

/// What a kind was meant to be that no version of Kubernetes has, although the group is its own.
enum KnownKinds {
  private static let kinds: [GroupVersionKind] = KubernetesTypes.kinds.sorted().map { name in
    let slash = name.lastIndex(of: "/") ?? name.startIndex
    return GroupVersionKind(
      apiVersion: String(name[..<slash]), kind: String(name[name.index(after: slash)...]))
  }

  /// - Returns: `nil` for kinds of others, and for those that Kubernetes served in other versions than are known here.
  static func suggestion(for gvk: GroupVersionKind) -> String? {
    let ofGroup = kinds.filter { $0.group == gvk.group }
    guard !ofGroup.isEmpty, !isList(gvk), !Rule.isObsolete(gvk) else { return nil }
    let versions = ofGroup.filter { $0.kind == gvk.kind }.map(\.apiVersion)
    if !versions.isEmpty {
      // The table has what is served since 1.28; older versions may be right for an older server.
      return ofGroup.contains { $0.version == gvk.version }
        ? "it is a kind of \(versions.joined(separator: " and "))" : "write apiVersion: \(versions[0])"
    }
    let names = Set(ofGroup.map(\.kind)).sorted()
    if let near = Diagnostics.suggestion(for: gvk.kind, among: names) { return near }
    let others = kinds.filter { $0.kind == gvk.kind }.map(\.apiVersion)
    return others.isEmpty
      ? "the kinds of this group are \(names.joined(separator: ", "))" : "it is a kind of \(others[0])"
  }

  /// `v1` and `apps/v1`, but not `v1beta1`.
  private static func isStable(_ apiVersion: String) -> Bool {
    !apiVersion.contains("alpha") && !apiVersion.contains("beta")
  }

  private static func isList(_ gvk: GroupVersionKind) -> Bool { gvk.kind.hasSuffix("List") }
}
