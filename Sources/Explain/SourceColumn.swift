internal import Changes
internal import Diagnostics
internal import Resources
internal import YAML

/// The lines of an object as it is written out, each with the field that begins in it.
struct ObjectLines {
  private(set) var texts: [String] = []
  /// By the line, from 0.
  private(set) var paths: [Int: ChangePath] = [:]
  /// The lines below the first of texts that are written as a block: to their parser all of such a line is text.
  private var blocks: Set<Int> = []
  /// The last lines of texts that go on over several, by the first.
  private var ends: [Int: Int] = [:]

  /// - Parameter isShown: whether people look at the lines, which hide nothing then, and are no YAML.
  init(_ object: Node, isShown: Bool) {
    var emitter = Emitter(isShown: isShown)
    emitter.emit(document: object)
    let text = String(decoding: emitter.bytes.dropLast(), as: UTF8.self)
    texts = ChangeText.lines(text).map { isShown ? Escape.line(String($0)) : String($0) }
    // Read again, every field tells its line.
    let file = SourceFile(path: "", bytes: emitter.bytes)
    guard let written = Composer.compose(file, index: 0, report: Report())?.first else { return }
    FieldTree(object).visit { path, _ in
      guard let place = Self.place(of: path, in: written, object) else { return }
      // A list's entry and its first field begin in one line, which is the field's.
      paths[Int(place.line) - 1] = path
    }
    noteLongTexts(written)
  }

  /// Where the key of a field stands, or the dash of an entry.
  private static func place(of path: ChangePath, in written: Node, _ object: Node) -> Position? {
    var (node, now, place) = (written, object, Position.none)
    for step in path.steps {
      switch step {
      case .field(let name):
        guard let mapping = node.mapping, let key = mapping.key(name), let next = mapping[name],
          let inner = now[name]
        else { return nil }
        (node, now, place) = (next, inner, key.position)
      case .index, .entry:
        guard let items = node.items, let own = now.items, items.count == own.count,
          let index = step.index(in: own)
        else { return nil }
        (node, now, place) = (items[index], own[index], items[index].position)
      }
    }
    return place.isKnown ? place : nil
  }

  /// Where a comment about a line can stand.
  func lineForComment(about line: Int) -> Int? { blocks.contains(line) ? nil : ends[line] ?? line }

  private mutating func noteLongTexts(_ written: Node) {
    // Every line that no field begins in is one more of the text before it.
    var isBlock: [Int: Bool] = [:]
    Self.visitTexts(written) { isBlock[Int($0.position.line) - 1] = [.literal, .folded].contains($0.style) }
    var start = 0
    for line in texts.indices {
      if paths[line] != nil {
        start = line
      } else if isBlock[start] == true {
        blocks.insert(line)
      } else {
        ends[start] = line
      }
    }
  }

  private static func visitTexts(_ node: Node, _ body: (Scalar) -> Void) {
    switch node {
    case .scalar(let scalar): body(scalar)
    case .sequence(let sequence): for item in sequence.items { visitTexts(item, body) }
    case .mapping(let mapping): for pair in mapping.pairs { visitTexts(pair.value, body) }
    }
  }
}
