internal import Diagnostics
internal import YAML

/// Shapes and texts of an SVG file, none of which is wider than it is said to be.
struct SVGCanvas {
  private(set) var body = ""

  /// Letters of the fonts that are asked for are at most so wide, as a share of their size.
  private static let letter = 0.62

  enum Size: Double {
    case small = 11
    case usual = 12
    case large = 14
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, radius: Double = 0,
    title: String? = nil
  ) {
    body +=
      "<rect x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" height=\"\(number(height))\""
    if radius > 0 { body += " rx=\"\(number(radius))\"" }
    body += " class=\"\(style)\""
    close("rect", title)
  }

  mutating func dot(_ x: Double, _ y: Double, _ style: String) {
    body += "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"4\" class=\"\(style)\"/>\n"
  }

  private mutating func close(_ element: String, _ title: String?) {
    guard let title else {
      body += "/>\n"
      return
    }
    body += "><title>\(Self.escaped(title))</title></\(element)>\n"
  }

  mutating func begin(_ style: String) { body += "<g class=\"\(style)\">\n" }
  mutating func end() { body += "</g>\n" }

  /// A line of text from `x` on, shortened where there is too little room; its title has all of it.
  mutating func text(
    _ x: Double, _ y: Double, _ text: String, room: Double, _ style: String, _ size: Size = .usual,
    isCentred: Bool = false
  ) {
    let line = Escape.line(text)
    let cells = Int(room / (size.rawValue * Self.letter))
    let shown = Self.shortened(line, to: cells)
    guard !shown.isEmpty else { return }
    let place = isCentred ? x + room / 2 : x
    body += "<text x=\"\(number(place))\" y=\"\(number(y))\" class=\"\(style) s\(Int(size.rawValue))\""
    if isCentred { body += " text-anchor=\"middle\"" }
    // Nobody knows how wide a font has other letters.
    if shown.utf8.contains(where: { $0 >= 0x80 }),
      shown != line || line.unicodeScalars.contains(where: Self.isOther)
    {
      let width = Double(Self.cells(shown)) * size.rawValue * 0.6
      body += " textLength=\"\(number(min(width, room)))\" lengthAdjust=\"spacingAndGlyphs\""
    }
    body += ">"
    if !sameBytes(shown, line) { body += "<title>\(Escape.xml(line))</title>" }
    body += "\(Escape.xml(shown))</text>\n"
  }

  static func width(_ text: String, _ size: Size = .usual) -> Double {
    Double(cells(Escape.line(text))) * size.rawValue * letter
  }

  private static func escaped(_ text: String) -> String { Escape.xml(Escape.line(text)) }

  private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && !"…→·".unicodeScalars.contains(scalar)
  }

  /// As a terminal counts them, and no fewer.
  private static func cells(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isOther($1) ? 2 : 1) }
  }

  private static func shortened(_ text: String, to most: Int) -> String {
    guard cells(text) > most else { return text }
    guard most > 1 else { return "" }
    var shown = String.UnicodeScalarView()
    var used = 1
    for scalar in text.unicodeScalars {
      used += isOther(scalar) ? 2 : 1
      guard used <= most else { break }
      shown.append(scalar)
    }
    return String(shown) + "…"
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
