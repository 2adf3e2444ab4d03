internal import Changes
internal import Diagnostics
internal import Resources
internal import YAML

/// The lines of an object as it is written out, each with the field that begins in it.
struct ObjectLines {
  private(set) var texts: [String] = []
  /// By the line, from 0.
  private(set) var paths: [Int: ChangePath] = [:]

  init(_ object: Node) {
    var emitter = Emitter(isShown: true)
    emitter.emit(document: object)
    let text = String(decoding: emitter.bytes.dropLast(), as: UTF8.self)
    texts = ChangeText.lines(text).map { Escape.line(String($0)) }
    // Read again, every field tells its line.
    let file = SourceFile(path: "", bytes: emitter.bytes)
    guard let written = Composer.compose(file, index: 0, report: Report())?.first else { return }
    FieldTree(object).visit { path, _ in
      guard let line = Self.line(of: path, in: written, object) else { return }
      // A list's entry and its first field begin in one line, which is the field's.
      paths[Int(line) - 1] = path
    }
  }

  /// Where the key of a field stands, or the dash of an entry.
  private static func line(of path: ChangePath, in written: Node, _ object: Node) -> UInt32? {
    var (node, now, line) = (written, object, UInt32(0))
    for step in path.steps {
      switch step {
      case .field(let name):
        guard let mapping = node.mapping, let key = mapping.key(name), let next = mapping[name],
          let inner = now[name]
        else { return nil }
        (node, now, line) = (next, inner, key.position.line)
      case .index, .entry:
        guard let items = node.items, let own = now.items, items.count == own.count,
          let index = step.index(in: own)
        else { return nil }
        (node, now, line) = (items[index], own[index], items[index].position.line)
      }
    }
    return line == 0 ? nil : line
  }
}
