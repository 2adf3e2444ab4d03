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
    return places.sorted { $0 < $1 }.map { self[$0.index].withoutSecrets(files) }
  }
}

extension Diagnostic {
  /// The same without words that are secret.
  fileprivate func withoutSecrets(_ files: SourceFiles) -> Diagnostic {
    let isOfSecret = isSecret || ([position] + notes.map(\.position)).contains { files.isSecret($0) }
    guard quotesSource, isOfSecret else { return self }
    var diagnostic = self
    diagnostic.summary = summary.withoutQuotation
    for index in notes.indices { diagnostic.notes[index].text = notes[index].text.withoutQuotation }
    diagnostic.hint = "look at the place itself: what stands there may be secret, and is not shown"
    return diagnostic
  }
}

extension String {
  /// Without what stands in quotes, which may hold quotes itself.
  fileprivate var withoutQuotation: String {
    guard let first = utf8.firstIndex(of: UInt8(ascii: "\"")),
      let last = utf8.lastIndex(of: UInt8(ascii: "\"")),
      first < last
    else { return self }
    return String(self[...first]) + "***" + String(self[last...])
  }
}
