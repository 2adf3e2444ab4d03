package import Diagnostics
package import YAML

/// A text of YAML that is changed where it must be, and nowhere else.
///
/// A change is made twice: in the tree, where it is easy, and in the text. The text is read again, and when it does not
/// give that tree (an alias elsewhere follows an anchor, say) the change is refused and nothing happens.
package struct EditedText: Sendable {
  /// Without the mark that it may begin with.
  let text: [UInt8]
  private let mark: [UInt8]
  package let documents: [Node]
  let sources: [SourceNode]
  let lines: TextLines
  /// What positions say.
  private let file: UInt32

  package var bytes: [UInt8] { mark + text }

  /// - Parameter file: the file's index, which positions carry.
  /// - Returns: `nil` for what can't be read, of which ``Composer`` knows what to say.
  package init?(_ bytes: [UInt8], file: UInt32 = 0) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    mark = bytes.starts(with: byteOrderMark) ? byteOrderMark : []
    text = Array(bytes.dropFirst(mark.count))
    let documents = Composer.compose(
      SourceFile(path: "", bytes: text), index: file, report: Report(), duplicateKeys: .warning)
    let sources = SourceTree.compose(text)?.filter { !$0.isAbsent || $0.hasProperties }
    guard let documents, let sources, documents.count == sources.count else { return nil }
    self.documents = documents
    self.sources = sources
    self.file = file
    lines = TextLines(text)
  }

  static let empty = EditedText()

  private init() {
    (text, mark, documents, sources, file) = ([], [], [], [], 0)
    lines = TextLines([])
  }

  /// Whether a change can be made.
  func canMake(_ change: Change) -> Bool {
    var copy = self
    return (try? copy.make(change)) != nil
  }

  /// Why a change can't be made in the text.
  package struct Refusal: Error {
    package let reason: String
    package var position: Position
    package let hint: String
  }

  /// Makes a change in one of the documents.
  package mutating func make(_ change: Change, in document: Int = 0) throws(Refusal) {
    let change = change.pruned(in: documents[document])
    let place = position(of: change.place, in: document)
    var wanted = documents
    change.apply(to: &wanted[document])
    // Of a document without fields or items nothing is left.
    if wanted[document].isEmpty { wanted.remove(at: document) }
    let planned = try replacements(for: change, in: document)
    let changed = EditedText(mark + text.replacing(planned), file: file)
    guard let changed, changed.documents.count == wanted.count,
      zip(changed.documents, wanted).allSatisfy({ $0.sameData(as: $1) })
    else {
      throw Refusal(
        reason: "the text around it would mean something else then", position: place,
        hint: "an alias, a merge key or an unusual notation is involved: edit it by hand")
    }
    self = changed
  }

  /// Gives a field its value, with whatever of the mappings around it is missing.
  package mutating func put(
    _ keys: [String], _ value: Node, in document: Int = 0, behind names: [String] = []
  ) throws(Refusal) {
    let path = keys.map(Step.key)
    let there = (0...path.count).last { isWritten(Array(path.prefix($0)), in: document) } ?? 0
    if there == path.count { return try make(.replace(path, value), in: document) }
    let missing = keys[(there + 1)...]
    let new = missing.reversed().reduce(value) { .mapping(Mapping([.init(key: Scalar($1), value: $0)])) }
    try make(.insert(into: Array(path.prefix(there)), keys[there], new, behind: names), in: document)
  }

  /// Adds a document to a text without content.
  package mutating func start(with node: Node) {
    let first = text.isEmpty || text.last == UInt8(ascii: "\n") ? "" : lineBreak
    let added = SourceWriter().lines(of: node).map { $0 + lineBreak }.joined()
    if let new = EditedText(mark + text + Array((first + added).utf8), file: file) { self = new }
  }

  /// How lines end here.
  var lineBreak: String {
    let end = text.firstIndex(of: UInt8(ascii: "\n"))
    guard let end else { return text.contains(UInt8(ascii: "\r")) ? "\r" : "\n" }
    return end > 0 && text[end - 1] == UInt8(ascii: "\r") ? "\r\n" : "\n"
  }

  /// Where the last of a path stands that there is.
  private func position(of path: [Step], in document: Int) -> Position {
    for count in (0...path.count).reversed() {
      if case .key(let key)? = path.prefix(count).last,
        let position = documents[document].at(Array(path.prefix(count - 1)))?.mapping?.key(key)?.position
      {
        return position
      }
      if let node = documents[document].at(Array(path.prefix(count))) { return node.position }
    }
    return documents[document].position
  }

  private func replacements(for change: Change, in document: Int) throws(Refusal) -> [Replacement] {
    let place = position(of: change.place, in: document)
    do throws(Obstacle) {
      let root = sources[document]
      switch change {
      case .replace(let path, let node): return try replacing(try find(path, in: root), with: node)
      case .insert(let path, let key, let node, let names):
        return try inserting(key, node, into: try find(path, in: root), behind: names)
      case .prepend(let key, let node): return try prepending(key, node, to: root)
      case .append(let path, let node): return try appending(node, to: try find(path, in: root))
      case .remove(let path): return try removing(try find(path, in: root))
      case .rename(let path, let name): return try renaming(try find(path, in: root), to: name)
      case .wrap(let path, let key): return try wrapping(try find(path, in: root), in: key)
      case .move(let key, let target, let shape):
        let place = try? find([.key(target)], in: root)
        return try moving(try find([.key(key)], in: root), to: target, place, shape)
      }
    } catch {
      throw Refusal(reason: error.reason, position: place, hint: error.hint)
    }
  }
}

/// What stands in the way of a change.
struct Obstacle: Error {
  let reason: String
  let hint: String

  static let alias = Obstacle(
    reason: "it is an alias of what stands elsewhere", hint: "write its value in the place of the alias")
  static let notation = Obstacle(
    reason: "it is written in an unusual way",
    hint: "edit it by hand, or write each entry on a line of its own")
}

/// New bytes in the place of others.
struct Replacement {
  var range: Range<Int>
  var text: String

  init(_ range: Range<Int>, _ text: String = "") {
    self.range = range
    self.text = text
  }

  init(at place: Int, _ text: String) { self.init(place..<place, text) }
}

extension [UInt8] {
  /// - Parameter replacements: of which none overlaps another; of those at one place the first comes first.
  fileprivate func replacing(_ replacements: [Replacement]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    let ordered = replacements.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, replacement) in ordered where replacement.range.lowerBound >= end {
      result += self[end..<replacement.range.lowerBound]
      result += replacement.text.utf8
      end = replacement.range.upperBound
    }
    return result + self[end...]
  }
}

extension Change {
  /// Where it is made.
  var place: [Step] {
    switch self {
    case .replace(let path, _), .append(let path, _), .remove(let path), .rename(let path, _),
      .wrap(let path, _):
      path
    case .insert(let path, _, _, _): path
    case .move(let key, _, _): [.key(key)]
    case .prepend: []
    }
  }

  /// The same, but that what would be left empty goes as a whole.
  fileprivate func pruned(in root: Node) -> Change {
    guard case .remove(var path) = self else { return self }
    while path.count > 1, let around = root.at(Array(path.dropLast())), around.count == 1 {
      path.removeLast()
    }
    return .remove(path)
  }
}

extension Node {
  fileprivate var isEmpty: Bool { scalar == nil && count == 0 }

  fileprivate var count: Int {
    switch self {
    case .scalar: 0
    case .sequence(let sequence): sequence.items.count
    case .mapping(let mapping): mapping.pairs.count
    }
  }
}
