internal import Diagnostics
internal import Resources
internal import YAML

/// One entry of the `results` of a ResourceList.
struct FunctionResult: Sendable {
  private var message = ""
  private var severity = ""
  private var resource = Mapping()
  private var field = Mapping()
  private var file = Mapping()

  private static let schema = Schema<FunctionResult>("result", isLenient: true, initial: FunctionResult()) {
    Field("message", .scalarText, \.message, "what is to be said")
    Field("severity", .scalarText, \.severity, "error, warning or info")
    Field("resourceRef", .mapping, \.resource, "the object that it is about")
    Field("field", .mapping, \.field, "the field that it is about")
    Field("file", .mapping, \.file, "the file that it is about")
    Field("tags", checked: .mapping, "for other tools")
  }

  /// - Returns: `nil` for what is no result.
  static func read(_ node: Node) -> FunctionResult? { schema.decode(node, Reader(report: Report())) }

  /// - Parameter given: what the function may repeat.
  func diagnostic(
    of function: KRMFunction, for set: ResourceSet, _ given: GivenValues
  ) -> Diagnostic {
    let lines = message.split(whereSeparator: \.isNewline).map(String.init)
    let object = set.resources.first(where: isAbout)
    let place = object.map { $0.object.position(of: field["path"]?.text ?? "") ?? $0.namePosition }
    var notes = lines.dropFirst().map { Diagnostic.Note($0) }
    if place == nil {
      notes += details
    } else {
      notes.append(.init("\(function.shown) says so", at: function.position))
    }
    var diagnostic = Diagnostic(
      "function-result", shownSeverity,
      lines.first ?? "\(function.shown) gives a result without a message", at: place ?? function.position,
      notes: notes, hint: hint(function))
    diagnostic.summary = given.hidden(in: diagnostic.summary)
    diagnostic.hint = diagnostic.hint.map(given.hidden(in:))
    for index in diagnostic.notes.indices {
      diagnostic.notes[index].text = given.hidden(in: diagnostic.notes[index].text)
    }
    return diagnostic
  }

  private var shownSeverity: Diagnostic.Severity { .init(rawValue: severity.lowercased()) ?? .info }

  private func isAbout(_ object: Resource) -> Bool {
    guard let kind = resource["kind"]?.text, let name = resource["name"]?.text else { return false }
    let version = resource["apiVersion"]?.text ?? object.gvk.apiVersion
    let namespace = resource["namespace"]?.text ?? object.namespace
    return [
      (kind, object.gvk.kind), (name, object.name), (version, object.gvk.apiVersion),
      (namespace, object.namespace),
    ].allSatisfy(sameBytes)
  }

  /// What a reader needs who can't be shown the place itself.
  private var details: [Diagnostic.Note] {
    let id = ["apiVersion", "kind", "namespace", "name"].compactMap { resource[$0]?.text }
    return [
      id.isEmpty ? nil : "it is about \(id.joined(separator: "/"))",
      field["path"]?.text.map { "in the field \($0)" },
      field["currentValue"].flatMap(\.text).map { "which is \($0) now" },
      file["path"]?.text.map { "in the file \($0)" },
    ].compactMap { $0.map { Diagnostic.Note($0) } }
  }

  private func hint(_ function: KRMFunction) -> String? {
    let proposed = [field["proposedValue"]].compactMap(\.self) + (field["proposedValues"]?.items ?? [])
    let values = proposed.compactMap(\.text)
    if !values.isEmpty { return "write " + values.joined(separator: " or ") }
    return shownSeverity == .info ? nil : "mend it, or the configuration of the function"
  }
}

extension Node {
  /// Where a field stands, or as much of the way there as there is: `spec.containers[0].image`.
  fileprivate func position(of path: String) -> Position? {
    var node = self
    var position: Position?
    for part in path.split(whereSeparator: { $0 == "." || $0 == "[" || $0 == "]" }).map(String.init) {
      if let index = Int(part), let items = node.items, items.indices.contains(index) {
        node = items[index]
      } else if let next = node[part] {
        node = next
      } else {
        break
      }
      position = node.position
    }
    return position
  }
}
