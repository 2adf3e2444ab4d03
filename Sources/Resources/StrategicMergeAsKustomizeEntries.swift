internal import YAML

/// Lists in which one key tells every entry from all others, as nearly everywhere: what the steps of ``KustomizeMerge``
/// come to there, without comparing each entry with each.
extension KustomizeMerge {
  /// - Parameter isSame: whether both are one list.
  /// - Returns: `nil` for lists that need all of the steps.
  mutating func distinctEntries(
    _ target: [Node], _ patch: [Node], isSame: Bool, _ keys: [String], _ entry: MergeSchema.TypeID?
  ) -> [Node]? {
    guard keys.count == 1, let key = keys.first, let places = Self.places(of: target, by: key),
      let patched = isSame ? places : Self.places(of: patch, by: key)
    else { return nil }
    let existing = target.map { EntryKey($0, keys) }
    let wanted = EntryIndex((isSame ? target : patch).map { EntryKey($0, keys) }, lookups: patch.count)
    var result: [Node] = []
    for node in (isSame ? [] : patch) + target.filter({ isSame || !patched.has($0, key) }) {
      guard let name = node[key]?.text, let entryKey = EntryKey(node, keys) else { continue }
      let old = places[name].map { target[$0] }
      let new = isSame ? old : patched[name].map { patch[$0] }
      if old == nil, new != nil, keys == ["name"] {
        SimilarEntries.warn(node, of: entryKey, in: path, among: existing, besides: wanted, report)
      }
      path.append(.entry(name))
      defer { path.removeLast() }
      let outcome = walk(old, new, isSame: isSame, as: entry.map(MergeSchema.Field.object))
      guard let item = outcome.node?.told([name], by: keys) else { continue }
      // What is taken whole from the patch does not change the target's entry.
      if case .taken = outcome, let old, !isSame { result.append(old) } else { result.append(item) }
    }
    return result
  }

  /// - Returns: `nil` where the key does not tell the entries apart.
  private static func places(of items: [Node], by key: String) -> [KeyBytes: Int]? {
    var places: [KeyBytes: Int] = [:]
    places.reserveCapacity(items.count)
    for (place, item) in items.enumerated() {
      guard let name = item[key]?.text, !name.isEmpty, places[name] == nil else { return nil }
      places[name] = place
    }
    return places
  }
}

extension [KeyBytes: Int] {
  fileprivate func has(_ node: Node, _ key: String) -> Bool {
    node[key]?.text.map { self[$0] != nil } ?? false
  }
}

extension Node {
  /// With the keys that it was told by; `nil` when nothing is left of an entry.
  func told(_ values: [String], by keys: [String]) -> Node? {
    if isNull || mapping?.isEmpty == true { return nil }
    var node = self
    for (key, value) in zip(keys, values) where !key.isEmpty && !value.isEmpty && node[key] == nil {
      _ = node.changeMapping { $0[key] = .string(value) }
    }
    return node
  }
}
