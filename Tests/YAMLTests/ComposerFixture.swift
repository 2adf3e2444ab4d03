import Diagnostics
import YAML

/// What composing a text gave.
struct Composed {
  var documents: [Node]?
  var diagnostics: [Diagnostic] = []

  var root: Node? { documents?.first }
  var first: Diagnostic? { diagnostics.first }
}

/// Composes a text as the file with index 1.
func compose(_ text: String, limits: Composer.Limits = .init()) -> Composed {
  compose(Array(text.utf8), limits: limits)
}

func compose(_ bytes: [UInt8], limits: Composer.Limits = .init()) -> Composed {
  let report = Report()
  let file = SourceFile(path: "a.yaml", bytes: bytes)
  let documents = Composer.compose(file, index: 1, report: report, limits: limits)
  return Composed(documents: documents, diagnostics: report.diagnostics)
}
