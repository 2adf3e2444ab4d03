package import Changes
internal import Diagnostics
internal import Resources
package import YAML

/// An object with its fields under their paths.
package struct FieldTree {
  let root: Node
  private let schema = MergeSchema.builtin

  package init(_ root: Node) {
    self.root = root
  }

  private var rootField: MergeSchema.Field? {
    schema.type(of: Resource(object: root).gvk).map(MergeSchema.Field.object)
  }

  // MARK: All of them

  /// Every field below the root, those around others first.
  package func visit(_ body: (ChangePath, Node) -> Void) {
    var path = ChangePath()
    visit(root, as: rootField, &path, body)
  }

  private func visit(
    _ node: Node, as field: MergeSchema.Field?, _ path: inout ChangePath, _ body: (ChangePath, Node) -> Void
  ) {
    if !path.steps.isEmpty { body(path, node) }
    switch node {
    case .scalar: return
    case .mapping(let mapping):
      for pair in mapping.pairs {
        path.append(.field(pair.key.text))
        visit(pair.value, as: self.field(pair.key.text, of: field), &path, body)
        path.removeLast()
      }
    case .sequence(let sequence):
      let keys = ListKeys(sequence.items, sequence.items, as: field, at: path)
      for (index, item) in sequence.items.enumerated() {
        path.append(keys.map { .entry($0.values(of: item)) } ?? .index(index))
        visit(item, as: keys?.entry, &path, body)
        path.removeLast()
      }
    }
  }

  private func field(_ name: String, of field: MergeSchema.Field?) -> MergeSchema.Field? {
    guard case .object(let type) = field else { return nil }
    return schema.field(name, of: type)
  }

  // MARK: One of them

  package func node(at path: ChangePath) -> Node? { counterpart(of: path, in: nil)?.node }

  /// The field that a field of a later state was.
  ///
  /// - Parameter later: the later state; entries that nothing tells apart are known by the places that they were read from.
  func counterpart(of path: ChangePath, in later: Node?) -> (path: ChangePath, node: Node)? {
    var (node, now) = (root, later)
    var found = ChangePath()
    for step in path.steps {
      switch step {
      case .field(let name):
        guard let next = node[name] else { return nil }
        (node, now) = (next, now?[name])
        found.append(step)
      case .index, .entry:
        guard let items = node.items else { return nil }
        let item = now?.items.flatMap { step.item(of: $0) }
        guard let index = step.index(in: items, of: item, among: now?.items?.count) else { return nil }
        let isKept = step.index(in: items) == index
        (node, now) = (items[index], item)
        found.append(isKept ? step : .index(index))
      }
    }
    return (found, node)
  }

  // MARK: As the user names it

  /// How far a path leads.
  package struct DeadEnd: Error {
    package let parent: ChangePath
    package let word: String
    package let names: [String]
    package let kind: String
  }

  package func path(_ query: FieldQuery) throws(DeadEnd) -> ChangePath {
    var (node, field, path) = (root, rootField, ChangePath())
    var words = query.words[...]
    while let word = words.first {
      switch node {
      case .scalar:
        throw DeadEnd(parent: path, word: word, names: [], kind: node.kindName)
      case .mapping(let mapping):
        // A key may have dots of its own: metadata.labels.app.kubernetes.io/name.
        let most = query.joinsWords ? words.count : 1
        let count = (1...most).first { mapping[words.prefix($0).joined(separator: ".")] != nil }
        guard let count else {
          let names = mapping.pairs.map(\.key.text)
          let hasDots = query.joinsWords && names.contains { $0.utf8.contains(UInt8(ascii: ".")) }
          throw DeadEnd(
            parent: path, word: hasDots ? words.joined(separator: ".") : word, names: names,
            kind: node.kindName)
        }
        let key = words.prefix(count).joined(separator: ".")
        words = words.dropFirst(count)
        path.append(.field(key))
        field = self.field(key, of: field)
        node = mapping[key] ?? .null
      case .sequence(let sequence):
        let keys = ListKeys(sequence.items, sequence.items, as: field, at: path)
        guard let index = Self.index(of: word, in: sequence.items, keys) else {
          let names = sequence.items.compactMap { Self.name(of: $0, keys) }
          throw DeadEnd(parent: path, word: word, names: names, kind: node.kindName)
        }
        words = words.dropFirst()
        node = sequence.items[index]
        path.append(keys.map { .entry($0.values(of: node)) } ?? .index(index))
        field = keys?.entry
      }
    }
    return path
  }

  private static func index(of word: String, in items: [Node], _ keys: ListKeys?) -> Int? {
    if let index = Int(word), items.indices.contains(index) { return index }
    if let named = items.firstIndex(where: { name(of: $0, keys).map { sameBytes($0, word) } ?? false }) {
      return named
    }
    // Ports are told apart by their numbers, and have names, too.
    if let named = items.firstIndex(where: { $0["name"]?.text.map { sameBytes($0, word) } ?? false }) {
      return named
    }
    guard let values = FieldQuery.keyValues(word) else { return nil }
    return ChangePath.Step.entry(values).index(in: items)
  }

  private static func name(of item: Node, _ keys: ListKeys?) -> String? {
    keys?.values(of: item).first?.value ?? item["name"]?.text ?? item.text
  }
}

extension ChangePath.Step {
  func item(of items: [Node]) -> Node? { index(in: items).map { items[$0] } }

  /// Where its entry stands in a list.
  func index(in items: [Node]) -> Int? {
    switch self {
    case .field: nil
    case .index(let index): items.indices.contains(index) ? index : nil
    case .entry(let keys): items.firstIndex { item in keys.allSatisfy { $0.matches(item) } }
    }
  }

  /// Where the entry of a later state stands in a list.
  ///
  /// - Parameter count: how many entries there are later.
  func index(in items: [Node], of item: Node?, among count: Int?) -> Int? {
    if case .entry = self, let index = index(in: items) { return index }
    guard let item else { return index(in: items) }
    let place = item.position
    if place.isKnown, let same = items.firstIndex(where: { $0.position == place && $0.sameData(as: item) }) {
      return same
    }
    if place.isKnown, let same = items.firstIndex(where: { $0.position == place }) { return same }
    if case .entry = self { return nil }
    return items.count == count ? index(in: items) : items.firstIndex { $0.sameData(as: item) }
  }
}

extension ChangePath.KeyValue {
  func matches(_ item: Node) -> Bool {
    let node = key == "metadata.name" ? item.at("metadata", "name") : item[key]
    // As the API server fills it in.
    let text = node?.text ?? (key == "protocol" ? "TCP" : nil)
    return text.map { sameBytes($0, value) } ?? false
  }
}

extension ChangePath {
  /// Whether it is of a field that tells the entry of a list from others.
  package var isKeyOfEntry: Bool {
    guard case .field(let name) = steps.last, case .entry(let keys) = steps.dropLast().last else {
      return false
    }
    return keys.contains { sameBytes($0.key, name) }
  }
}
