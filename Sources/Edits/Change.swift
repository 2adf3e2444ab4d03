package import YAML

/// A change of a document: what is to be different in its tree, and by that in its text.
package enum Change: Sendable {
  /// The value at a place becomes another one.
  case replace([Step], Node)
  /// A mapping gets a field that it does not have, behind the last of those named, or else behind all.
  case insert(into: [Step], String, Node, behind: [String])
  /// The document gets a field before all others.
  case prepend(String, Node)
  /// A list gets one more item at its end.
  case append([Step], Node)
  /// A field or an item goes, and with it what would be left empty around it.
  case remove([Step])
  /// A field gets another name.
  case rename([Step], String)
  /// An item of a list becomes the value of the only field of a mapping.
  case wrap([Step], String)
  /// The value of a field of the root becomes items of another, behind those that it has.
  case move(String, to: String, MovedShape)
}

extension Change {
  /// What it makes of a tree.
  func apply(to root: inout Node) {
    switch self {
    case .replace(let path, let node): root.change(at: path[...]) { $0 = node }
    case .insert(let path, let key, let node, _):
      root.change(at: path[...]) { target in
        if target.mapping == nil { target = .mapping(Mapping()) }
        _ = target.changeMapping { $0[key] = node }
      }
    case .prepend(let key, let node): _ = root.changeMapping { $0[key] = node }
    case .append(let path, let node):
      root.change(at: path[...]) { target in
        if target.items == nil { target = .sequence(Sequence()) }
        _ = target.changeSequence { $0.items.append(node) }
      }
    case .remove(let path): root.change(at: path.dropLast()) { $0.remove(path.last) }
    case .rename(let path, let name):
      guard case .key(let key)? = path.last else { return }
      root.change(at: path.dropLast()) { target in
        _ = target.changeMapping { mapping in
          if let index = mapping.index(of: key) { mapping.pairs[index].key.text = name }
        }
      }
    case .wrap(let path, let key):
      root.change(at: path[...]) { $0 = .mapping(Mapping([.init(key: Scalar(key), value: $0)])) }
    case .move(let key, let target, let shape):
      _ = root.changeMapping { mapping in
        guard let value = mapping[key] else { return }
        mapping[target] = .sequence((mapping[target]?.items ?? []) + shape.items(of: value))
        mapping[key] = nil
      }
    }
  }
}

extension Node {
  fileprivate mutating func remove(_ step: Step?) {
    switch step {
    case .key(let key): _ = changeMapping { $0[key] = nil }
    case .item(let index): _ = changeSequence { _ = $0.items.remove(at: index) }
    case nil: break
    }
  }
}
