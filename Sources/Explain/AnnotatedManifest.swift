internal import Diagnostics
package import Resources
internal import YAML

/// A manifest in which every line has its source behind it, as a comment: to a parser the same as without.
package struct AnnotatedManifest {
  private let text: ExplanationText

  package init(_ text: ExplanationText) {
    self.text = text
  }

  /// An object of the output as a document.
  package func document(_ resource: Resource, _ history: FieldHistory) -> [UInt8] {
    // A manifest holds what Secrets hold, and no comment does.
    let explanation = Explanation(ObjectQuery.Found(resource), history, ShownValues(showsSecrets: true))
    let lines = ObjectLines(resource.written, isShown: false)
    var comments: [Int: String] = [:]
    for (line, path) in lines.paths {
      guard let place = lines.lineForComment(about: line) else { continue }
      comments[place] = text.source(explanation.field(path)).map { "\($0.place)  (\($0.label))" }
    }
    return Array(text.columns(lines.texts, comments).utf8)
  }
}
