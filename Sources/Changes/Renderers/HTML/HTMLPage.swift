package import CPages
internal import Diagnostics

/// One page that needs nothing else: no network, and no file beside it.
package struct HTMLPage {
  private let title: String
  private let sections: [String]
  private let styles: [String]
  private let scripts: [String]

  /// - Parameters:
  ///   - title: what the page says, in a sentence.
  ///   - sections: HTML, in its order.
  ///   - styles: what sections need besides the page's own style.
  ///   - scripts: what runs besides the page's own script.
  package init(_ title: String, _ sections: [String], styles: [String] = [], scripts: [String] = []) {
    self.title = title
    self.sections = sections
    self.styles = [Self.text(zonal_report_style)] + styles
    self.scripts = [Self.text(zonal_report_script)] + scripts
  }

  package static func text(_ asset: zonal_asset) -> String {
    String(decoding: UnsafeRawBufferPointer(start: asset.text, count: Int(asset.length)), as: UTF8.self)
  }

  package var text: String {
    let title = Escape.html(title)
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
      <title>\(title)</title>
      <style>
      \(styles.joined(separator: "\n"))</style>
      </head>
      <body>
      <h1>\(title)</h1>
      \(Self.filters)
      \(sections.joined(separator: "\n"))
      <script>
      \(scripts.joined(separator: "\n"))</script>
      </body>
      </html>

      """
  }

  /// Nothing is loaded, and nothing is sent.
  private static let policy = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"

  /// The script fills it, and shows it where there is something to choose from.
  private static let filters = """
    <form id="filters" hidden>
    <label>Kind <select name="kinds"></select></label>
    <label>Namespace <select name="namespaces"></select></label>
    <label>Zone <select name="zones"></select></label>
    <label>Search <input name="words" type="search" autocomplete="off"></label>
    <button type="button" name="unfold" aria-pressed="false">Unfold all</button>
    <output name="count"></output>
    </form>
    """
}
