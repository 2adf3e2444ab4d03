internal import Diagnostics
internal import YAML

extension StrategicMergeWalk {
  mutating func merge(_ patch: Sequence, into target: inout Node, as field: MergeSchema.Field?) -> Bool {
    guard case .sequence = target else {
      reportMismatch(.sequence(patch), target)
      return true
    }
    let directive = listDirective(of: patch)
    if directive == .delete { return false }
    guard directive != .replace, case .list(let keys, let entry) = mergeable(patch, field) else {
      if directive == nil { LostEntries.warn(patch.items, inPlaceOf: target.items ?? [], in: path, report) }
      guard let value = added(patch, as: field) else { return false }
      target = value
      return true
    }
    target.changeSequence { list in
      if keys.isEmpty {
        mergeSet(patch, into: &list)
      } else {
        mergeEntries(patch, into: &list, keys: keys, entry: entry)
      }
    }
    return true
  }

  mutating func added(_ patch: Sequence, as field: MergeSchema.Field?) -> Node? {
    if listDirective(of: patch) == .delete { return nil }
    var new = Sequence(at: patch.position)
    switch mergeable(patch, field) {
    case .list(let keys, let entry) where !keys.isEmpty:
      mergeEntries(patch, into: &new, keys: keys, entry: entry)
    case .list: mergeSet(patch, into: &new)
    case .object, nil:
      new.items = patch.items.filter { !isListDirective($0) }
      warnOfDirectives(in: patch)
    }
    return .sequence(new)
  }

  /// How a list merges: as the schema says, and claims as the patch asks.
  ///
  /// Kubernetes gives a StatefulSet's claim templates no merge key (1.36), so that a patch replaces them all; a patch
  /// with `$patch` in one of them means that one (kustomize's issue #6000).
  private func mergeable(_ patch: Sequence, _ field: MergeSchema.Field?) -> MergeSchema.Field? {
    guard field == nil, path.isClaimTemplates,
      patch.items.contains(where: { $0[PatchDirective.key] != nil && !isListDirective($0) })
    else { return field }
    return .list(keys: [Self.claimKey], entry: nil)
  }

  private static let claimKey = "metadata.name"

  // MARK: Directives

  /// The `$patch` that stands alone in an entry, and so speaks of the whole list.
  private func listDirective(of patch: Sequence) -> PatchDirective? {
    for case .mapping(let mapping) in patch.items where isListDirective(.mapping(mapping)) {
      return directive(of: mapping)
    }
    return nil
  }

  func isListDirective(_ node: Node) -> Bool {
    guard case .mapping(let mapping) = node, mapping.pairs.count == 1 else { return false }
    return mapping.pairs[0].key.text == PatchDirective.key
  }

  /// A list without keys can't merge, nor can one of its entries be told from the others: the directive stays, as in
  /// kustomize.
  private func warnOfDirectives(in patch: Sequence) {
    for case .mapping(let mapping) in patch.items {
      guard let key = mapping.key(PatchDirective.key), let directive = directive(of: mapping) else {
        continue
      }
      if mapping.pairs.count == 1, directive != .merge { continue }
      report.warning(
        "list-without-merge-key",
        "\"$patch: \(directive.rawValue)\" has no effect in \"\(path)\": that list is replaced as a whole",
        at: key.position, hint: "write the whole list, or change an entry with a JSON patch")
    }
  }

  // MARK: Sets of scalars

  /// The patch's values come first, then those that only the target has; the other way where order is kept.
  private func mergeSet(_ patch: Sequence, into target: inout Sequence) {
    var seen: Set<NodeData> = []
    target.items = (keepsOrder ? target.items + patch.items : patch.items + target.items).filter { item in
      !isListDirective(item) && seen.insert(NodeData(node: item)).inserted
    }
  }

  // MARK: Entries with keys

  private typealias PatchEntry = (node: Node, key: EntryKey)

