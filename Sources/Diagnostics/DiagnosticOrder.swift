extension [Diagnostic] {
  /// File by file, in the order in which the run came to them, and from top to bottom in each.
  ///
  /// A file that several layers use is read for each of them; what is wrong in it is said once.
  package func arranged(_ files: SourceFiles) -> [Diagnostic] {
    // By bytes: two files can have names that `String` takes for equal.
    var ranks: [[UInt8]: Int] = [:]
    var said: Set<[UInt8]> = []
    var places: [(rank: Int, line: UInt32, column: UInt32, index: Int)] = []
    for (index, diagnostic) in enumerated() {
      let position = diagnostic.position ?? .none
      let text = "\(files.describe(position)) \(diagnostic.id) \(diagnostic.summary)"
      guard said.insert([UInt8](text.utf8)).inserted else { continue }
      let path = [UInt8](files[position.file].path.utf8)
      let rank = ranks[path, default: ranks.count]
      ranks[path] = rank
      places.append((rank, position.line, position.column, index))
    }
    let copied = files.copiedSecrets
    return places.sorted { $0 < $1 }.map { self[$0.index].withoutSecrets(files, copied) }
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
