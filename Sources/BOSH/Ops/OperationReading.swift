package import Diagnostics
package import YAML

extension Operation {
  /// The operations of an ops file.
  ///
  /// - Parameters:
  ///   - document: the content of the file; null when it is empty.
  ///   - name: the file as messages show it.
  package static func read(_ document: Node, file name: String, _ report: Report) -> [Operation] {
    if document.isNull { return [] }
    guard let items = document.items else {
      report.error(
        "no-ops-file",
        "\"\(name)\" is no ops file: it must hold a list of operations, not \(document.kindName)",
        at: document.position,
        hint: document.mapping == nil
          ? "write each operation as \"- type: …\"" : "give a file of variables with -l instead of -o")
      return []
    }
    let reader = Reader(report: report, path: "operation")
    return items.enumerated().compactMap { index, item in
      guard let draft = Draft.schema.decode(item, reader.item(index)) else { return nil }
      return OperationReading(report: report, file: name, number: index, node: item).operation(draft)
    }
  }

  /// An ops file, for editors.
  package static var type: ShapeType { .list(Draft.schema.type, counts: 0...Int.max) }

  fileprivate enum Kind: String, CaseIterable, Sendable {
    case replace, remove, test
  }

  /// An operation as it is written.
  fileprivate struct Draft: Sendable {
    var type: Kind?
    var path: Node?
    var value: Node?
    var absent: Bool?
    var error: String?

    static let schema = Schema<Draft>("an operation", isLenient: true, initial: Draft()) {
      Field("type", .choice(), \.type, required: true, "What it does: replace, remove or test.")
      Field("path", .node, \.path, required: true, "The place in the manifest.")
      Field("value", .node, \.value, "What is put there, or expected there.")
      Field("absent", .boolean, \.absent, "Whether a test expects nothing at the place.")
      Field("error", .scalarText, \.error, "What is said when the operation fails.")
    }
  }
}

/// Checks one operation.
private struct OperationReading {
  let report: Report
  let file: String
  let number: Int
  let node: Node

  func operation(_ draft: Operation.Draft) -> Operation? {
    guard let type = draft.type, let path = draft.path else { return nil }
    guard let text = path.scalar else {
      Reader(report: report, path: "path").mismatch(path, expected: "a string")
      return nil
    }
    guard let action = action(type, draft) else { return nil }
    do throws(OpsPath.Mistake) {
      return Operation(
        action: action, path: try OpsPath(text.text), pathText: text, error: draft.error, number: number,
        file: file)
    } catch {
      report.error(
        "bad-ops-path", "the path \"\(text.text)\" of operation [\(number)] \(error.summary)",
        at: text.position(at: error.offset), hint: error.hint)
      return nil
    }
  }

  private func action(_ type: Operation.Kind, _ draft: Operation.Draft) -> Operation.Action? {
    switch type {
    case .replace:
      if let value = draft.value { return .replace(value) }
      return refuse(
        "a replace operation needs a value", hint: "add \"value: …\"; \"value: ~\" counts as none")
    case .remove:
      guard let value = draft.value else { return .remove }
      return refuse("a remove operation takes no value", at: value.position, hint: "remove \"value\"")
    case .test:
      if draft.absent == true { return .testAbsence }
      if let value = draft.value { return .test(value) }
      if draft.absent == false { return .test(.null) }
      return refuse(
        "a test operation needs a value",
        hint: "add \"value: …\", or \"absent: true\" when nothing must be there")
    }
  }

  private func refuse(_ summary: String, at position: Position? = nil, hint: String) -> Operation.Action? {
    report.error("bad-operation", summary, at: position ?? node.position, hint: hint)
    return nil
  }
}
