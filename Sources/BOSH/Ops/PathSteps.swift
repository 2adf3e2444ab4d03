internal import Diagnostics
internal import YAML

/// How many items the walks of an operation look at.
package final class OpsVisits {
  var count = 0

  package init() {}
}

/// One walk along a path; each operation walks on its own, with these steps in common.
struct PathSteps {
  let path: OpsPath
  let visits: OpsVisits

  func failure(_ reason: PathFailure.Reason, at index: Int, in node: Node) -> PathFailure {
    PathFailure(reason: reason, depth: index + 1, position: node.position)
  }

  func isLast(_ index: Int) -> Bool { index == path.parts.count - 1 }

  /// The pair of a key. A key that is a number is none that a path can name.
  func pair(of key: String, in mapping: Mapping) -> Int? {
    mapping.pairs.firstIndex { $0.key.kind == .string && sameBytes($0.key.text, key) }
  }

  /// How many names a hint chooses from: each of thousands of operations may fail at thousands of items.
  private static let mostNamed = 500

  func noKey(_ key: String, at index: Int, in mapping: Mapping) -> PathFailure {
    failure(
      .noKey(
        key, known: mapping.pairs.prefix(Self.mostNamed).map(\.key.text),
        unquoted: mapping.pairs.contains { sameBytes($0.key.text, key) }), at: index,
      in: .mapping(mapping))
  }

  /// The item that has a value under a key.
  ///
  /// - Returns: `nil` when none has, and the part is optional.
  func match(
    _ key: String, _ value: String, at index: Int, in sequence: Sequence
  ) throws(PathFailure) -> Int? {
    var found: Int?
    var count = 0
    // Thousands of operations may each look through thousands of items: nothing is copied on the way.
    visits.count += sequence.items.count
    let items = sequence.items.span
    for item in items.indices where Self.has(key, value, items[item]) {
      found = found ?? item
      count += 1
    }
    if count == 1 || count == 0 && path.parts[index].isOptional { return found }
    let known =
      count > 0 ? [] : Array(sequence.items.lazy.compactMap { $0[key]?.string }.prefix(Self.mostNamed))
    throw failure(.matches(count, known: known), at: index, in: .sequence(sequence))
  }

  private static func has(_ key: String, _ value: String, _ item: Node) -> Bool {
    guard case .mapping(let mapping) = item else { return false }
    let pairs = mapping.pairs.span
    for index in pairs.indices
    where pairs[index].key.kind == .string && sameBytes(pairs[index].key.text, key) {
      guard case .scalar(let scalar) = pairs[index].value else { return false }
      return scalar.kind == .string && sameBytes(scalar.text, value)
    }
    return false
  }

  /// The index of an item, moved by the part's modifiers.
  func position(_ start: Int, at index: Int, in sequence: Sequence) throws(PathFailure) -> Int {
    var result = start
    for modifier in path.parts[index].modifiers {
      switch modifier {
      case .prev: result &-= 1
      case .next: result &+= 1
      case .before, .after:
        let last = isLast(index)
        throw failure(
          .misplaced(
            "can't insert with \":\(modifier.rawValue)\"",
            hint: last ? "only a replace operation inserts" : "put it on the last part of the path"),
          at: index, in: .sequence(sequence))
      }
    }
    return try concrete(result, at: index, in: sequence)
  }

  /// Where a value goes, and whether it goes between items.
  func destination(
    _ start: Int, at index: Int, in sequence: Sequence
  ) throws(PathFailure) -> (index: Int, isInsertion: Bool) {
    var result = start
    var insertion: OpsPath.Modifier?
    for modifier in path.parts[index].modifiers {
      if let insertion {
        throw failure(
          .misplaced(
            "has \":\(modifier.rawValue)\" after \":\(insertion.rawValue)\"",
            hint: "\":\(insertion.rawValue)\" comes last"), at: index, in: .sequence(sequence))
      }
      switch modifier {
      case .prev: result &-= 1
      case .next: result &+= 1
      case .before, .after: insertion = modifier
      }
    }
    let item = try concrete(result, at: index, in: sequence)
    return (insertion == .after ? item + 1 : item, insertion != nil)
  }

  private func concrete(_ item: Int, at index: Int, in sequence: Sequence) throws(PathFailure) -> Int {
    let count = sequence.items.count
    guard -count..<count ~= item else {
      throw failure(.noIndex(item, count: count), at: index, in: .sequence(sequence))
    }
    return item < 0 ? count + item : item
  }

  /// What a missing key gets, so that the part after it can be created.
  func container(for index: Int, at position: Position, in node: Node) throws(PathFailure) -> Node {
    switch path.parts[index].step {
    case .key: return .mapping(Mapping(at: position))
    case .end, .item: return .sequence([], at: position)
    case .index:
      throw failure(
        .misplaced(
          "can't create an array for an index", hint: "write \"-\" for the first item of a new array"),
        at: index, in: node)
    }
  }
}
