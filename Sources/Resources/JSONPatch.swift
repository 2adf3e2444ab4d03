package import Diagnostics
package import YAML

/// A JSON patch (RFC 6902): operations that are carried out one after the other.
package struct JSONPatch: Sendable {
  struct Operation: Sendable {
    enum Action: Sendable {
      case add(Node)
      case remove
      case replace(Node)
      case move(from: Located<JSONPointer>)
      case copy(from: Located<JSONPointer>)
      case test(Node)
    }

    let action: Action
    let path: Located<JSONPointer>
  }

  let operations: [Operation]

  /// About how many bytes it adds to an object, but for what it copies there.
  package var weight: Int { operations.reduce(0) { $0 + $1.weight } }

  /// What it takes beside the values in it, which are those of its file.
  package var ownWeight: Int { operations.count * Operation.own }

  /// Whether it writes or takes away an object's annotations as a whole.
  package var replacesAnnotations: Bool {
    func holds(_ pointer: JSONPointer) -> Bool {
      pointer.tokens.count <= 2 && zip(pointer.tokens, ["metadata", "annotations"]).allSatisfy(sameBytes)
    }
    return operations.contains { operation in
      switch operation.action {
      case .test: false
      case .move(let from): holds(operation.path.value) || holds(from.value)
      case .add, .remove, .replace, .copy: holds(operation.path.value)
      }
    }
  }

  /// Changes the target in place.
  ///
  /// - Parameters:
  ///   - resource: what is patched, as messages call it.
  ///   - growth: where copies are entered.
  /// - Returns: whether every operation could be carried out. After one that couldn't, which is reported, the
  ///   target is in an unspecified state.
  package func apply(
    to target: inout Node, report: Report, describing resource: @autoclosure () -> String,
    within growth: Growth? = nil
  ) -> Bool {
    var size = JSONPatchSize(growth)
    for operation in operations {
      do throws(JSONPatchFailure) {
        operation.warnWhenNothingIsReplaced(in: target, describing: resource(), report)
        let copied = operation.copied(from: target)
        try operation.apply(to: &target)
        switch size.note(operation, copied: copied, in: target, report) {
        case .fits: break
        case .tooLarge: throw JSONPatchFailure.tooLarge
        case .tooMuch: return false
        }
      } catch {
        report.add(operation.mistake(error, in: resource(), isSecret: target.isSecret))
        return false
      }
    }
    return true
  }
}

/// Why an operation can't be carried out.
struct JSONPatchFailure: Error {
  var id = "patch-path-not-found"
  let reason: String
  /// What in the patch is to blame, when it isn't the path.
  var fault: Position?
  /// What of the object the reason speaks of.
  var place: Position?
  var hint: String?

  fileprivate static let tooLarge = JSONPatchFailure(
    id: "too-large-object",
    reason: "the object would have more than \(NodeLimits.depth) levels or \(NodeLimits.nodes) values",
    hint: "copy less of it")
}

extension JSONPatch.Operation {
  fileprivate var weight: Int {
    switch action {
    case .add(let value), .replace(let value), .test(let value): Self.own + value.weight
    case .remove, .move, .copy: Self.own
    }
  }

  /// To carry one out takes about as long as to make so many bytes.
  fileprivate static var own: Int { 2 * Node.ownWeight }

  /// Whether it puts what is there to another place, or far down.
  var canEnlarge: Bool {
    switch action {
    case .copy, .move: true
    case .add, .replace: path.value.tokens.count > NodeLimits.pathLength
    case .remove, .test: false
    }
  }

  /// The value that is about to be copied.
  fileprivate func copied(from target: Node) -> Node? {
    guard case .copy(let from) = action else { return nil }
    return try? target.value(at: from.value)
  }

