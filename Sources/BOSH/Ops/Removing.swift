internal import YAML

/// Removes what a path leads to; an optional part that is missing ends it quietly.
struct Removing {
  let steps: PathSteps

  init(_ path: OpsPath, _ visits: OpsVisits) {
    steps = PathSteps(path: path, visits: visits)
  }

  func apply(to node: inout Node) throws(PathFailure) {
    guard !steps.path.parts.isEmpty else {
      throw PathFailure(
        reason: .misplaced("can't remove the whole document", hint: "name what is to be removed"), depth: 0,
        position: node.position)
    }
    try remove(in: &node, 0)
  }

  private func remove(in node: inout Node, _ index: Int) throws(PathFailure) {
    switch steps.path.parts[index].step {
    case .key(let key):
      guard case .mapping = node else { throw steps.failure(.noMapping(node), at: index, in: node) }
      try node.changeMapping { (mapping) throws(PathFailure) in try remove(key, in: &mapping, index) }
    case .index, .item:
      guard case .sequence = node else { throw steps.failure(.noSequence(node), at: index, in: node) }
      try node.changeSequence { (sequence) throws(PathFailure) in try remove(in: &sequence, index) }
    case .end:
      throw steps.failure(
        .misplaced("can't remove what is after the last item", hint: "write \"-1\" for the last item"),
        at: index,
        in: node)
    }
  }

  private func remove(_ key: String, in mapping: inout Mapping, _ index: Int) throws(PathFailure) {
    guard let pair = steps.pair(of: key, in: mapping) else {
      if steps.path.parts[index].isOptional { return }
      throw steps.noKey(key, at: index, in: mapping)
    }
    if steps.isLast(index) {
      mapping.pairs.remove(at: pair)
    } else {
      try remove(in: &mapping.pairs[pair].value, index + 1)
    }
  }

  private func remove(in sequence: inout Sequence, _ index: Int) throws(PathFailure) {
    let start: Int?
    switch steps.path.parts[index].step {
    case .index(let item): start = item
    case .item(let key, let value): start = try steps.match(key, value, at: index, in: sequence)
    case .key, .end: start = nil
    }
    guard let start else { return }
    let item = try steps.position(start, at: index, in: sequence)
    if steps.isLast(index) {
      sequence.items.remove(at: item)
    } else {
      try remove(in: &sequence.items[item], index + 1)
    }
  }
}
