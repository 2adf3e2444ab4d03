/// A line of a text that is no YAML, to look for what is wrong with it. Columns are from 0.
struct SourceLine {
  let number: UInt32
  let characters: [Unicode.Scalar]

  /// - Parameter number: the line, from 0.
  init?(_ number: UInt32, of text: UnsafeBufferPointer<UInt8>) {
    let lines = text.split(
      separator: UInt8(ascii: "\n"), maxSplits: Int(number) + 1, omittingEmptySubsequences: false)
    guard Int(number) < lines.count else { return nil }
    self.init(number, lines[Int(number)])
  }

  /// The nearest line above one that is neither empty nor a comment.
  init?(contentBefore number: UInt32, of text: UnsafeBufferPointer<UInt8>) {
    let lines = text.split(
      separator: UInt8(ascii: "\n"), maxSplits: Int(number), omittingEmptySubsequences: false)
    for (number, bytes) in lines.enumerated().prefix(Int(number)).reversed() {
      self.init(UInt32(number), bytes)
      if !isBlank { return }
    }
    return nil
  }

  private init(_ number: UInt32, _ bytes: some Swift.Sequence<UInt8>) {
    self.number = number
    let text = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    characters = Array(text.unicodeScalars)
  }

  /// The columns of white space in front.
  var indentation: Int {
    characters.prefix { $0 == " " || $0 == "\t" }.count
  }

  /// Whether there is nothing on the line, or just a comment.
  var isBlank: Bool {
    indentation == characters.count || characters[indentation] == "#"
  }

  subscript(column: Int) -> Unicode.Scalar? {
    characters.indices.contains(column) ? characters[column] : nil
  }

  /// What stands from a column on, without white space around it and without a comment.
  func text(from column: Int, to end: Int? = nil) -> String {
    let end = min(end ?? characters.count, characters.count)
    var range = characters[min(column, end)..<end].drop { $0 == " " || $0 == "\t" }
    if let comment = range.indices.first(where: { range[$0] == "#" && $0 > column && self[$0 - 1] == " " }) {
      range = range[..<comment]
    }
    while let last = range.last, last == " " || last == "\t" { range.removeLast() }
    return String(String.UnicodeScalarView(range)).excerpt
  }

  /// Where the first key or word is, behind the dashes of list items.
  var start: Int {
    var column = indentation
    while self[column] == "-", self[column + 1] == " " {
      column += 1
      while self[column] == " " { column += 1 }
    }
    return column
  }

  /// The first colon with white space or nothing behind it, from ``start`` on and not within quotes.
  var colon: Int? {
    colons.first { self[$0 + 1].map { $0 == " " || $0 == "\t" } ?? true }
  }

  /// The first colon that text follows without a space.
  var tightColon: Int? {
    colons.first { self[$0 + 1].map { $0 != " " && $0 != "\t" } ?? false }
  }

  private var colons: [Int] {
    var quote: Unicode.Scalar?
    return (min(start, characters.count)..<characters.count).filter { column in
      let character = characters[column]
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      }
      return quote == nil && character == ":"
    }
  }
}

extension String {
  /// So much of a text as a message can quote: of one line, and not too long.
  var excerpt: String {
    let line = prefix { !$0.isNewline }
    let shown = line.prefix(60)
    return shown.endIndex == endIndex ? self : shown + "…"
  }

  /// The text in quotes, as YAML takes it for certain.
  var inQuotes: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return "\"\(self)\""
    }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
