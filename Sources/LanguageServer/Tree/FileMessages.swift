internal import Diagnostics
internal import Machine
internal import YAML

/// What is wrong in each file, of what one build or check said.
struct FileMessages {
  struct Message {
    let diagnostic: Diagnostic
    let bytes: Range<Int>
    let range: TextRange
    /// As the protocol has it.
    let node: Node
    /// What tells it from others: the builds of several overlays may say the same.
    let key: String
  }

  private(set) var byPath: [String: [Message]] = [:]
  private let files: SourceFiles
  private let uri: (String) -> String
  private var texts: [String: DocumentText] = [:]

  private static let mostPerFile = 200

  /// - Parameters:
  ///   - fallback: the file that gets what is said of none.
  ///   - uri: how the editor names a file.
  init(_ diagnostics: [Diagnostic], _ files: SourceFiles, fallback: String, uri: @escaping (String) -> String)
  {
    (self.files, self.uri) = (files, uri)
    for diagnostic in diagnostics where diagnostic.severity != .detail {
      let path = path(diagnostic.position) ?? fallback
      guard byPath[path, default: []].count < Self.mostPerFile else { continue }
      byPath[path, default: []].append(message(diagnostic, in: path))
    }
  }

  /// - Returns: `nil` for what is no file that could be opened.
  private func path(_ position: Position?) -> String? {
    guard let position, position.file != 0 else { return nil }
    let path = files[position.file].path
    guard FilePath.isAbsolute(path), let real = FileSystem.realPath(path) else { return nil }
    return FileSystem.kind(of: real) == .directory ? KustomizationFile.file(in: real) : real
  }

  private mutating func text(of path: String) -> DocumentText {
    if let known = texts[path] { return known }
    let text = DocumentText((try? FileSystem.read(path).get()) ?? [])
    texts[path] = text
    return text
  }

  private mutating func message(_ diagnostic: Diagnostic, in path: String) -> Message {
    let text = text(of: path)
    let bytes = range(diagnostic.position, in: text)
    let range = text.range(bytes)
    var words = Escape.line(diagnostic.summary)
    for note in diagnostic.notes where note.position == nil { words += "\n" + Escape.line(note.text) }
    if let hint = diagnostic.hint { words += "\n" + Escape.line(hint) }
    let related = diagnostic.notes.compactMap { self.related($0) }
    let node: Node = .mapping([
      "range": range.node, "severity": .integer(diagnostic.severity.number), "code": .string(diagnostic.id),
      "source": "zonal", "message": .string(words),
      "tags": diagnostic.id == "deprecated-field" ? .sequence([2]) : nil,
      "relatedInformation": related.isEmpty ? nil : .sequence(related),
    ])
    let place = "\(bytes.lowerBound):\(bytes.upperBound) "
    return Message(
      diagnostic: diagnostic, bytes: bytes, range: range, node: node,
      key: place + diagnostic.id + words)
  }

  private mutating func related(_ note: Diagnostic.Note) -> Node? {
    guard let position = note.position, position.isKnown, let path = path(position) else { return nil }
    let text = text(of: path)
    return .mapping([
      "location": .mapping([
        "uri": .string(uri(path)), "range": text.range(range(position, in: text)).node,
      ]),
      "message": .string(Escape.line(note.text)),
    ])
  }

  /// The word that a message points at.
  private func range(_ position: Position?, in text: DocumentText) -> Range<Int> {
    guard let position, position.isKnown else { return 0..<0 }
    let start = text.offset(line: position.line, column: position.column)
    let line = text.bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard let first = line.first else { return start..<start }
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let end = line.dropFirst().firstIndex(of: first).map { $0 + 1 } ?? line.endIndex
      return start..<end
    }
    let inFlow = [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")]
    var end = start
    while end < line.endIndex {
      let next = end + 1 < line.endIndex ? line[end + 1] : 0x20
      if line[end] == UInt8(ascii: ":"), next == 0x20 { break }
      if line[end] == UInt8(ascii: "#"), end > start, line[end - 1] == 0x20 { break }
      if inFlow.contains(line[end]), next == 0x20 || inFlow.contains(next) { break }
      end += 1
    }
    while end > start + 1, line[end - 1] == 0x20 { end -= 1 }
    return start..<max(end, min(start + 1, line.endIndex))
  }
}

extension Diagnostic.Severity {
  /// As the protocol numbers them.
  fileprivate var number: Int {
    switch self {
    case .error: 1
    case .warning: 2
    case .info: 3
    case .detail: 4
    }
  }
}
