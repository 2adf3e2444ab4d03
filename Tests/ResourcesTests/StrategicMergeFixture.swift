import Diagnostics
import Resources
import YAML

/// A strategic merge patch applied to an object, both written as YAML.
struct AppliedPatch {
  let object: Node
  let outcome: StrategicMerge.Outcome
  let report = Report()

  /// - Parameter kind: the API version and kind, in front of both.
  init(_ patch: String, to target: String, kind: String = "v1/Pod", schema: MergeSchema = .builtin) {
    var object = Flow.read(target)
    let parts = kind.split(separator: "/")
    let gvk = GroupVersionKind(
      apiVersion: parts.dropLast().joined(separator: "/"), kind: parts.last.map(String.init) ?? "")
    outcome = StrategicMerge(schema: schema, report: report).apply(Flow.read(patch), to: &object, gvk: gvk)
    self.object = object
  }

  var text: String { Flow.write(object) }
  var mistakes: [String] { report.diagnostics.map(\.id) }
}

/// Trees as YAML on one line, for tests to compare.
enum Flow {
  static func read(_ text: String) -> Node {
    let report = Report()
    let documents = Composer.compose(
      SourceFile(path: "test.yaml", bytes: Array(text.utf8)), index: 1, report: report)
    return documents?.first ?? .string("unreadable: \(report.diagnostics.map(\.summary))")
  }

  static func write(_ node: Node) -> String {
    switch node {
    case .scalar(let scalar): scalar.kind == .string ? "\"\(scalar.text)\"" : scalar.text
    case .sequence(let sequence): "[" + sequence.items.map(write).joined(separator: ", ") + "]"
    case .mapping(let mapping):
      "{" + mapping.pairs.map { "\($0.key.text): \(write($0.value))" }.joined(separator: ", ") + "}"
    }
  }

  /// The same text as ``write(_:)`` makes of the tree that the text describes.
  static func normalized(_ text: String) -> String { write(read(text)) }
}
