internal import Diagnostics
internal import Resources
internal import YAML

/// One page that needs nothing else: the changes, and below them the manifests' differences, folded.
package struct HTMLRenderer {
  private let comparison: Comparison
  private let changes: GroupedChanges

  package init(_ comparison: Comparison) {
    self.comparison = comparison
    changes = GroupedChanges(comparison)
  }

  package var text: String {
    let summary = ChangeText.summary(changes, comparison)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>\(Escape.html(summary))</title>
      <style>
      body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; }
      pre { font: 13px/1.45 ui-monospace, monospace; overflow-x: auto; }
      summary { cursor: pointer; padding: .3rem 0; }
      ins, del { text-decoration: none; }
      ins { background: #dafbe1; color: #116329; }
      del { background: #ffebe9; color: #82071e; }
      @media (prefers-color-scheme: dark) {
      body { background: #0d1117; color: #e6edf3; }
      ins { background: #12361f; color: #7ee787; }
      del { background: #3c1618; color: #ffa198; }
      }
      </style>
      </head>
      <body>
      <h1>\(Escape.html(summary))</h1>
      <pre>\(coloured(PathsRenderer(comparison).text, indentation: 4))</pre>
      \(UnifiedRenderer(comparison).sections.map(detail).joined(separator: "\n"))
      </body>
      </html>

      """
  }

  private func detail(_ section: UnifiedRenderer.Section) -> String {
    let names = section.objects.map { ChangeText.object($0.object) }.joined(separator: ", ")
    return "<details><summary>\(section.objects[0].kind.rawValue) \(Escape.html(names))</summary>\n"
      + "<pre>\(coloured(section.diff, indentation: 0))</pre></details>"
  }

  /// Lines with a sign in front, or behind so many spaces, in the colour of what it says.
  private func coloured(_ text: String, indentation: Int) -> String {
    let spaces = String(repeating: " ", count: indentation)
    return ChangeText.lines(text).map { line in
      let escaped = Escape.html(String(line))
      if line.hasPrefix("+++") || line.hasPrefix("---") { return escaped }
      if line.hasPrefix("+") || line.hasPrefix(spaces + "+") { return "<ins>\(escaped)</ins>" }
      if line.hasPrefix("-") || line.hasPrefix(spaces + "-") { return "<del>\(escaped)</del>" }
      return escaped
    }.joined(separator: "\n")
  }
}
