internal import Diagnostics
internal import Resources
internal import YAML

/// What there is to say, as results of a function.
struct FunctionResults {
  private let input: FunctionInput
  private let files: SourceFiles
  /// The places of the items by the lines that they begin on.
  private let starts: [(line: UInt32, place: Int)]

  init(_ input: FunctionInput, _ files: SourceFiles) {
    self.input = input
    self.files = files
    starts = input.items.enumerated().map { ($0.element.position.line, $0.offset) }.sorted {
      $0.line < $1.line
    }
  }

  /// - Returns: of very many of one kind the first, as messages are shown.
  func nodes(of diagnostics: [Diagnostic]) -> [Node] {
    diagnostics.filter { $0.severity != .detail }.arranged(files).shortened().map(node)
  }

  private func node(_ diagnostic: Diagnostic) -> Node {
    let position = diagnostic.position.flatMap { $0.isKnown && $0.file == input.file ? $0 : nil }
    let object = position.flatMap(object)
    return .mapping([
      "message": .string(diagnostic.summary + (diagnostic.hint.map { "; \($0)" } ?? "")),
      "severity": .string(diagnostic.severity.rawValue),
      "resourceRef": object.map(reference),
      "field": position.flatMap { position in object.flatMap { field(at: position, in: $0, diagnostic) } },
      "file": object.flatMap(file),
      "tags": .mapping([
        "id": .string(diagnostic.id),
        "inputLine": position.map { .string(String($0.line)) },
        "inputColumn": position.map { .string(String($0.column)) },
      ]),
    ])
  }

  /// The item, or the configuration, in which a place of the input is.
  private func object(at position: Position) -> Node? {
    let item = place(above: position.line).map { input.items[$0] }
    return [input.root["functionConfig"], item].compactMap(\.self).first { object in
      let resource = Resource(object: object)
      return !resource.gvk.kind.isEmpty && !resource.name.isEmpty && object.path(to: position) != nil
    }
  }

  /// The item that begins on a line, or last before it.
  private func place(above line: UInt32) -> Int? {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : starts[low - 1].place
  }

  private func reference(_ object: Node) -> Node {
    let resource = Resource(object: object)
    return .mapping([
      "apiVersion": .string(resource.gvk.apiVersion), "kind": .string(resource.gvk.kind),
      "name": .string(resource.name),
      "namespace": resource.namespace.isEmpty ? nil : .string(resource.namespace),
    ])
  }

  /// - Returns: `nil` for a message about the whole object.
  private func field(at position: Position, in object: Node, _ diagnostic: Diagnostic) -> Node? {
    // A mapping stands where its first key does.
    let isOfKey = diagnostic.id == "unknown-field"
    guard let (path, value) = object.path(to: position, isOfKey: isOfKey), !path.isEmpty else { return nil }
    let isShown = files[position.file].line(position.line) != nil
    let current = isShown && value.scalar != nil ? value : nil
    return .mapping(["path": .string(path), "currentValue": current])
  }

  private func file(of object: Node) -> Node? {
    FilePlaces.path(of: object).map {
      .mapping(["path": .string($0), "index": .integer(FilePlaces.index(of: object))])
    }
  }
}

extension Node {
  /// The field that stands at a place, as `spec.zones[1].name`, with its value; the path is empty for this node itself.
  ///
  /// - Parameter isOfKey: whether a key is meant, and no mapping that begins with it.
  fileprivate func path(to wanted: Position, isOfKey: Bool = false) -> (path: String, value: Node)? {
    if position == wanted, !isOfKey || mapping == nil { return ("", self) }
    switch self {
    case .scalar: return nil
    case .sequence(let sequence):
      for (index, item) in sequence.items.enumerated() {
        if let found = item.path(to: wanted, isOfKey: isOfKey) {
          return ("[\(index)]".joined(with: found.path), found.value)
        }
      }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        if pair.key.position == wanted { return (pair.key.text, pair.value) }
        if let found = pair.value.path(to: wanted, isOfKey: isOfKey) {
          return (pair.key.text.joined(with: found.path), found.value)
        }
      }
    }
    return nil
  }
}

extension String {
  fileprivate func joined(with path: String) -> String {
    path.isEmpty || path.hasPrefix("[") ? self + path : "\(self).\(path)"
  }
}
