package import Diagnostics
package import YAML

/// A JSON patch (RFC 6902): operations that are carried out one after the other.
package struct JSONPatch: Sendable {
  struct Operation: Sendable {
    enum Action: Sendable {
      case add(Node)
      case remove
      case replace(Node)
      case move(from: JSONPointer)
      case copy(from: JSONPointer)
      case test(Node)
    }

    let action: Action
    let path: JSONPointer
    /// Where the path stands in the patch.
    let position: Position
  }

  let operations: [Operation]

  /// Changes the target in place.
  ///
  /// - Parameter resource: what is patched, as messages call it.
  /// - Returns: whether every operation could be carried out. After one that couldn't, which is reported, the
  ///   target is in an unspecified state.
  package func apply(to target: inout Node, report: Report, describing resource: String) -> Bool {
    for operation in operations {
      do throws(JSONPatchFailure) {
        try operation.apply(to: &target)
      } catch {
        operation.report(error, in: resource, to: report)
        return false
      }
    }
    return true
  }
}

/// Why an operation can't be carried out.
struct JSONPatchFailure: Error {
  var id = "patch-path-not-found"
  var reason: String
  /// What of the object the reason speaks of.
  var position: Position?
  var hint: String?
}

extension JSONPatch.Operation {
  var name: String {
    switch action {
    case .add: "add"
    case .remove: "remove"
    case .replace: "replace"
    case .move: "move"
    case .copy: "copy"
    case .test: "test"
    }
  }

  func apply(to target: inout Node) throws(JSONPatchFailure) {
    switch action {
    case .add(let value): try target.add(value, at: path)
    case .remove: _ = try target.remove(at: path)
    case .replace(let value): try target.replace(with: value, at: path)
    case .copy(let from): try target.add(try target.value(at: from), at: path)
    case .move(let from):
      if from.contains(path) {
        throw JSONPatchFailure(
          id: "patch-moves-into-itself", reason: "\"\(from)\" can't be moved into itself", position: nil)
      }
      let value = try target.value(at: from)
      try target.remove(at: from)
      try target.add(value, at: path)
    case .test(let expected): try test(target, expected)
    }
  }

  private func test(_ target: Node, _ expected: Node) throws(JSONPatchFailure) {
    let actual: Node
    do throws(JSONPatchFailure) {
      actual = try target.value(at: path)
    } catch {
      // kustomize takes a field that isn't there for null, once there is something that could have it.
      if expected.isNull, !path.tokens.isEmpty,
        (try? target.value(at: path.prefix(path.tokens.count - 1)).mapping) != nil
      {
        return
      }
      throw error
    }
    if actual.hasEqualValue(expected) { return }
    throw JSONPatchFailure(
      id: "patch-test-failed", reason: "there is \(actual.shown), not \(expected.shown)",
      position: actual.position)
  }

  fileprivate func report(_ failure: JSONPatchFailure, in resource: String, to report: Report) {
    report.error(
      failure.id, "can't \(name) \"\(path)\" in \(resource): \(failure.reason)", at: position,
      notes: failure.position.map { [Diagnostic.Note("this is patched", at: $0)] } ?? [], hint: failure.hint)
  }
}

extension Node {
  /// A scalar's text, or what kind of node this is.
  fileprivate var shown: String {
    guard case .scalar(let scalar) = self, scalar.kind != .null else { return kindName }
    return scalar.kind == .string ? "\"\(scalar.text)\"" : scalar.text
  }
}
