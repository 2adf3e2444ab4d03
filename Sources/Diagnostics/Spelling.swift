/// The candidates that a mistyped word most likely meant, at most three.
///
/// - Parameters:
///   - word: what the user wrote.
///   - candidates: what would have been right.
/// - Returns: the nearest within a distance of a third of the word's length (at least 2 edits for words of four
///   letters or more); several when they are equally near. Case doesn't count.
package func nearest(to word: String, among candidates: some Sequence<String>) -> [String] {
  let limit = word.utf8.count < 4 ? 1 : max(2, word.utf8.count / 3)
  let lowered = word.lowercased()
  let ranked = candidates.compactMap { candidate -> (distance: Int, name: String)? in
    let distance = editDistance(lowered, candidate.lowercased())
    return distance <= limit ? (distance, candidate) : nil
  }
  let least = ranked.map(\.distance).min()
  return ranked.filter { $0.distance == least }.map(\.name).sorted().prefix(3).map(\.self)
}

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

/// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
private func editDistance(_ a: String, _ b: String) -> Int {
  let a = Array(a.utf8)
  let b = Array(b.utf8)
  var beforePrevious = [Int](repeating: 0, count: b.count + 1)
  var previous = Array(0...b.count)
  for i in 0..<a.count {
    var current = [i + 1] + [Int](repeating: 0, count: b.count)
    for j in 0..<b.count {
      let replaced = previous[j] + (a[i] == b[j] ? 0 : 1)
      current[j + 1] = min(replaced, previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
      }
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.count]
}
