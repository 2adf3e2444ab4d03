internal import YAML

/// Nulls that nobody wrote out, as in `annotations:` with nothing behind it.
///
/// As in kustomize, they are gone from an object once a patch went through it; `null` and `~` stay.
extension StrategicMergeWalk {
  /// - Parameter field: what the schema knows of the node: lists that do not merge are left alone.
  func dropBlankNulls(in node: inout Node, as field: MergeSchema.Field?) {
    guard node.holdsBlankNull else { return }
    switch field {
    case .list(_, let entry):
      node.changeSequence { list in
        for index in list.items.indices {
          dropBlankNulls(in: &list.items[index], as: entry.map(MergeSchema.Field.object))
        }
      }
    case .object, nil:
      let type = type(of: field, node)
      node.changeMapping { mapping in
        mapping.pairs.removeAll { $0.value.isBlankNull }
        for index in mapping.pairs.indices {
          let field = schema.field(mapping.pairs[index].key.text, of: type)
          dropBlankNulls(in: &mapping.pairs[index].value, as: field)
        }
      }
    }
  }
}

extension Node {
  fileprivate var isBlankNull: Bool {
    guard case .scalar(let scalar) = self else { return false }
    return scalar.kind == .null && scalar.text.isEmpty
  }

  fileprivate var holdsBlankNull: Bool {
    switch self {
    case .scalar: isBlankNull
    case .sequence(let sequence): sequence.items.contains { $0.holdsBlankNull }
    case .mapping(let mapping): mapping.pairs.contains { $0.value.holdsBlankNull }
    }
  }
}
