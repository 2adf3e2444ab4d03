internal import YAML

/// What a patch does to the fields of an object that it does not speak of, because kustomize (v5.8) writes each anew on
/// its way through (`FieldSetter`).
extension StrategicMergeWalk {
  /// - Parameter field: what the schema knows of the node.
  func settle(_ node: inout Node, as field: MergeSchema.Field?) {
    guard node.isUnsettled else { return }
    // Lists that do not merge are left alone.
    if case .list(_, let entry)? = field {
      node.changeSequence { list in
        for index in list.items.indices {
          settle(&list.items[index], as: entry.map(MergeSchema.Field.object))
        }
      }
      return
    }
    let type = type(of: field, node)
    node.changeMapping { mapping in
      mapping.pairs.removeAll { $0.value.isBlankNull }
      for index in mapping.pairs.indices {
        mapping.pairs[index].value.addQuotes()
        settle(&mapping.pairs[index].value, as: schema.field(mapping.pairs[index].key.text, of: type))
      }
    }
  }
}

extension Node {
  fileprivate var isUnsettled: Bool {
    switch self {
    case .scalar(let scalar): scalar.awaitsQuotes || isBlankNull
    case .sequence(let sequence): sequence.items.contains { $0.isUnsettled }
    case .mapping(let mapping): mapping.pairs.contains { $0.value.isUnsettled }
    }
  }

  /// A null that nobody wrote out, as in `annotations:` with nothing behind it, goes; `null` and `~` stay.
  fileprivate var isBlankNull: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.kind == .null && scalar.text.isEmpty
  }

  /// What a replacement made has no tag, so that `3` is a number, and what took the place of a plain text has no quotes:
  /// each becomes the string that YAML 1.1 would not take it for without.
  mutating func addQuotes() {
    if case .scalar(let scalar) = self, scalar.awaitsQuotes { self = .scalar(scalar.quoted) }
  }
}
