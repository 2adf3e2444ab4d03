internal import Resources
internal import YAML

/// The smallest strategic merge patch between two objects, where there is one.
enum StrategicDifference {
  /// Why there is none.
  private struct Inexpressible: Error {}

  /// - Returns: `nil` when no such patch gives exactly the new object.
  static func patch(from old: Node, to new: Node, _ gvk: GroupVersionKind) -> Node? {
    guard let old = old.mapping, let new = new.mapping else { return nil }
    let type = MergeSchema.builtin.type(of: gvk).map(MergeSchema.Field.object)
    return try? .mapping(patch(from: old, to: new, type))
  }

  private static func patch(
    from old: Mapping, to new: Mapping, _ field: MergeSchema.Field?
  ) throws(Inexpressible) -> Mapping {
    var type: MergeSchema.TypeID?
    if case .object(let known) = field { type = known }
    var patch = Mapping()
    let places = KeyPlaces(old, lookups: new.pairs.count)
    for pair in new.pairs {
      let before = places.index(of: pair.key.text, in: old).map { old.pairs[$0].value }
      if before?.sameData(as: pair.value) == true { continue }
      let inner = MergeSchema.builtin.field(pair.key.text, of: type)
      patch.pairs.append(.init(key: pair.key, value: try value(from: before, to: pair.value, inner)))
    }
    let kept = KeyPlaces(new, lookups: old.pairs.count)
    for pair in old.pairs where kept.index(of: pair.key.text, in: new) == nil {
      patch.pairs.append(.init(key: pair.key, value: .null))
    }
    return patch
  }

  private static func value(
    from old: Node?, to new: Node, _ field: MergeSchema.Field?
  ) throws(Inexpressible) -> Node {
    if new.isNull { throw Inexpressible() }
    switch (old, new) {
    case (.mapping(let old)?, .mapping(let new)): return .mapping(try patch(from: old, to: new, field))
    case (.sequence(let old)?, .sequence(let new)):
      guard case .list(let keys, let entry)? = field else { return .sequence(new) }
      return .sequence(try entries(from: old.items, to: new.items, keys, entry))
    case (.scalar?, .scalar), (nil, _): return new
    // A patch that puts something of another kind in a place is refused.
    default: throw Inexpressible()
    }
  }

  // MARK: Lists whose entries have keys

  private static func entries(
    from old: [Node], to new: [Node], _ keys: [String], _ entry: MergeSchema.TypeID?
  ) throws(Inexpressible) -> [Node] {
    guard let key = keys.first else { throw Inexpressible() }
    let before = try names(of: old, key)
    let after = try names(of: new, key)
    // New entries come last, and the others keep their order.
    let (left, places) = (Set(after), Dictionary(zip(before, old.indices)) { first, _ in first })
    let kept = before.filter(left.contains)
    guard Array(after.prefix(kept.count)) == kept else { throw Inexpressible() }
    var patch: [Node] = []
    for (name, item) in zip(after, new) {
      guard let place = places[name] else {
        patch.append(item)
        continue
      }
      guard !old[place].sameData(as: item), let was = old[place].mapping, let now = item.mapping else {
        continue
      }
      var changes = try self.patch(from: was, to: now, entry.map(MergeSchema.Field.object))
      for key in keys.reversed() {
        guard let value = now[key] else { continue }
        changes[key] = nil
        changes.pairs.insert(.init(key: Scalar(key), value: value), at: 0)
      }
      patch.append(.mapping(changes))
    }
    for (name, item) in zip(before, old) where !left.contains(name) {
      patch.append(.mapping([key: item[key], "$patch": "delete"]))
    }
    return patch
  }

  private static func names(of items: [Node], _ key: String) throws(Inexpressible) -> [KeyBytes] {
    let names = items.compactMap { $0[key]?.text.map(KeyBytes.init) }
    guard names.count == items.count, Set(names).count == names.count else { throw Inexpressible() }
    return names
  }
}
