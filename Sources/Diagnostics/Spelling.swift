/// The candidates that a mistyped word most likely meant, at most three.
///
/// - Parameters:
///   - word: what the user wrote.
///   - candidates: what would have been right.
/// - Returns: the nearest within a distance of a third of the word's length (at least 2 edits for words of four
///   letters or more); several when they are equally near. Case doesn't count.
package func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
  var limit = word.utf8.count < 4 ? 1 : max(2, word.utf8.count / 3)
  let distance = EditDistance(from: word.lowercased())
  var near: [String] = []
  for candidate in candidates {
    guard let edits = distance.to(candidate.lowercased(), within: limit) else { continue }
    if edits < limit { near = [] }
    limit = edits
    near.append(candidate)
  }
  return near.sorted().prefix(3).map(\.self)
}

/// Whether one letter more, less or other, or two in the other order, makes one word of the other.
package func isOneEdit(_ a: String, _ b: String) -> Bool { EditDistance(from: a).to(b, within: 1) == 1 }

/// `did you mean "a"?`, or what can be written instead when nothing is near.
///
/// - Parameter otherwise: opens the list of all candidates, such as `the fields here are`.
package func suggestion(
  for word: String, among candidates: [String], otherwise: String? = nil
) -> String? {
  let near = nearest(to: word, among: candidates)
  if !near.isEmpty {
    return "did you mean " + near.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
  }
  guard let otherwise, !candidates.isEmpty else { return nil }
  return "\(otherwise) \(candidates.sorted().joined(separator: ", "))"
}

/// Edits (insert, delete, replace, swap of neighbours) that turn one word into others.
private struct EditDistance {
  private let word: [UInt8]

  init(from word: String) {
    self.word = Array(word.utf8)
  }

  /// - Returns: `nil` for more edits than the limit, which most candidates are told by early: by their length, or
  ///   by a row of which nothing is near any more.
  func to(_ other: String, within limit: Int) -> Int? {
    let width = other.utf8.count
    guard abs(width - word.count) <= limit else { return nil }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 3 * (width + 1)) { rows in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: width) { bytes in
        _ = bytes.initialize(from: other.utf8)
        for column in rows.indices { rows[column] = column }
        let edits = fill(rows, UnsafeBufferPointer(bytes), limit)
        return edits > limit ? nil : edits
      }
    }
  }

  /// Only cells as far from the diagonal as the limit can matter.
  private func fill(
    _ rows: UnsafeMutableBufferPointer<Int>, _ other: UnsafeBufferPointer<UInt8>, _ limit: Int
  ) -> Int {
    let width = other.count + 1
    let far = limit + 1
    var (beforePrevious, previous, current) = (2 * width, 0, width)
    for i in word.indices {
      let columns = max(0, i - limit)..<max(0, min(other.count, i + limit + 1))
      rows[current + columns.lowerBound] = columns.lowerBound == 0 ? i + 1 : far
      var least = rows[current + columns.lowerBound]
      for j in columns {
        let above = j == i + limit ? far : rows[previous + j + 1]
        let replaced = rows[previous + j] + (word[i] == other[j] ? 0 : 1)
        var edits = min(replaced, above + 1, rows[current + j] + 1)
        if i > 0, j > 0, word[i] == other[j - 1], word[i - 1] == other[j] {
          edits = min(edits, rows[beforePrevious + j - 1] + 1)
        }
        rows[current + j + 1] = edits
        least = min(least, edits)
      }
      guard least <= limit else { return far }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return rows[previous + other.count]
  }
}
