internal import Diagnostics
package import YAML

extension Node {
  /// What a path leads to.
  ///
  /// - Returns: null for an optional part that is missing at the end of the path.
  package func find(_ path: OpsPath, _ visits: OpsVisits = OpsVisits()) throws(PathFailure) -> Node {
    let steps = PathSteps(path: path, visits: visits)
    var node = self
    for index in path.parts.indices { node = try steps.step(index, from: node) }
    return node
  }
}

extension PathSteps {
  fileprivate func step(_ index: Int, from node: Node) throws(PathFailure) -> Node {
    switch path.parts[index].step {
    case .key(let key):
      guard case .mapping(let mapping) = node else { throw failure(.noMapping(node), at: index, in: node) }
      if let pair = pair(of: key, in: mapping) { return mapping.pairs[pair].value }
      guard path.parts[index].isOptional else { throw noKey(key, at: index, in: mapping) }
      return isLast(index) ? .null : try container(for: index + 1, at: node.position, in: node)
    case .index(let item):
      guard case .sequence(let sequence) = node else { throw failure(.noSequence(node), at: index, in: node) }
      return sequence.items[try position(item, at: index, in: sequence)]
    case .item(let key, let value):
      guard case .sequence(let sequence) = node else { throw failure(.noSequence(node), at: index, in: node) }
      guard let item = try match(key, value, at: index, in: sequence) else {
        return .strings([(key, value)], at: node.position)
      }
      return sequence.items[try position(item, at: index, in: sequence)]
    case .end:
      throw failure(
        .misplaced("finds nothing after the last item", hint: "write \"-1\" for the last item"), at: index,
        in: node)
    }
  }
}
