internal import YAML

/// Lists merged as kustomize v5.5 does where that loses what is in them.
extension StrategicMergeWalk {
  /// What is left of a patch and its target where one key tells entries apart.
  ///
  /// Of two entries with one key the first counts, one with `$patch: replace` changes nothing that is there, and
  /// one without the key takes away all entries that no entry before it patched.
  func prepareAsKustomize(_ patch: Sequence, for target: inout Sequence, key: String) -> Sequence {
    var kept = patch
    kept.items = []
    if target.items.isEmpty { return patch }
    var seen: [String] = []
    for item in patch.items {
      guard let name = item[key]?.text else {
        if isListDirective(item) { continue }
        target.items.removeAll { entry in
          entry[key]?.text.map { name in !seen.contains { sameBytes($0, name) } } ?? false
        }
        continue
      }
      if seen.contains(where: { sameBytes($0, name) }) { continue }
      seen.append(name)
      let isThere = target.items.contains { $0[key]?.text.map { sameBytes($0, name) } ?? false }
      let changesNothing = isThere && item[PatchDirective.key]?.text == PatchDirective.replace.rawValue
      kept.items.append(changesNothing ? item.keeping(only: key) : item)
    }
    return kept
  }

  /// Where several keys tell entries apart, an entry without a protocol stands for every entry of its port, so that
  /// of one port on TCP and on UDP only one may be left (kustomize's issue #4752).
  mutating func mergeEntriesAsKustomize(
    _ patch: Sequence, into target: inout Sequence, keys: [String], entry type: MergeSchema.TypeID?
  ) {
    let field = type.map(MergeSchema.Field.object)
    let wanted = patch.items.filter { !isListDirective($0) }
    guard (wanted + target.items).contains(where: { $0[keys[1]]?.text != nil }) else {
      mergeEntries(patch, into: &target, keys: keys, entry: type)
      return
    }
    var new: [Node] = []
    var removed: Set<Int> = []
    for (place, node) in wanted.enumerated() {
      path.append(.entry(node[keys[0]]?.text ?? ""))
      defer { path.removeLast() }
      let alike = target.items.indices.filter { target.items[$0].agrees(with: node, in: keys[0]) }
      if node.isComplete(keys) {
        if let index = alike.first(where: { target.items[$0].agrees(with: node, in: keys[1]) }) {
          if !merge(node, into: &target.items[index], as: field) { removed.insert(index) }
        } else if let value = added(node, as: field) {
          new.append(value)
        }
      } else if hasTwin(node, at: place, in: wanted, keys[0]) {
        continue
      } else if alike.isEmpty {
        if let value = added(node, as: field) { new.append(value) }
      } else if alike.count == 1, !target.items[alike[0]].isComplete(keys) {
        if !merge(node, into: &target.items[alike[0]], as: field) { removed.insert(alike[0]) }
      }
    }
    let stay = target.items.indices.filter { !removed.contains($0) }.map { target.items[$0] }
    target.items = (new + stay).reduce(into: []) { merged, node in
      if !node.isComplete(keys) { merged.removeAll { $0.agrees(with: node, in: keys[0]) } }
      merged.append(node)
    }
  }

  private func hasTwin(_ node: Node, at place: Int, in entries: [Node], _ key: String) -> Bool {
    entries.indices.contains { $0 != place && entries[$0].agrees(with: node, in: key) }
  }
}

extension Node {
  fileprivate func keeping(only key: String) -> Node {
    var node = self
    _ = node.changeMapping { $0.pairs.removeAll { $0.key.text != key } }
    return node
  }

  fileprivate func isComplete(_ keys: [String]) -> Bool { self[keys[1]]?.text != nil }

  fileprivate func agrees(with other: Node, in key: String) -> Bool {
    guard let mine = self[key]?.text, let its = other[key]?.text else { return false }
    return sameBytes(mine, its)
  }
}
