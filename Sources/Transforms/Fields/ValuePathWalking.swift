internal import Diagnostics
internal import Resources
internal import YAML

// kustomize reads a source and writes a target by rules of their own: in a source, `[key=value]` takes the first item that
// is equal, and `-` the last item; in a target, it takes every item that the expression is found in.

extension ValuePath {
  /// The one node that a source's path leads to; `nil` when there is none.
  func value(in object: Node) throws(ValuePathMismatch) -> Node? {
    var node = object
    for step in steps {
      guard let place = try Self.place(of: step, in: node) else { return nil }
      node = node.child(at: place)
    }
    return node
  }

  /// Changes the one node that a source's path leads to.
  func changeValue(in node: inout Node, _ change: (inout Node) -> Void) throws(ValuePathMismatch) {
    try Self.changeValue(at: steps[...], in: &node, change)
  }

  private static func changeValue(
    at steps: ArraySlice<Step>, in node: inout Node, _ change: (inout Node) -> Void
  ) throws(ValuePathMismatch) {
    guard let step = steps.first else { return change(&node) }
    guard let place = try place(of: step, in: node) else { return }
    let rest = steps.dropFirst()
    _ = try node.changeMapping { (mapping: inout Mapping) throws(ValuePathMismatch) in
      try changeValue(at: rest, in: &mapping.pairs[place].value, change)
    }
    _ = try node.changeSequence { (list: inout Sequence) throws(ValuePathMismatch) in
      try changeValue(at: rest, in: &list.items[place], change)
    }
  }

  /// The place among the pairs or items of a node.
  private static func place(of step: Step, in node: Node) throws(ValuePathMismatch) -> Int? {
    if node.isNull { return nil }
    switch step {
    case .field("-"): return try items(of: node).indices.last
    case .field(let name):
      guard let mapping = node.mapping else { throw ValuePathMismatch(node, wants: "a mapping") }
      return mapping.index(of: name)
    case .index(let index): return try items(of: node).indices.contains(index) ? index : nil
    case .item(let key, let value):
      return try items(of: node).firstIndex {
        (key.isEmpty ? $0 : $0[key])?.text.map { sameBytes($0, value) } ?? false
      }
    case .every:
      throw ValuePathMismatch(node, reason: "a source is one field, so its path can't have a \"*\"")
    }
  }

  private static func items(of node: Node) throws(ValuePathMismatch) -> [Node] {
    guard let items = node.items else { throw ValuePathMismatch(node, wants: "a sequence") }
    return items
  }
}

extension Node {
  fileprivate func child(at place: Int) -> Node {
    switch self {
    case .scalar: self
    case .sequence(let sequence): sequence.items[place]
    case .mapping(let mapping): mapping.pairs[place].value
    }
  }
}

extension ValuePath {
  /// Calls `change` on every node that a target's path leads to, and whether it was made for that.
  ///
  /// - Parameters:
  ///   - blank: what is made where the last field is missing; `nil` makes nothing.
  ///   - asked: is told how many items of a list are asked whether they are meant.
  /// - Returns: how many nodes there were.
  func visit(
    _ node: inout Node, creating blank: Node?, _ asked: @escaping (Int) -> Void,
    _ change: @escaping (inout Node, _ isNew: Bool) throws(ValuePathMismatch) -> Void
  ) throws(ValuePathMismatch) -> Int {
    let walk = ValuePathVisit(blank: blank, position: position, asked: asked, change: change)
    return try walk.visit(&node, steps[...], isNew: false)
  }
}
