internal import Diagnostics
internal import Resources
internal import YAML

// kustomize reads a source and writes a target by rules of their own: in a source, `[key=value]` takes the first item that
// is equal, and `-` the last item; in a target, it takes every item that the expression is found in.

extension ReplacementPath {
  /// The one node that a source's path leads to; `nil` when there is none.
  func value(in object: Node) throws(ReplacementMismatch) -> Node? {
    var node = object
    for step in steps {
      guard let place = try Self.place(of: step, in: node) else { return nil }
      node = node.child(at: place)
    }
    return node
  }

  /// Changes the one node that a source's path leads to.
  func changeValue(in node: inout Node, _ change: (inout Node) -> Void) throws(ReplacementMismatch) {
    try Self.changeValue(at: steps[...], in: &node, change)
  }

  private static func changeValue(
    at steps: ArraySlice<Step>, in node: inout Node, _ change: (inout Node) -> Void
  ) throws(ReplacementMismatch) {
    guard let step = steps.first else { return change(&node) }
    guard let place = try place(of: step, in: node) else { return }
    let rest = steps.dropFirst()
    _ = try node.changeMapping { (mapping: inout Mapping) throws(ReplacementMismatch) in
      try changeValue(at: rest, in: &mapping.pairs[place].value, change)
    }
    _ = try node.changeSequence { (list: inout Sequence) throws(ReplacementMismatch) in
      try changeValue(at: rest, in: &list.items[place], change)
    }
  }

  /// The place among the pairs or items of a node.
  private static func place(of step: Step, in node: Node) throws(ReplacementMismatch) -> Int? {
    if node.isNull { return nil }
    switch step {
    case .field("-"): return try items(of: node).indices.last
    case .field(let name):
      guard let mapping = node.mapping else { throw ReplacementMismatch(node, wants: "a mapping") }
      return mapping.index(of: name)
    case .index(let index): return try items(of: node).indices.contains(index) ? index : nil
    case .item(let key, let value):
      return try items(of: node).firstIndex { (key.isEmpty ? $0 : $0[key])?.text == value }
    case .every:
      throw ReplacementMismatch(node, reason: "a source is one field, so its path can't have a \"*\"")
    }
  }

  private static func items(of node: Node) throws(ReplacementMismatch) -> [Node] {
    guard let items = node.items else { throw ReplacementMismatch(node, wants: "a sequence") }
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

extension ReplacementPath {
  /// Calls `change` on every node that a target's path leads to, and whether it was made for that.
  ///
  /// - Parameter blank: what is made where the last field is missing; `nil` makes nothing.
  /// - Returns: how many nodes there were.
  func visit(
    _ node: inout Node, creating blank: Node?,
    _ change: @escaping (inout Node, _ isNew: Bool) throws(ReplacementMismatch) -> Void
  ) throws(ReplacementMismatch) -> Int {
    let walk = ReplacementWalk(blank: blank, position: position, change: change)
    return try walk.visit(&node, steps[...], isNew: false)
  }
}

private struct ReplacementWalk {
  let blank: Node?
  let position: Position
  let change: (inout Node, Bool) throws(ReplacementMismatch) -> Void

  func visit(
    _ node: inout Node, _ steps: ArraySlice<ReplacementPath.Step>, isNew: Bool
  ) throws(ReplacementMismatch) -> Int {
    guard let step = steps.first else {
      try change(&node, isNew)
      return 1
    }
    if node.isNull, blank == nil { return 0 }
    let rest = steps.dropFirst()
    if case .field(let name) = step { return try visit(field: name, of: &node, rest) }
    let wrong = ReplacementMismatch(node, wants: "a sequence")
    let count = try node.changeSequence { (list: inout Sequence) throws(ReplacementMismatch) in
      switch step {
      case .index(let index): try visit(index: index, of: &list, rest)
      case .item(let key, let value): try visit(itemsWith: key, value, of: &list, rest)
      default: try visit(&list, rest) { _ in true }
      }
    }
    guard let count else { throw wrong }
    return count
  }

  private func visit(
    field name: String, of node: inout Node, _ rest: ArraySlice<ReplacementPath.Step>
  ) throws(ReplacementMismatch) -> Int {
    let wrong = ReplacementMismatch(node, wants: "a mapping")
    let count = try node.changeMapping { (mapping: inout Mapping) throws(ReplacementMismatch) in
      if let index = mapping.index(of: name) {
        return try visit(&mapping.pairs[index].value, rest, isNew: false)
      }
      guard var made = beginning(of: rest) else { return 0 }
      let count = try visit(&made, rest, isNew: true)
      mapping[name] = made
      return count
    }
    guard let count else { throw wrong }
    return count
  }

  private func visit(
    index: Int, of list: inout Sequence, _ rest: ArraySlice<ReplacementPath.Step>
  ) throws(ReplacementMismatch) -> Int {
    if list.items.indices.contains(index) {
      return try visit(&list.items[index], rest, isNew: false)
    }
    guard index == list.items.count, var made = beginning(of: rest) else {
      let count = list.items.count
      throw ReplacementMismatch(
        .sequence(list), reason: "it asks for item \(index) of a sequence that has \(count)")
    }
    let count = try visit(&made, rest, isNew: true)
    list.items.append(made)
    return count
  }

  private func visit(
    itemsWith key: String, _ value: String, of list: inout Sequence,
    _ rest: ArraySlice<ReplacementPath.Step>
  ) throws(ReplacementMismatch) -> Int {
    guard let pattern = Pattern(value) else {
      throw ReplacementMismatch(.sequence(list), reason: "\"\(value)\" is no regular expression")
    }
    // What follows an item that is itself the value is passed over.
    let rest = key.isEmpty ? [] : rest
    let count = try visit(&list, rest) { item in
      (key.isEmpty ? item : item[key])?.text.map(pattern.isFound(in:)) ?? false
    }
    if count > 0 || blank == nil { return count }
    let match = Node.scalar(Scalar(value, kind: ScalarResolution.resolve(plain: value), at: position))
    var made = key.isEmpty ? match : Node.mapping([key: match], at: position)
    let found = try visit(&made, rest, isNew: key.isEmpty)
    list.items.append(made)
    return found
  }

  private func visit(
    _ list: inout Sequence, _ rest: ArraySlice<ReplacementPath.Step>, where takes: (Node) -> Bool
  ) throws(ReplacementMismatch) -> Int {
    var count = 0
    for index in list.items.indices where takes(list.items[index]) {
      count += try visit(&list.items[index], rest, isNew: false)
    }
    return count
  }

  /// What a missing node starts as, by what the path asks of it next.
  private func beginning(of rest: ArraySlice<ReplacementPath.Step>) -> Node? {
    guard let blank else { return nil }
    switch rest.first {
    case nil: return blank
    case .index, .item: return .sequence([], at: position)
    case .field, .every: return .mapping(Mapping(at: position))
    }
  }
}
