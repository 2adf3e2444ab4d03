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
    var seen: Set<KeyBytes> = []
    var there = Set(texts: target.items.compactMap { $0[key]?.text })
    var isCleared = false
    for item in patch.items {
      guard let name = item[key]?.text else {
        // A second one finds nothing any more.
        if isListDirective(item) || isCleared { continue }
        isCleared = true
        target.items.removeAll { $0[key]?.text.map { !seen.contains($0) } ?? false }
        there.formIntersection(seen)
        continue
      }
      guard seen.insert(name) else { continue }
      let changesNothing =
        there.contains(name) && item[PatchDirective.key]?.text == PatchDirective.replace.rawValue
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
    let places = target.items.places(of: keys[0])
    let twins = wanted.places(of: keys[0])
    guard (wanted + target.items).contains(where: { $0[keys[1]]?.text != nil }) else {
      mergeEntries(patch, into: &target, keys: keys, entry: type)
      return
    }
    var new: [Node] = []
    var removed: Set<Int> = []
    for node in wanted {
      let name = node[keys[0]]?.text
      path.append(.entry(name ?? ""))
      defer { path.removeLast() }
      let alike = name.flatMap { places[$0] } ?? []
      if node.isComplete(keys) {
        if let index = alike.first(where: { target.items[$0].agrees(with: node, in: keys[1]) }) {
          if !merge(node, into: &target.items[index], as: field) { removed.insert(index) }
        } else if let value = added(node, as: field) {
          new.append(value)
        }
      } else if let name, twins[name]?.count ?? 0 > 1 {
        continue
      } else if alike.isEmpty {
        if let value = added(node, as: field) { new.append(value) }
      } else if alike.count == 1, !target.items[alike[0]].isComplete(keys) {
        if !merge(node, into: &target.items[alike[0]], as: field) { removed.insert(alike[0]) }
      }
    }
    let stay = target.items.indices.filter { !removed.contains($0) }.map { target.items[$0] }
    target.items = (new + stay).withoutReplaced(keys)
  }
}

extension [Node] {
  fileprivate func places(of key: String) -> [KeyBytes: [Int]] {
    var places: [KeyBytes: [Int]] = [:]
    for (place, node) in enumerated() {
      if let text = node[key]?.text { places[text, default: []].append(place) }
    }
    return places
  }

  /// Without the entries that a later one without a protocol replaces.
  fileprivate func withoutReplaced(_ keys: [String]) -> [Node] {
    var replaced: Set<KeyBytes> = []
    let kept = reversed().filter { node in
      guard let name = node[keys[0]]?.text else { return true }
      if replaced.contains(name) { return false }
      if !node.isComplete(keys) { replaced.insert(name) }
      return true
    }
    return kept.reversed()
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