  mutating func mergeEntries(
    _ patch: Sequence, into target: inout Sequence, keys: [String], entry type: MergeSchema.TypeID?
  ) {
    let field = type.map(MergeSchema.Field.object)
    if target.items.isEmpty, patch.items.allSatisfy({ $0.mapping != nil && EntryKey($0, keys) == nil }) {
      // A list that is new and tells nothing apart, which the API server refuses if it must.
      target.items = patch.items.filter { !isListDirective($0) }.compactMap { added($0, as: field) }
      return
    }
    let existing = target.items.map { EntryKey($0, keys) }
    let wanted = patchEntries(patch, keys)
    let index = EntryIndex(existing, lookups: wanted.count)
    let patched = EntryIndex(wanted.map(\.key), lookups: wanted.count)
    var order = EntryOrder(existing: target.items.count)
    for (node, key) in wanted {
      let exact = index[key]
      if exact.isEmpty, keys == ["name"] {
        SimilarEntries.warn(node, of: key, in: path, among: existing, besides: patched, report)
      }
      path.append(.entry(key.primary))
      defer { path.removeLast() }
      if let place = exact.last ?? match(key, at: node, among: index, existing, besides: patched, keys) {
        for twin in exact.dropLast() {
          order.patched(twin, stays: false)
          warnAboutTwin(target.items[twin], of: node, key.describe(keys))
        }
        let stays = merge(node, into: &target.items[place], as: field)
        order.patched(place, stays: stays)
      } else if let new = added(node, as: field) {
        order.added(new)
      }
    }
    // The order of claims can't change once they are applied.
    let usesOneKey =
      keys != [Self.claimKey] && !wanted.contains { $0.key.hasSecondary }
      && !existing.contains { $0?.hasSecondary ?? false }
    order.arrange(&target.items, keepsOrder ? .newLast : usesOneKey ? .asPatched : .newFirst)
  }

  /// The entries of a patch that can be told apart; the others are reported.
  private func patchEntries(_ patch: Sequence, _ keys: [String]) -> [PatchEntry] {
    var entries: [PatchEntry] = []
    var places: [EntryKey: Int] = [:]
    for node in patch.items where !isListDirective(node) {
      guard let key = EntryKey(node, keys) else {
        report.error(
          "patch-entry-without-key",
          "an entry of \"\(path)\" needs \"\(keys[0])\" to say which one it patches",
          at: node.position, hint: "entries of this list are told apart by \(keys.joined(separator: " and "))"
        )
        continue
      }
      if let twin = places[key] {
        report.error(
          "patch-entry-twice", "\"\(path)\" has two entries with \(key.describe(keys))", at: node.position,
          notes: [Diagnostic.Note("the first", at: entries[twin].node.position)],
          hint: "write one entry; with \"$patch: replace\" in it, it replaces the object's entry")
        continue
      }
      places[key] = entries.count
      entries.append((node, key))
    }
    return entries
  }

  /// The target's entry that an entry of the patch speaks of without having its very keys.
  private func match(
    _ key: EntryKey, at node: Node, among index: EntryIndex, _ existing: [EntryKey?],
    besides patched: EntryIndex, _ keys: [String]
  ) -> Int? {
    guard keys.count > 1, !key.isComplete else { return nil }
    let alike = index.alike(key).filter { existing[$0].map { patched[$0].isEmpty } ?? false }
    guard alike.count > 1 else { return alike.first }
    report.error(
      "ambiguous-patch-entry", "\"\(path)\" can be any of \(alike.count) entries of the object",
      at: node.position, hint: "add \(key.missing(keys).joined(separator: " and ")) to say which one is meant"
    )
    return alike.first
  }

  /// As in kustomize, one entry is left of several that are the same for the patch: the last.
  private func warnAboutTwin(_ twin: Node, of patch: Node, _ key: String) {
    report.warning(
      "duplicate-list-entry",
      "\"\(path)\" is there more than once: the patch goes to the last, the others go",
      at: patch.position, notes: [Diagnostic.Note("this entry goes", at: twin.position)],
      hint: "leave one entry with \(key) in the object")
  }
}
