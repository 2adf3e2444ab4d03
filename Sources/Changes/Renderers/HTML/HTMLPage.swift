internal import CPages
internal import Cryptography
internal import Diagnostics
internal import Resources

/// One page that needs nothing else: no network, and no file beside it.
package struct HTMLPage {
  /// Something that pages show.
  package struct Part: Sendable {
    package let body: String
    package let style: String
    package let script: String

    package init(body: String, style: String, script: String) {
      self.body = body
      self.style = style
      self.script = script
    }
  }

  /// In bytes, about: a browser opens it at once, and a pipeline keeps it.
  package static let usualSize = 1_960_000

  private let title: String
  private let parts: [Part]

  /// - Parameter title: what the page says, in a sentence.
  package init(_ title: String, _ parts: [Part]) {
    self.title = title
    self.parts = parts
  }

  package var text: String {
    let title = Escape.html(title)
    let style = ([PageAsset.pageStyle] + parts.map(\.style)).joined()
    let script = parts.map(\.script).joined()
    return """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \(Self.hash(style)); \
      script-src \(Self.hash(script)); base-uri 'none'; form-action 'none'">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body>
      <main>
      <h1>\(title)</h1>
      \(parts.map(\.body).joined(separator: "\n"))
      </main>
      <script>\(script)</script>
      </body>
      </html>

      """
  }

  /// What a browser compares with what it is to run, so that nothing else of the page is run.
  private static func hash(_ text: String) -> String {
    "'sha256-\(String(decoding: Base64.encode(Digest.sha256.sum(Array(text.utf8))), as: UTF8.self))'"
  }
}

/// Styles and scripts that the program carries.
package enum PageAsset {
  static var pageStyle: String { text(zonal_page_style) }
  static var reportStyle: String { text(zonal_report_style) }
  static var reportScript: String { text(zonal_report_script) }
  package static var graphStyle: String { text(zonal_graph_style) }
  package static var graphScript: String { text(zonal_graph_script) }

  private static func text(_ asset: zonal_asset) -> String {
    String(decoding: UnsafeRawBufferPointer(start: asset.text, count: Int(asset.length)), as: UTF8.self)
  }
}
