/// Writes values into a file that people edit: in the order given, never folded, and as the text around them is written.
package struct SourceWriter: Sendable {
  /// By how much a mapping is indented below its key.
  package var step = 2
  /// By how much a list is.
  package var listStep = 0
  /// Spaces between the dash of an item and its content.
  package var dashGap = 1
  /// Whether all texts are in double quotes, as in JSON.
  package var quotesAll = false
  /// Whether a space stands behind `{` and before `}`.
  package var padsBraces = false

  package init() {}
}

// MARK: - Blocks

extension SourceWriter {
  /// The lines of a value that begins in a line of its own, not indented.
  package func lines(of node: Node) -> [String] {
    switch node {
    case .mapping(let mapping) where !mapping.isEmpty && !mapping.isFlow:
      mapping.pairs.flatMap { lines(of: $0.key, $0.value) }
    case .sequence(let sequence) where !sequence.items.isEmpty:
      sequence.items.flatMap { lines(ofItem: $0) }
    default: [inline(node, inFlow: false)]
    }
  }

  /// The lines of one field.
  package func lines(of key: Scalar, _ value: Node) -> [String] {
    let head = inline(.scalar(Scalar(key.text)), inFlow: false) + ":"
    switch value {
    case .mapping(let mapping) where !mapping.isEmpty && !mapping.isFlow:
      return [head] + indented(lines(of: value), by: step)
    case .sequence(let sequence) where !sequence.items.isEmpty:
      return [head] + indented(lines(of: value), by: listStep)
    case .scalar(let scalar):
      if let block = block(scalar) { return [head + " " + block.header] + indented(block.lines, by: step) }
      return [head + " " + inline(value, inFlow: false)]
    default: return [head + " " + inline(value, inFlow: false)]
    }
  }

  /// The lines of one item of a list.
  package func lines(ofItem node: Node) -> [String] {
    let gap = String(repeating: " ", count: dashGap)
    if case .scalar(let scalar) = node, let block = block(scalar) {
      return ["-" + gap + block.header] + indented(block.lines, by: 1 + dashGap)
    }
    let lines = lines(of: node)
    return ["-" + gap + lines[0]] + indented(Array(lines.dropFirst()), by: 1 + dashGap)
  }

  package func indented(_ lines: [String], by count: Int) -> [String] {
    let spaces = String(repeating: " ", count: count)
    return lines.map { $0.isEmpty ? $0 : spaces + $0 }
  }

  /// A text of several lines as a block scalar, with its lines not indented; `nil` for any other.
  package func block(_ scalar: Scalar) -> (header: String, lines: [String])? {
    guard scalar.kind == .string,
      ScalarTraits(scalar.text.utf8.span).style(of: scalar.text.utf8.span) == .literal
    else { return nil }
    var lines = scalar.text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    let endsInBreak = lines.last == ""
    if endsInBreak { lines.removeLast() }
    let isKept = endsInBreak && lines.last == ""
    // What begins with a space or an empty line would be taken for indentation.
    let needsStep = lines.first.map { $0.isEmpty || $0.hasPrefix(" ") } ?? false
    return ("|" + (needsStep ? String(step) : "") + (isKept ? "+" : endsInBreak ? "" : "-"), lines)
  }
}

// MARK: - Within a line

extension SourceWriter {
  /// A value on one line.
  ///
  /// - Parameters:
  ///   - inFlow: whether it stands within brackets or braces.
  ///   - style: that of the text which it replaces, to be kept where it can be.
  package func inline(_ node: Node, inFlow: Bool, like style: Scalar.Style = .plain) -> String {
    switch node {
    case .scalar(let scalar): return inline(scalar, inFlow: inFlow, like: style)
    case .sequence(let sequence):
      return "[" + sequence.items.map { inline($0, inFlow: true) }.joined(separator: ", ") + "]"
    case .mapping(let mapping):
      let pairs = mapping.pairs.map { field($0.key, $0.value) }.joined(separator: ", ")
      return padsBraces && !pairs.isEmpty ? "{ \(pairs) }" : "{\(pairs)}"
    }
  }

  /// One field within braces.
  package func field(_ key: Scalar, _ value: Node) -> String {
    inline(Scalar(key.text), inFlow: true, like: .plain) + ": " + inline(value, inFlow: true)
  }

  private func inline(_ scalar: Scalar, inFlow: Bool, like style: Scalar.Style) -> String {
    guard scalar.kind == .string else { return scalar.text }
    let text = scalar.text
    let traits = ScalarTraits(text.utf8.span)
    let forbidsSingle = !traits.isDisjoint(with: [.unprintable, .lineFeed, .otherBreak])
    if quotesAll || style == .doubleQuoted { return doubleQuoted(text) }
    if style == .singleQuoted, !forbidsSingle { return singleQuoted(text) }
    switch traits.style(of: text.utf8.span) {
    case .plain where ScalarResolution.resolve(plain: text) == .string && !(inFlow && isSyntaxInFlow(text)):
      return text
    case .singleQuoted where !forbidsSingle: return singleQuoted(text)
    default: return doubleQuoted(text)
    }
  }

  private func isSyntaxInFlow(_ text: String) -> Bool { text.utf8.contains { ",[]{}:?".utf8.contains($0) } }

  private func singleQuoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }

  private func doubleQuoted(_ text: String) -> String {
    var emitter = Emitter()
    emitter.emitDoubleQuoted(text.utf8.span, indent: 0, mayFold: false)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }
}
