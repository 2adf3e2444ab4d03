internal import Diagnostics
internal import YAML

/// Lists with merge keys (`kyaml/yaml/walk/associative_sequence.go`).
extension KustomizeMerge {
  mutating func walkList(
    _ target: Node?, _ patch: Node?, _ isSame: Bool, _ keys: [String], _ entry: MergeSchema.TypeID?
  ) -> Outcome {
    if patch?.isNull == true, target?.isNull == false { return .nothing }
    guard let target, let old = target.items else {
      guard let patch, let items = patch.items else { return .nothing }
      return .taken(list(items, items, isSame: true, keys, entry, at: patch))
    }
    var items = patch?.items ?? []
    switch Self.takeDirective(from: &items) {
    case .delete: return .nothing
    case .replace: return .taken(list(items, items, isSame: true, keys, entry, at: target))
    case .merge, nil: break
    }
    return .changed(
      list(isSame ? items : old, items, isSame: isSame, keys, entry, at: target))
  }

  private static func takeDirective(from items: inout [Node]) -> PatchDirective? {
    guard let first = items.first(where: { $0.mapping != nil && $0[PatchDirective.key] != nil }),
      first.mapping?.pairs.count == 1,
      let directive = first[PatchDirective.key]?.text.flatMap(PatchDirective.init)
    else { return nil }
    items.set(nil, where: [PatchDirective.key], are: [directive.rawValue])
    return directive
  }

  private mutating func list(
    _ target: [Node], _ patch: [Node], isSame: Bool, _ keys: [String], _ entry: MergeSchema.TypeID?,
    at node: Node
  ) -> Node {
    if let entries = distinctEntries(target, patch, isSame: isSame, keys, entry) {
      return .sequence(entries, at: node.position)
    }
    guard max(target.count, patch.count) <= Self.longest else {
      reportLength(max(target.count, patch.count), at: node)
      return node
    }
    let keys = keys.isEmpty ? [""] : keys
    var target = target
    var patch = patch
    var wanted: [[String]] = []
    var seen: Set<[KeyBytes]> = []
    for item in patch + target {
      let values = item.values(of: keys)
      if seen.insert(values.map(KeyBytes.init)).inserted { wanted.append(values) }
    }
    if keys.count > 1 { wanted.joinAlike() }
    let told = keys.indices.filter { place in wanted.contains { !$0[place].isEmpty } }
    let valid = told.isEmpty ? Array(keys.indices) : told
    let validKeys = valid.map { keys[$0] }
    var added: [Node] = []
    for values in wanted {
      let values = valid.map { values[$0] }
      guard let item = entryMerged(values, validKeys, &target, &patch, isSame, entry) else { continue }
      added.set(item, where: validKeys, are: values)
    }
    if wanted.isEmpty { return .sequence(target, at: node.position) }
    added.append(rest: target, by: validKeys)
    return .sequence(added, at: node.position)
  }

  /// Each entry is compared with each.
  private static let longest = 1000

  private func reportLength(_ count: Int, at node: Node) {
    report.error(
      "too-many-entries",
      "\"\(path)\" has \(count) entries that one key does not tell apart, \(Self.longest) can be merged as kustomize does",
      at: node.position, hint: "build without --compat, or give each entry a name of its own")
  }

  private func warnOfSimilar(_ new: Node, _ target: [Node], _ patch: [Node], _ keys: [String]) {
    guard let key = EntryKey(new, keys) else { return }
    let patched = EntryIndex(patch.map { EntryKey($0, keys) }, lookups: 1)
    SimilarEntries.warn(
      new, of: key, in: path, among: target.map { EntryKey($0, keys) }, besides: patched, report)
  }

