internal import Diagnostics
internal import YAML

// `patches`: what `add patch` and `remove patch` take and do.

/// An entry of `patches`, as flags give it.
package struct PatchEntry: Sendable {
  package var path = ""
  package var patch = ""
  /// The fields of the target in their order; those that are empty are not given.
  package var target: [(name: String, value: String)] = []

  package init() {}

  /// What it is in a kustomization file.
  var node: Node {
    let fields = target.filter { !$0.value.isEmpty }
    return .mapping([
      "path": path.isEmpty ? nil : .string(path), "patch": patch.isEmpty ? nil : .string(patch),
      "target": fields.isEmpty ? nil : .strings(fields.map { ($0.name, $0.value) }),
    ])
  }

  /// What messages call it.
  var shown: String { path.isEmpty ? patch.isEmpty ? "of this target" : "that is given" : "\"\(path)\"" }
}

extension KustomizationEditor {
  package mutating func add(_ patch: PatchEntry) {
    if patch.path.isEmpty, patch.patch.isEmpty {
      report.error(
        "bad-flag", "a patch has a path or a text", at: place("add patch"),
        hint: "add --path FILE or --patch TEXT")
    }
    check(patch, "add patch")
    if let old = items("patches").first(where: { $0.isSamePatch(as: patch.node) }) {
      report.warning("already-there", "the patch \(patch.shown) is there already", at: old.position)
      return
    }
    guard !report.hasErrors else { return }
    append(patch.node, to: "patches")
  }

  package mutating func remove(_ patch: PatchEntry) {
    check(patch, "remove patch")
    let found = items("patches").enumerated().filter { $0.element.isSamePatch(as: patch.node) }
    guard !report.hasErrors else { return }
    guard !found.isEmpty else {
      report.warning(
        "not-there", "there is no patch \(patch.shown) with this very target", at: place("remove patch"),
        hint: "give all that its entry has: the path or the text, and each field of the target")
      return
    }
    removeItems(found.map { [.key(key("patches")), .item($0.offset)] })
  }

  private func check(_ patch: PatchEntry, _ command: String) {
    guard !patch.path.isEmpty, !patch.patch.isEmpty else { return }
    report.error(
      "bad-flag", "--path and --patch exclude each other", at: place(command), hint: "leave one of them out")
  }
}

extension Node {
  /// Whether two entries of `patches` say the same; fields that are empty say nothing.
  fileprivate func isSamePatch(as other: Node) -> Bool { withoutEmpty.sameData(as: other.withoutEmpty) }

  private var withoutEmpty: Node {
    guard case .mapping(var mapping) = self else { return self }
    mapping.pairs = mapping.pairs.compactMap { pair in
      let value = pair.value.withoutEmpty
      return value.isNull || value.text == "" ? nil : .init(key: pair.key, value: value)
    }
    return .mapping(mapping)
  }
}
