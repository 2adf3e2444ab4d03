internal import Diagnostics
internal import Resources
internal import YAML

/// Walks two objects side by side and notes where they differ.
struct FieldComparison {
  private let schema = MergeSchema.builtin
  private let notesOrder: Bool
  private var path = ChangePath()
  private var changes: [FieldChange] = []

  private init(notesOrder: Bool) {
    self.notesOrder = notesOrder
  }

  /// - Parameters:
  ///   - ignoringName: for one object under two names.
  ///   - notingOrder: whether the order of entries that keys tell apart is a difference.
  static func changes(
    from old: Resource, to new: Resource, ignoringName: Bool, notingOrder: Bool = false
  ) -> [FieldChange] {
    var comparison = FieldComparison(notesOrder: notingOrder)
    let type = comparison.schema.type(of: new.gvk).map(MergeSchema.Field.object)
    comparison.compare(old.object, new.object, as: type)
    comparison.findRemovals(old, new)
    guard ignoringName else { return comparison.changes }
    return comparison.changes.filter { $0.path.steps != [.field("metadata"), .field("name")] }
  }

  private mutating func findRemovals(_ old: Resource, _ new: Resource) {
    guard !old.removedFields.isEmpty || !new.removedFields.isEmpty else { return }
    for index in changes.indices {
      let side = changes[index].new == nil ? new : old
      changes[index].removal = side.removedFields[changes[index].path.text] ?? .none
    }
  }

  private mutating func compare(_ old: Node, _ new: Node, as field: MergeSchema.Field?) {
    switch (old, new) {
    case (.scalar(let a), .scalar(let b)):
      if !a.sameValue(as: b) { note(old, new) }
    case (.mapping(let a), .mapping(let b)): compare(a, b, as: field)
    case (.sequence(let a), .sequence(let b)): compare(a.items, b.items, as: field)
    default: note(old, new)
    }
  }

  private mutating func note(_ old: Node?, _ new: Node?) {
    changes.append(FieldChange(path: path, old: old, new: new))
  }

  private mutating func within(_ step: ChangePath.Step, _ body: (inout FieldComparison) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  // MARK: Mappings

  private mutating func compare(_ old: Mapping, _ new: Mapping, as field: MergeSchema.Field?) {
    var type: MergeSchema.TypeID?
    if case .object(let known) = field { type = known }
    // Both sides mostly have the same keys in the same order.
    let places = MatchingKeys(old, new)
    let isRoot = path.steps.isEmpty
    for (index, pair) in old.pairs.enumerated() {
      let other = places.index(of: pair.key.text, at: index, in: new).map { new.pairs[$0].value }
      // Of most objects the whole spec, or all but it, is as it was.
      if isRoot, other?.sameValue(as: pair.value) == true { continue }
      within(.field(pair.key.text)) { walk in
        if let other {
          walk.compare(pair.value, other, as: walk.schema.field(pair.key.text, of: type))
        } else {
          walk.note(pair.value, nil)
        }
      }
    }
    guard !places.areInPlace || new.pairs.count > old.pairs.count else { return }
    let known = MatchingKeys(new, old)
    for (index, pair) in new.pairs.enumerated()
    where known.index(of: pair.key.text, at: index, in: old) == nil {
      within(.field(pair.key.text)) { $0.note(nil, pair.value) }
    }
  }

  // MARK: Sequences

  private mutating func compare(_ old: [Node], _ new: [Node], as field: MergeSchema.Field?) {
    if old.count == new.count, zip(old, new).allSatisfy({ $0.sameValue(as: $1) }) { return }
    if let keys = ListKeys(old, new, as: field, at: path) {
      compareEntries(old, new, keys)
    } else {
      compareInOrder(old, new)
    }
  }

  private mutating func compareEntries(_ old: [Node], _ new: [Node], _ keys: ListKeys) {
    if notesOrder, let order = keys.reordered(old, new) {
      changes.append(FieldChange(path: path, old: order.old, new: order.new, isOrder: true))
    }
    let (olds, news) = (EntryPlaces(old, keys), EntryPlaces(new, keys))
    for item in old {
      let other = news.place(of: item).map { new[$0] }
      within(.entry(keys.values(of: item))) { walk in
        if let other {
          walk.compare(item, other, as: keys.entry)
        } else {
          walk.note(item, nil)
        }
      }
    }
    for item in new where olds.place(of: item) == nil {
      within(.entry(keys.values(of: item))) { $0.note(nil, item) }
    }
  }

  /// Items that only one side has are paired in order; what is left over was added or removed.
  private mutating func compareInOrder(_ old: [Node], _ new: [Node]) {
    let (removed, added) = ListAlignment.differing(old, new)
    for (before, after) in zip(removed, added) {
      // What stands elsewhere now is no change of what stood there.
      if old[before].sameValue(as: new[after]) {
        within(.index(before)) { $0.note(old[before], nil) }
        within(.index(after)) { $0.note(nil, new[after]) }
      } else {
        within(.index(after)) { $0.compare(old[before], new[after], as: nil) }
      }
    }
    for index in removed.dropFirst(added.count) { within(.index(index)) { $0.note(old[index], nil) } }
    for index in added.dropFirst(removed.count) { within(.index(index)) { $0.note(nil, new[index]) } }
  }
}

extension Scalar {
  func sameValue(as other: Scalar) -> Bool {
    kind == other.kind && (sameBytes(text, other.text) || kind == .null)
  }
}

extension Node {
  /// Whether two nodes mean the same, whatever the order of their keys.
  func sameValue(as other: Node) -> Bool {
    switch (self, other) {
    case (.scalar(let a), .scalar(let b)): a.sameValue(as: b)
    case (.sequence(let a), .sequence(let b)):
      a.items.count == b.items.count && zip(a.items, b.items).allSatisfy { $0.sameValue(as: $1) }
    case (.mapping(let a), .mapping(let b)):
      a.pairs.count == b.pairs.count && a.hasSameValues(as: b)
    default: false
    }
  }
}

extension Mapping {
  fileprivate func hasSameValues(as other: Mapping) -> Bool {
    let places = MatchingKeys(self, other)
    return pairs.indices.allSatisfy { index in
      places.index(of: pairs[index].key.text, at: index, in: other)
        .map { other.pairs[$0].value.sameValue(as: pairs[index].value) } ?? false
    }
  }
}