  /// - Returns: `nil` when nothing is left of an entry, which is then gone from the target.
  private mutating func entryMerged(
    _ values: [String], _ keys: [String], _ target: inout [Node], _ patch: inout [Node], _ isSame: Bool,
    _ entry: MergeSchema.TypeID?
  ) -> Node? {
    let told = keys.indices.filter { !values[$0].isEmpty }
    let lookup = told.isEmpty ? Array(keys.indices) : told
    func place(in items: [Node]) -> Int? {
      items.firstIndex { item in lookup.allSatisfy { item.has(values[$0], under: keys[$0]) } }
    }
    let old = place(in: target)
    let new = isSame ? old : place(in: patch)
    if old == nil, let new, keys == ["name"], !target.isEmpty {
      warnOfSimilar(patch[new], target, patch, keys)
    }
    path.append(.entry(values.first ?? ""))
    defer { path.removeLast() }
    let outcome = walk(
      old.map { target[$0] }, isSame ? old.map { target[$0] } : new.map { patch[$0] }, isSame: isSame,
      as: entry.map(MergeSchema.Field.object))
    // A directive that was read is gone, also where another entry turns out to mean the same.
    if let old, isSame {
      target[old] = target[old].withoutDirectives
    } else if let new, !isSame {
      patch[new] = patch[new].withoutDirectives
    }
    guard let item = outcome.node?.told(values, by: keys) else {
      target.set(nil, where: keys, are: values)
      return nil
    }
    // What is taken whole from the patch does not change the target's entry.
    if let old {
      if isSame { target[old] = item } else if case .changed = outcome { target[old] = item }
    } else if let new, !isSame {
      patch[new] = item
    }
    return item
  }
}

extension [[String]] {
  /// Makes one of entries that agree in one key and contradict each other in none.
  fileprivate mutating func joinAlike() {
    for first in indices {
      // As it was before, also where it was joined meanwhile.
      let values = self[first]
      for second in indices {
        guard let joined = Self.joined(values, self[second]) else { continue }
        self[first] = joined
        self[second] = joined
      }
    }
  }

  private static func joined(_ a: [String], _ b: [String]) -> [String]? {
    var agrees = false
    var joined: [String] = []
    for (left, right) in zip(a, b) {
      if sameBytes(left, right) {
        agrees = true
      } else if !left.isEmpty && !right.isEmpty {
        return nil
      }
      joined.append(left.isEmpty ? right : left)
    }
    return agrees ? joined : nil
  }
}

extension [Node] {
  /// Puts a node in the place of every entry with these keys, or behind all; `nil` removes them (`ElementSetter`).
  fileprivate mutating func set(_ node: Node?, where keys: [String], are values: [String]) {
    var isFound = false
    var kept: [Node] = []
    for item in self where !item.isNull && item.mapping?.isEmpty != true {
      if item.mapping == nil, keys.first != "", values.first.map({ !$0.isEmpty }) ?? false {
        kept.append(item)
        continue
      }
      let matches = !values.isEmpty && zip(keys, values).allSatisfy { item.matches($1, under: $0) }
      if !matches {
        if !values.isEmpty { kept.append(item) }
        continue
      }
      isFound = true
      if let node { kept.append(node) }
    }
    if let node, !node.isNull, !isFound { kept.append(node) }
    self = kept
  }

  /// Adds what only the target has, and puts the target's own entries in place of those that are there
  /// (`appendListNode`).
  fileprivate mutating func append(rest: [Node], by keys: [String]) {
    for item in rest {
      if keys[0].isEmpty {
        set(item, where: keys, are: [item.scalar?.text ?? ""])
        continue
      }
      var values: [String] = []
      for key in keys {
        if let value = item[key] { values.append(value.scalar?.text ?? "") } else { append(item) }
      }
      if keys.count > 1 { set(nil, where: keys, are: values) }
      set(item, where: keys, are: values)
    }
  }
}

extension Node {
  fileprivate var withoutDirectives: Node {
    var node = self
    node.changeMapping { mapping in
      mapping.pairs.removeAll {
        $0.key.text == PatchDirective.key && $0.value.text.flatMap(PatchDirective.init) != nil
      }
      for index in mapping.pairs.indices {
        mapping.pairs[index].value = mapping.pairs[index].value.withoutDirectives
      }
    }
    node.changeSequence { list in
      for index in list.items.indices { list.items[index] = list.items[index].withoutDirectives }
    }
    return node
  }

  fileprivate func values(of keys: [String]) -> [String] {
    keys.map { key in (key.isEmpty ? self : self[key])?.text ?? "" }
  }

  fileprivate func has(_ value: String, under key: String) -> Bool {
    if key.isEmpty { return sameBytes(scalar?.text ?? "", value) }
    return self[key].map { sameBytes($0.scalar?.text ?? "", value) } ?? false
  }

  /// The same where no value stands for any.
  fileprivate func matches(_ value: String, under key: String) -> Bool {
    if !key.isEmpty, value.isEmpty { return self[key] != nil }
    return has(value, under: key)
  }
}
