internal import Diagnostics
internal import YAML

/// Puts a value at the end of a path, and what is optional and missing on the way there.
struct Replacing {
  let steps: PathSteps
  let value: Node
  /// What is created stands here.
  let position: Position

  init(_ path: OpsPath, value: Node, position: Position, _ visits: OpsVisits) {
    steps = PathSteps(path: path, visits: visits)
    self.value = value
    self.position = position
  }

  func apply(to node: inout Node) throws(PathFailure) {
    guard !steps.path.parts.isEmpty else {
      node = value
      return
    }
    try replace(in: &node, 0)
  }

  private func replace(in node: inout Node, _ index: Int) throws(PathFailure) {
    switch steps.path.parts[index].step {
    case .key(let key):
      guard case .mapping = node else { throw steps.failure(.noMapping(node), at: index, in: node) }
      try node.changeMapping { (mapping) throws(PathFailure) in try replace(key, in: &mapping, index) }
    case .index, .item, .end:
      guard case .sequence = node else { throw steps.failure(.noSequence(node), at: index, in: node) }
      try node.changeSequence { (sequence) throws(PathFailure) in try replace(in: &sequence, index) }
    }
  }

  private func replace(_ key: String, in mapping: inout Mapping, _ index: Int) throws(PathFailure) {
    let isLast = steps.isLast(index)
    if let pair = steps.pair(of: key, in: mapping) {
      if isLast {
        mapping.pairs[pair].value = value
      } else {
        try replace(in: &mapping.pairs[pair].value, index + 1)
      }
      return
    }
    guard steps.path.parts[index].isOptional else { throw steps.noKey(key, at: index, in: mapping) }
    var created = value
    if !isLast {
      created = try steps.container(for: index + 1, at: position, in: .mapping(mapping))
      try replace(in: &created, index + 1)
    }
    mapping.pairs.append(.init(key: Scalar(key, at: position), value: created))
  }

  private func replace(in sequence: inout Sequence, _ index: Int) throws(PathFailure) {
    switch steps.path.parts[index].step {
    case .index(let item): try replace(item, in: &sequence, index)
    case .item(let key, let name):
      if let item = try steps.match(key, name, at: index, in: sequence) {
        try replace(item, in: &sequence, index)
      } else {
        var created = value
        if !steps.isLast(index) {
          created = .strings([(key, name)], at: position)
          try replace(in: &created, index + 1)
        }
        sequence.items.append(created)
      }
    case .end: sequence.items.append(value)
    case .key: break
    }
  }

  private func replace(_ item: Int, in sequence: inout Sequence, _ index: Int) throws(PathFailure) {
    guard steps.isLast(index) else {
      let item = try steps.position(item, at: index, in: sequence)
      return try replace(in: &sequence.items[item], index + 1)
    }
    let (item, isInsertion) = try steps.destination(item, at: index, in: sequence)
    if isInsertion { sequence.items.insert(value, at: item) } else { sequence.items[item] = value }
  }
}
