package import Diagnostics
package import YAML

extension [Operation] {
  /// Applies all of them in order. One that fails is reported and left out; others that fail at the very same
  /// place are not said again.
  ///
  /// - Parameter growth: where is entered what they look through: thousands of operations may each look at thousands
  ///   of items.
  package func apply(to document: inout Node, _ report: Report, within growth: Growth = Growth()) {
    var said: Set<String> = []
    for operation in self {
      let visits = OpsVisits()
      do throws(PathFailure) {
        try operation.apply(to: &document, visits)
      } catch {
        if said.insert(error.summary(operation.path)).inserted {
          report.add(error.diagnostic(operation, hasHint: !report.isCrowded(by: PathFailure.id)))
        }
      }
      let holds = growth.holds(
        Self.visit, times: visits.count, of: "this operation", at: operation.pathText.position, report)
      guard holds else { return }
    }
  }

  /// To look at an item takes about as long as to make so many bytes.
  private static var visit: Int { 4 }
}

extension PathFailure {
  fileprivate static let id = "failed-operation"

  fileprivate func diagnostic(_ operation: Operation, hasHint: Bool) -> Diagnostic {
    var notes = [Diagnostic.Note(note, at: position)]
    if let error = operation.error { notes.insert(.init("the ops file says: \(error)"), at: 0) }
    return Diagnostic(
      Self.id, .error,
      "operation [\(operation.number)] of \(operation.file) \(summary(operation.path))",
      at: operation.position(ofPart: depth - 1), notes: position.isKnown ? notes : notes.dropLast(),
      hint: !hasHint
        ? nil : operation.path.parts.isEmpty ? "name a part of the document" : hint(operation.path))
  }
}

extension Node {
  /// What a path leads to that a flag names.
  ///
  /// - Returns: `nil` after a report.
  package func find(_ path: OpsPath, flag: String, at place: Position, _ report: Report) -> Node? {
    do throws(PathFailure) {
      return try find(path)
    } catch {
      report.error(
        "failed-path", "\(flag) \(error.summary(path))", at: place,
        notes: error.position.isKnown ? [.init(error.note, at: error.position)] : [], hint: error.hint(path))
      return nil
    }
  }
}
