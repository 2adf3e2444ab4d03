internal import Diagnostics
internal import YAML

/// A patch that replaces a list of a kind without merge keys, as kustomize does, though it speaks of an entry of it:
/// most likely it was to change that one and keep the others.
enum LostEntries {
  /// Longer lists are nobody's typing.
  private static let longest = 200

  static func warn(_ patch: [Node], inPlaceOf target: [Node], in path: FieldTrail, _ report: Report) {
    guard let list = path.list, SimilarEntries.lists.contains(list), max(patch.count, target.count) <= longest
    else { return }
    let kept = Set(patch.compactMap(\.entryName))
    let lost = target.filter { $0.entryName.map { !kept.contains($0) } ?? false }
    guard let first = lost.first, let name = first["name"]?.text,
      target.contains(where: { $0.entryName.map(kept.contains) ?? false })
    else { return }
    report.warning(
      "patch-loses-entries",
      "the patch puts its own list in the place of \"\(path)\" and leaves \(lost.count) of \(target.count) entries out",
      at: patch.first?.position, notes: [Diagnostic.Note("\"\(name)\" goes", at: first.position)],
      hint:
        "write \"\(name)\" in the patch, too, or use a JSON patch: nothing tells how lists of this kind merge"
    )
  }
}

extension Node {
  fileprivate var entryName: KeyBytes? { self["name"]?.text.map { KeyBytes(text: $0) } }
}
