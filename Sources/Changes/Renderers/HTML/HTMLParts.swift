internal import Diagnostics
internal import Resources
internal import YAML

/// What sections of a page are made of.
enum HTMLParts {
  static func section(_ id: String, _ title: String, _ content: String) -> String {
    "<section id=\"\(id)\">\n<h2>\(title)</h2>\n\(content)</section>"
  }

  static func folded(_ title: String, _ content: String, attributes: String = "") -> String {
    "<details\(attributes)><summary>\(title)</summary>\n\(content)</details>\n"
  }

  /// Between tags, where a quote is a character like any other: a page may have very many.
  static func text(_ text: String) -> String { Escape.html(text).replacing("&quot;", with: "\"") }

  static func code(_ text: String) -> String { "<code>\(self.text(text))</code>" }

  static func value(_ node: Node?, _ element: String) -> String {
    guard let node else { return "<i>nothing</i>" }
    return "<\(element)>\(text(ChangeText.short(node)))</\(element)>"
  }

  /// What the page can be searched by.
  static func attributes(of objects: [Resource], zones: [String]) -> String {
    let values = [
      ("kinds", objects.map(\.gvk.kind)), ("namespaces", objects.map(\.namespace)), ("zones", zones),
    ]
    return values.map { name, all in
      let texts = Set(texts: all.filter { !$0.isEmpty }).map(\.text).sorted(by: precedesBytewise)
      return texts.isEmpty ? "" : " data-\(name)=\"\(Escape.html(texts.joined(separator: ",")))\""
    }.joined()
  }

  /// The lines of a unified diff without its names, in the colour of what they say.
  static func manifest(_ diff: String) -> String {
    let lines = ChangeText.lines(diff).dropFirst(2).map { line in
      let escaped = text(String(line))
      if line.hasPrefix("@@") { return "<b>\(escaped)</b>" }
      if line.hasPrefix("+") { return "<ins>\(escaped)</ins>" }
      return line.hasPrefix("-") ? "<del>\(escaped)</del>" : escaped
    }
    return "<pre>\(lines.joined(separator: "\n"))</pre>\n"
  }

  /// The lines of the sources that decide, with what stands there.
  static func sources(_ place: ChangePlace, _ places: ShownPlaces, quoting: Bool = true) -> String {
    [(place.old, "del"), (place.new, "ins")].filter { places.shows($0.0) }.map { position, element in
      let line = quoting ? places.line(position).map { " <\(element)>\(text($0))</\(element)>" } : nil
      return "<div>\(code(places.text(position)))\(line ?? "")</div>"
    }.joined()
  }
}
