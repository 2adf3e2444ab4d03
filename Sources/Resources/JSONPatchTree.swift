internal import Diagnostics
internal import YAML

/// The operations of a JSON patch on a tree.
extension Node {
  func value(at path: JSONPointer) throws(JSONPatchFailure) -> Node {
    var node = self
    for depth in path.tokens.indices {
      let index = try node.childIndex(PathStep(path: path, depth: depth))
      switch node {
      case .mapping(let mapping): node = mapping.pairs[index].value
      case .sequence(let sequence): node = sequence.items[index]
      case .scalar: break
      }
    }
    return node
  }

  mutating func add(_ value: Node, at path: JSONPointer) throws(JSONPatchFailure) {
    guard !path.tokens.isEmpty else {
      self = value
      return
    }
    try changeParent(PathStep(path: path, depth: 0)) { (parent, step) throws(JSONPatchFailure) in
      if case .mapping = parent {
        parent.changeMapping { $0[step.token] = value }
      } else {
        let index = try parent.insertionIndex(step)
        parent.changeSequence { $0.items.insert(value, at: index) }
      }
    }
  }

  mutating func remove(at path: JSONPointer) throws(JSONPatchFailure) {
    guard !path.tokens.isEmpty else {
      throw JSONPatchFailure(
        reason: "the root of an object can't be removed",
        hint: "to leave the object out, use a strategic merge patch with \"$patch: delete\"")
    }
    try changeParent(PathStep(path: path, depth: 0)) { (parent, step) throws(JSONPatchFailure) in
      let index = try parent.childIndex(step)
      parent.changeMapping { _ = $0.pairs.remove(at: index) }
        ?? parent.changeSequence { _ = $0.items.remove(at: index) } ?? ()
    }
  }

  /// Replaces what is there. As in kustomize, a field that isn't there is added, once something could have it.
  mutating func replace(with value: Node, at path: JSONPointer) throws(JSONPatchFailure) {
    guard !path.tokens.isEmpty else {
      self = value
      return
    }
    try changeParent(PathStep(path: path, depth: 0)) { (parent, step) throws(JSONPatchFailure) in
      if case .mapping = parent {
        parent.changeMapping { $0[step.token] = value }
      } else {
        let index = try parent.childIndex(step)
        parent.changeSequence { $0.items[index] = value }
      }
    }
  }
}

/// A token of a path, and the way to it.
private struct PathStep {
  let path: JSONPointer
  let depth: Int

  var token: String { path.tokens[depth] }
  var isLast: Bool { depth == path.tokens.count - 1 }
  var next: PathStep { PathStep(path: path, depth: depth + 1) }

  /// The place that the token is looked for in, as messages say it.
  var place: String { depth == 0 ? "the object" : "\"\(path.prefix(depth))\"" }
}

extension Node {
  /// Changes the mapping or sequence that the last step of a path leads into.
  private mutating func changeParent(
    _ step: PathStep, _ change: (inout Node, PathStep) throws(JSONPatchFailure) -> Void
  ) throws(JSONPatchFailure) {
    guard !step.isLast else { return try change(&self, step) }
    let index = try childIndex(step)
    try changeMapping { (mapping) throws(JSONPatchFailure) in
      try mapping.pairs[index].value.changeParent(step.next, change)
    }
    try changeSequence { (sequence) throws(JSONPatchFailure) in
      try sequence.items[index].changeParent(step.next, change)
    }
  }

  /// Where the child that a step names stands among the children.
  private func childIndex(_ step: PathStep) throws(JSONPatchFailure) -> Int {
    switch self {
    case .mapping(let mapping):
      guard let index = mapping.index(of: step.token) else { throw lacksKey(step, mapping) }
      return index
    case .sequence(let sequence):
      let count = sequence.items.count
      // As in kustomize, entries are also counted from the end: -1 is the last.
      let number = step.token.utf8.first == UInt8(ascii: "-") ? step.token.dropFirst() : step.token[...]
      guard let distance = Self.listIndex(number) else { throw notAnIndex(step) }
      let index = number.count == step.token.count ? distance : count - distance
      guard (0..<count).contains(index) else { throw lacksIndex(step, count) }
      return index
    case .scalar: throw hasNoChildren(step)
    }
  }

  /// Where a value is inserted in a list; `-` and the index after the last stand for its end.
  private func insertionIndex(_ step: PathStep) throws(JSONPatchFailure) -> Int {
    guard case .sequence(let sequence) = self else { throw hasNoChildren(step) }
    if step.token == "-" { return sequence.items.count }
    guard let index = Self.listIndex(step.token[...]) else { throw notAnIndex(step) }
    guard index <= sequence.items.count else { throw lacksIndex(step, sequence.items.count) }
    return index
  }

  /// An index is written in digits, without leading zeros.
  private static func listIndex(_ token: Substring) -> Int? {
    let digits = token.utf8
    guard digits.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) else { return nil }
    return digits.count > 1 && digits.first == UInt8(ascii: "0") ? nil : Int(token)
  }

  // MARK: Failures

  private func notAnIndex(_ step: PathStep) -> JSONPatchFailure {
    JSONPatchFailure(
      reason: "\(step.place) is a list, and \"\(step.token)\" is no index in it", place: position,
      hint: step.token == "-"
        ? "\"-\" is the place after the last entry, where only \"add\" can put something"
        : "entries are counted from 0, without leading zeros; \"-\" adds one at the end")
  }

  private func lacksIndex(_ step: PathStep, _ count: Int) -> JSONPatchFailure {
    let entries = count == 1 ? "1 entry" : "\(count) entries"
    return JSONPatchFailure(
      reason: "\(step.place) has no entry \(step.token): it has \(entries)", place: position,
      hint: "entries are counted from 0, and \"-\" adds one at the end")
  }

  private func lacksKey(_ step: PathStep, _ mapping: Mapping) -> JSONPatchFailure {
    JSONPatchFailure(
      reason: "\(step.place) has no \"\(step.token)\"", place: position,
      hint: suggestion(for: step.token, among: mapping.pairs.map(\.key.text), otherwise: "it has"))
  }

  private func hasNoChildren(_ step: PathStep) -> JSONPatchFailure {
    JSONPatchFailure(
      reason: "\(step.place) is \(kindName), so it can't have \"\(step.token)\"", place: position,
      hint: "replace it as a whole, by a mapping or a list")
  }
}
