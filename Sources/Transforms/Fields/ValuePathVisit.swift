internal import Diagnostics
internal import Resources
internal import YAML

/// One walk from an object along the path of a replacement's target.
struct ValuePathVisit {
  let blank: Node?
  let position: Position
  let asked: (Int) -> Void
  let change: (inout Node, Bool) throws(ValuePathMismatch) -> Void

  func visit(
    _ node: inout Node, _ steps: ArraySlice<ValuePath.Step>, isNew: Bool
  ) throws(ValuePathMismatch) -> Int {
    guard let step = steps.first else {
      try change(&node, isNew)
      return 1
    }
    if node.isNull, blank == nil { return 0 }
    let rest = steps.dropFirst()
    if case .field(let name) = step { return try visit(field: name, of: &node, rest) }
    let wrong = ValuePathMismatch(node, wants: "a sequence")
    let count = try node.changeSequence { (list: inout Sequence) throws(ValuePathMismatch) in
      switch step {
      case .index(let index): try visit(index: index, of: &list, rest)
      case .item(let key, let value): try visit(itemsWith: key, value, of: &list, rest)
      default: try visitAll(&list, rest)
      }
    }
    guard let count else { throw wrong }
    return count
  }

  private func visit(
    field name: String, of node: inout Node, _ rest: ArraySlice<ValuePath.Step>
  ) throws(ValuePathMismatch) -> Int {
    let wrong = ValuePathMismatch(node, wants: "a mapping")
    let count = try node.changeMapping { (mapping: inout Mapping) throws(ValuePathMismatch) in
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
    index: Int, of list: inout Sequence, _ rest: ArraySlice<ValuePath.Step>
  ) throws(ValuePathMismatch) -> Int {
    if list.items.indices.contains(index) {
      return try visit(&list.items[index], rest, isNew: false)
    }
    guard index == list.items.count, var made = beginning(of: rest) else {
      let count = list.items.count
      throw ValuePathMismatch(
        .sequence(list), reason: "it asks for item \(index) of a sequence that has \(count)")
    }
    let count = try visit(&made, rest, isNew: true)
    list.items.append(made)
    return count
  }

  private func visit(
    itemsWith key: String, _ value: String, of list: inout Sequence,
    _ rest: ArraySlice<ValuePath.Step>
  ) throws(ValuePathMismatch) -> Int {
    let pattern: Pattern
    do throws(Pattern.Mistake) { pattern = try Pattern(value, .part) } catch {
      throw ValuePathMismatch(
        .sequence(list), reason: "\"\(value)\" is no regular expression: \(error.reason)")
    }
    // What follows an item that is itself the value is passed over.
    let rest = key.isEmpty ? [] : rest
    asked(list.items.count)
    let count = try visit(&list, rest) { item in
      (key.isEmpty ? item : item[key])?.text.map(pattern.matches) ?? false
    }
    if count > 0 || blank == nil { return count }
    let match = Node.scalar(Scalar(value, kind: ScalarResolution.resolve(plain: value), at: position))
    var made = key.isEmpty ? match : Node.mapping([key: match], at: position)
    let found = try visit(&made, rest, isNew: key.isEmpty)
    list.items.append(made)
    return found
  }

  private func visitAll(
    _ list: inout Sequence, _ rest: ArraySlice<ValuePath.Step>
  ) throws(ValuePathMismatch) -> Int {
    asked(list.items.count)
    return try visit(&list, rest) { _ in true }
  }

  private func visit(
    _ list: inout Sequence, _ rest: ArraySlice<ValuePath.Step>, where takes: (Node) -> Bool
  ) throws(ValuePathMismatch) -> Int {
    var count = 0
    for index in list.items.indices where takes(list.items[index]) {
      count += try visit(&list.items[index], rest, isNew: false)
    }
    return count
  }

  /// What a missing node starts as, by what the path asks of it next.
  private func beginning(of rest: ArraySlice<ValuePath.Step>) -> Node? {
    guard let blank else { return nil }
    switch rest.first {
    case nil: return blank
    case .index, .item: return .sequence([], at: position)
    case .field, .every: return .mapping(Mapping(at: position))
    }
  }
}
