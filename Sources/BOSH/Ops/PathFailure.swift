internal import Diagnostics
internal import YAML

/// Why a path leads nowhere in a document.
package struct PathFailure: Error {
  enum Reason {
    /// - Parameter unquoted: whether it is there without quotes, as a boolean or a number.
    case noKey(String, known: [String], unquoted: Bool)
    case noMapping(Node)
    case noSequence(Node)
    case noIndex(Int, count: Int)
    /// The number of items that match, and the values that would have.
    case matches(Int, known: [String])
    /// What stands at this place has no meaning in the operation.
    case misplaced(String, hint: String)
    case differs(Node, expected: Node)
    case isThere
  }

  let reason: Reason
  /// How many parts of the path were looked at, the one that failed included.
  let depth: Int
  /// Where in the document the last part was looked for.
  let position: Position

  /// Whether the last part of a path with so many is missing, and nothing else is wrong.
  func isAbsence(at count: Int) -> Bool {
    switch reason {
    case .noKey, .noIndex: depth == count
    default: false
    }
  }
}

extension PathFailure {
  /// What is wrong, to be put after who says so: `finds no key "a" at "/b/a"`.
  func summary(_ path: OpsPath) -> String {
    let place = "\"\(path.text(of: depth))\""
    switch reason {
    case .noKey(let key, _, _): return "finds no key \"\(key)\" at \(place)"
    case .noMapping(let node): return "needs a mapping at \(place), but finds \(node.kindName)"
    case .noSequence(let node): return "needs an array at \(place), but finds \(node.kindName)"
    case .noIndex(let index, let count):
      return "finds no item \(index) at \(place): the array has \(count == 1 ? "1 item" : "\(count) items")"
    case .matches(let count, _):
      return count == 0
        ? "finds no item at \(place)" : "must find one item at \(place), but finds \(count)"
    case .misplaced(let what, _): return what + " at \(place)"
    case .differs(let node, let expected):
      return "expects \(expected.quoted) at \(place), but finds \(node.quoted)"
    case .isThere: return "expects nothing at \(place), but something is there"
    }
  }

  /// What was looked in.
  var note: String {
    switch reason {
    case .noKey, .noMapping, .noSequence: "looked for here"
    case .noIndex, .matches: "the array begins here"
    case .misplaced, .differs, .isThere: "this is there"
    }
  }

  func hint(_ path: OpsPath) -> String {
    let part = path.parts[max(0, depth - 1)].step.description
    switch reason {
    case .noKey(let key, _, true):
      return
        "without quotes the key \(key) is a boolean or a number, which no path finds: write \"\(key)\" there"
    case .noKey(let key, let known, _):
      return known.isEmpty
        ? "the mapping is empty: write \"\(part)?\" to create the key"
        : suggestion(for: key, among: known, otherwise: "the keys there are") ?? "write \"\(part)?\""
    case .noMapping: return "name an item of an array by its index or by a value of it, as in /name=value"
    case .noSequence: return "name a key of a mapping by itself, without \"=\""
    case .noIndex: return "write \"-\" for the place after the last item"
    case .matches(0, let known):
      guard case .item(let key, let value) = path.parts[depth - 1].step, !known.isEmpty else {
        return "write \"\(part)?\" to create the item"
      }
      return suggestion(for: value, among: known, otherwise: "the items there have \(key):")
        ?? "write \"\(part)?\""
    case .matches: return "name the item by a value that no other has, or by its index"
    case .misplaced(_, let hint): return hint
    case .differs: return "change the value that the test expects, or what stands before it"
    case .isThere: return "remove \"absent: true\", or what is there"
    }
  }
}

extension Node {
  /// A short text as it is, anything else by its kind.
  fileprivate var quoted: String {
    guard let text, text.utf8.count <= 60 else { return kindName }
    return string == nil ? text : "\"\(text)\""
  }
}
