extension [Diagnostic] {
  /// File by file, in the order in which the run came to them, and from top to bottom in each.
  ///
  /// A file that several layers use is read for each of them; what is wrong in it is said once.
  package func arranged(_ files: SourceFiles) -> [Diagnostic] {
    var ranks: [String: Int] = [:]
    var said: Set<String> = []
    var places: [(rank: Int, line: UInt32, column: UInt32, index: Int)] = []
    for (index, diagnostic) in enumerated() {
      let position = diagnostic.position ?? .none
      guard said.insert("\(files.describe(position)) \(diagnostic.id) \(diagnostic.summary)").inserted else {
        continue
      }
      let rank = ranks[files[position.file].path, default: ranks.count]
      ranks[files[position.file].path] = rank
      places.append((rank, position.line, position.column, index))
    }
    return places.sorted { $0 < $1 }.map { self[$0.index] }
  }
}
