internal import Diagnostics
package import YAML

/// One change of an ops file, ready to be applied.
package struct Operation: Sendable {
  package enum Action: Sendable {
    case replace(Node)
    case remove
    case test(Node)
    case testAbsence
  }

  package var action: Action
  package var path: OpsPath
  /// The text of the path in the ops file.
  package var pathText: Scalar
  /// What the author of the ops file wants to be said when it fails.
  package var error: String?
  /// From 0, as in BOSH's messages.
  package var number: Int
  /// The ops file as messages show it.
  package var file: String

  package func apply(
    to document: inout Node, _ visits: OpsVisits = OpsVisits()
  ) throws(PathFailure) {
    switch action {
    case .replace(let value):
      try Replacing(path, value: value, position: pathText.position, visits).apply(to: &document)
    case .remove: try Removing(path, visits).apply(to: &document)
    case .test(let expected):
      let found = try document.find(path, visits)
      if !found.sameData(as: expected) { throw failure(.differs(found, expected: expected), found) }
    case .testAbsence:
      let found: Node
      do throws(PathFailure) {
        found = try document.find(path, visits)
      } catch {
        if error.isAbsence(at: path.parts.count) { return }
        throw error
      }
      throw failure(.isThere, found)
    }
  }

  private func failure(_ reason: PathFailure.Reason, _ found: Node) -> PathFailure {
    PathFailure(reason: reason, depth: path.parts.count, position: found.position)
  }

  /// The place of a part within the path's text.
  func position(ofPart index: Int) -> Position {
    guard path.offsets.indices.contains(index) else { return pathText.position }
    return pathText.position(at: path.offsets[index])
  }
}

extension Scalar {
  /// The position of a byte of a text without escapes that stands on one line.
  func position(at offset: Int) -> Position {
    let quote: Int
    switch style {
    case .plain: quote = 0
    case .singleQuoted, .doubleQuoted: quote = 1
    case .literal, .folded: return position
    }
    // Of a long text every reference would read all of it.
    guard position.isKnown, text.utf8.count < 4096, text.utf8.allSatisfy({ $0 < 0x80 && $0 >= 0x20 }) else {
      return position
    }
    return Position(
      file: position.file, line: position.line, column: position.column + UInt32(offset + quote))
  }
}
