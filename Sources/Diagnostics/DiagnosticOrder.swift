extension [Diagnostic] {
  /// File by file, in the order in which the run came to them, and from top to bottom in each.
  ///
  /// A file that several layers use is read for each of them; what is wrong in it is said once.
  package func arranged(_ files: SourceFiles) -> [Diagnostic] {
    var ranks = FileRanks(files)
    var said: Set<Said> = []
    var places: [(rank: Int, line: UInt32, column: UInt32, index: Int)] = []
    for (index, diagnostic) in enumerated() {
      let position = diagnostic.position ?? .none
      let rank = ranks[position.file]
      guard said.insert(Said(diagnostic, position, rank)).inserted else { continue }
      places.append((rank, position.line, position.column, index))
    }
    let copied = files.copiedSecrets
    return places.sorted { $0 < $1 }.map { self[$0.index].withoutSecrets(files, copied) }
  }
}

/// Files in the order in which something is said of them.
private struct FileRanks {
  private let files: SourceFiles
  private var ofFiles: [UInt32: Int] = [:]
  /// By bytes: two files can have names that `String` takes for equal. One that is read twice is one.
  private var ofPaths: [[UInt8]: Int] = [:]

  init(_ files: SourceFiles) { self.files = files }

  subscript(file: UInt32) -> Int {
    mutating get {
      if let rank = ofFiles[file] { return rank }
      let path = [UInt8](files[file].path.utf8)
      let rank = ofPaths[path] ?? ofPaths.count
      ofPaths[path] = rank
      ofFiles[file] = rank
      return rank
    }
  }
}

/// What makes a message the same as another one to whoever reads it.
private struct Said: Hashable {
  private let id: String
  private let rank: Int
  private let line: UInt32
  private let column: UInt32
  private let summary: [UInt8]

  init(_ diagnostic: Diagnostic, _ position: Position, _ rank: Int) {
    id = diagnostic.id
    self.rank = rank
    (line, column) = (position.line, position.column)
    summary = [UInt8](diagnostic.summary.utf8)
  }
}

extension Diagnostic {
  private static let lookThere = "look at the place itself: what stands there may be secret, and is not shown"

  /// The same without values of Secrets: of places that are secret, messages quote keys and names alone.
  ///
  /// - Parameter copied: values that stand in other places, too.
  fileprivate func withoutSecrets(_ files: SourceFiles, _ copied: GivenValues) -> Diagnostic {
    let places = ([position] + notes.map(\.position)).compactMap(\.self)
    let words = quotesFiles ? [] : places.compactMap { files[$0.file].secretWords(at: $0, isSecret) }
    guard !words.isEmpty || !copied.isEmpty else { return self }
    let redaction = Redaction(words: words, copied: copied)
    var diagnostic = self
    var isChanged = false
    func redact(_ text: inout String) {
      guard let shown = redaction.applied(to: text) else { return }
      text = shown
      isChanged = true
    }
    redact(&diagnostic.summary)
    for index in notes.indices { redact(&diagnostic.notes[index].text) }
    // A hint without what it is about helps nobody.
    if hint.map({ redaction.applied(to: $0) != nil }) ?? isChanged { diagnostic.hint = Self.lookThere }
    return diagnostic
  }
}
