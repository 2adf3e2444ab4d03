package import Changes
package import Diagnostics
internal import Resources
package import YAML

extension Node {
  /// Has a field stand at another place, with what it holds as it is; does nothing where there is none.
  package mutating func move(_ path: ChangePath, to position: Position) {
    move(path.steps[...], to: position)
  }

  private mutating func move(_ path: ArraySlice<ChangePath.Step>, to position: Position) {
    guard let step = path.first else { return move(to: position) }
    _ = changeMapping { mapping in
      guard case .field(let name) = step,
        let index = mapping.pairs.firstIndex(where: { sameBytes($0.key.text, name) })
      else { return }
      mapping.pairs[index].value.move(path.dropFirst(), to: position)
    }
    _ = changeSequence { sequence in
      guard let index = step.index(in: sequence.items) else { return }
      sequence.items[index].move(path.dropFirst(), to: position)
    }
  }

  private mutating func move(to position: Position) {
    switch self {
    case .scalar(var scalar):
      scalar.position = position
      self = .scalar(scalar)
    case .sequence: _ = changeSequence { $0.position = position }
    case .mapping: _ = changeMapping { $0.position = position }
    }
  }
}
