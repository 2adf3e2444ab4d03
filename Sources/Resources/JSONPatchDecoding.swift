package import Diagnostics
package import YAML

extension JSONPatch {
  /// Reads a sequence of operations.
  ///
  /// - Returns: `nil` after mistakes, all of which are reported.
  package static func decode(_ node: Node, report: Report) -> JSONPatch? {
    guard let items = node.items else {
      report.error(
        "wrong-type", "a JSON patch must be a sequence of operations, not \(node.kindName)",
        at: node.position,
        hint: "start each operation with \"- op:\"")
      return nil
    }
    let operations = items.compactMap { OperationDecoder(report: report).decode($0) }
    return operations.count == items.count ? JSONPatch(operations: operations) : nil
  }
}

private struct OperationDecoder {
  let report: Report

  func decode(_ node: Node) -> JSONPatch.Operation? {
    guard case .mapping(let mapping) = node else {
      report.error(
        "wrong-type", "an operation of a JSON patch must be a mapping, not \(node.kindName)",
        at: node.position, hint: "write its fields: op, path, and value or from")
      return nil
    }
    let name = name(mapping)
    let path = pointer("path", mapping)
    guard let name, let action = action(name, mapping), let path else { return nil }
    return JSONPatch.Operation(action: action, path: path)
  }

  private enum Name: String, CaseIterable {
    case add, remove, replace, move, copy, test
  }

  private func name(_ mapping: Mapping) -> Name? {
    guard let op = mapping["op"] else {
      report.error(
        "missing-field", "an operation of a JSON patch needs the field \"op\"", at: mapping.position,
        hint: "it is one of \(Name.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    if let name = op.string.flatMap(Name.init) { return name }
    report.error(
      "unknown-patch-operation", "there is no operation \(op.text.map { "\"\($0)\"" } ?? op.kindName)",
      at: op.position,
      hint: suggestion(for: op.text ?? "", among: Name.allCases.map(\.rawValue), otherwise: "it is one of"))
    return nil
  }

  private func action(_ name: Name, _ mapping: Mapping) -> JSONPatch.Operation.Action? {
    switch name {
    case .add: value(name, mapping).map { .add($0) }
    case .replace: value(name, mapping).map { .replace($0) }
    case .test: value(name, mapping).map { .test($0) }
    case .remove: .remove
    case .move: pointer("from", mapping).map { .move(from: $0) }
    case .copy: pointer("from", mapping).map { .copy(from: $0) }
    }
  }

  private func value(_ name: Name, _ mapping: Mapping) -> Node? {
    if let value = mapping["value"] { return value }
    report.error(
      "missing-field", "the operation \"\(name.rawValue)\" needs the field \"value\"", at: mapping.position,
      hint: "for nothing, write \"value: null\"")
    return nil
  }

  private func pointer(_ field: String, _ mapping: Mapping) -> Located<JSONPointer>? {
    guard let node = mapping[field] else {
      report.error(
        "missing-field", "this operation needs the field \"\(field)\"", at: mapping.position,
        hint: "write a place in the object, such as /metadata/labels")
      return nil
    }
    guard let text = node.string else {
      report.error(
        "wrong-type", "\"\(field)\" must be a string, not \(node.kindName)", at: node.position,
        hint: "write a place in the object, such as /metadata/labels")
      return nil
    }
    if let pointer = JSONPointer(text) { return Located(pointer, node.position) }
    report.error(
      "bad-json-pointer", "\"\(field)\" must start with a slash, but is \"\(text)\"", at: node.position,
      hint: "did you mean \"/\(text)\"?")
    return nil
  }
}