  fileprivate func apply(to target: inout Node) throws(JSONPatchFailure) {
    let path = path.value
    switch action {
    case .add(let value): try target.add(value, at: path)
    case .remove: try target.remove(at: path)
    case .replace(let value): try target.replace(with: value, at: path)
    case .copy(let from): try target.add(source(from, in: target), at: path)
    case .move(let from):
      if from.value.contains(path) {
        throw JSONPatchFailure(
          id: "patch-moves-into-itself", reason: "the one is inside the other",
          hint: "copy it there first, or move it to a place beside it")
      }
      let value = try source(from, in: target)
      try target.remove(at: from.value)
      try target.add(value, at: path)
    case .test(let expected): try test(target, expected)
    }
  }

  /// The value that is moved or copied.
  private func source(_ from: Located<JSONPointer>, in target: Node) throws(JSONPatchFailure) -> Node {
    do throws(JSONPatchFailure) {
      return try target.value(at: from.value)
    } catch {
      var failure = error
      failure.fault = from.position
      throw failure
    }
  }

  private func test(_ target: Node, _ expected: Node) throws(JSONPatchFailure) {
    // As in kustomize, a field that isn't there is null, once there is a mapping that could have it.
    if expected.isNull, mappingWithoutField(in: target) != nil { return }
    let actual = try target.value(at: path.value)
    if actual.hasEqualValue(expected) { return }
    throw JSONPatchFailure(
      id: "patch-test-failed",
      reason: target.isSecret
        ? "there is another value" : "there is \(actual.shown), not \(expected.shown)",
      place: actual.position, hint: "see whether the patch still fits, and then write the value that is there"
    )
  }

  /// The mapping that the path leads into, when it lacks the field that the path ends with.
  private func mappingWithoutField(in target: Node) -> Mapping? {
    guard let field = path.value.tokens.last else { return nil }
    guard let mapping = (try? target.value(at: path.value.parent))?.mapping else { return nil }
    return mapping[field] == nil ? mapping : nil
  }
}

// MARK: - Messages

extension JSONPatch.Operation {
  fileprivate func mistake(_ failure: JSONPatchFailure, in resource: String, isSecret: Bool) -> Diagnostic {
    var mistake = Diagnostic(
      failure.id, .error, "can't \(deed) in \(resource): \(failure.reason)",
      at: failure.fault ?? path.position,
      notes: failure.place.map { [Diagnostic.Note("what is patched", at: $0)] } ?? [], hint: failure.hint)
    mistake.isSecret = isSecret
    return mistake
  }

  /// kustomize adds the field, so it is added; but often the path has a typing error.
  fileprivate func warnWhenNothingIsReplaced(
    in target: Node, describing resource: @autoclosure () -> String, _ report: Report
  ) {
    guard case .replace = action, let mapping = mappingWithoutField(in: target) else { return }
    let field = path.value.tokens[path.value.tokens.count - 1]
    var warning = Diagnostic(
      "patch-replaces-nothing", .warning,
      "there is no \"\(path.value)\" in \(resource()) to replace, so it is added",
      at: path.position, notes: [Diagnostic.Note("what is patched", at: mapping.position)],
      hint: report.isCrowded(by: "patch-replaces-nothing")
        ? nil : suggestion(for: field, among: mapping.pairs.map(\.key.text)) ?? "write \"op: add\"")
    warning.isSecret = target.isSecret
    report.add(warning)
  }

  /// What the operation is to do, in words.
  private var deed: String {
    switch action {
    case .add: "add \"\(path.value)\""
    case .remove: "remove \"\(path.value)\""
    case .replace: "replace \"\(path.value)\""
    case .move(let from): "move \"\(from.value)\" to \"\(path.value)\""
    case .copy(let from): "copy \"\(from.value)\" to \"\(path.value)\""
    case .test: "confirm \"\(path.value)\""
    }
  }
}

extension Node {
  /// Whether this is a Secret, whose values are nobody's business.
  package var isSecret: Bool { self["kind"].map { sameBytes($0.text ?? "", "Secret") } ?? false }

  /// A scalar's text, or what kind of node this is.
  fileprivate var shown: String {
    guard case .scalar(let scalar) = self, scalar.kind != .null else { return kindName }
    return scalar.kind == .string ? "\"\(scalar.text)\"" : scalar.text
  }
}
