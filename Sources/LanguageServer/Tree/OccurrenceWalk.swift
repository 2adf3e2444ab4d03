internal import Resources
internal import YAML

/// Finds the names in a document.
struct OccurrenceWalk {
  private(set) var found: [Occurrence] = []
  private let bytes: [UInt8]
  /// Where paths are seen from.
  private let directory: String
  private let isKustomization: Bool
  /// Whether objects are only changed here.
  private let isPatch: Bool

  init(_ bytes: [UInt8], in directory: String, isKustomization: Bool, isPatch: Bool) {
    (self.bytes, self.directory) = (bytes, directory)
    (self.isKustomization, self.isPatch) = (isKustomization, isPatch)
  }

  /// What a node stands in.
  private struct Around {
    var root: SourceNode
    var parent: SourceNode?
    var base = 0
    var isPatch: Bool
    var isKustomization: Bool
    /// The group that a patch in a list of operations is for.
    var group: String?
  }

  mutating func visit(_ document: SourceNode) {
    visit(document, [], Around(root: document, isPatch: isPatch, isKustomization: isKustomization))
  }

  private mutating func visit(_ node: SourceNode, _ path: [String], _ around: Around) {
    var inner = around
    inner.parent = node
    switch node.content {
    case .mapping(let pairs):
      for pair in pairs {
        guard let key = pair.key.text else { continue }
        visitKey(pair.key, path, around)
        visit(pair.value, path + [key], inner)
      }
    case .sequence(let items):
      for item in items { visit(item, path + [SourcePath.item], inner) }
    case .scalar(let text, _):
      if let patch = InnerPatch(node, at: path, base: around.base, bytes) {
        visit(
          patch.root, [],
          Around(
            root: patch.root, base: patch.base, isPatch: true, isKustomization: false, group: group(around)))
      } else {
        visit(text, node, path, around)
      }
    case .alias: break
    }
  }

  private func group(_ around: Around) -> String? {
    around.parent?["target"].flatMap { $0.kind == "InstanceGroup" ? $0["name"]?.text : nil }
  }

  private mutating func add(
    _ symbol: Symbol, _ node: SourceNode, _ around: Around, isDefinition: Bool = false
  ) {
    guard let word = wordRange(node, around) else { return }
    found.append(Occurrence(symbol: symbol, range: word, isDefinition: isDefinition))
  }

  /// The bytes of a scalar between its quotes.
  private func wordRange(_ node: SourceNode, _ around: Around) -> Range<Int>? {
    guard case .scalar(_, let style) = node.content else { return nil }
    let (start, end) = (node.start + around.base, node.range.upperBound + around.base)
    switch style {
    case .plain: return start..<end
    case .singleQuoted, .doubleQuoted: return end - start >= 2 ? start + 1..<end - 1 : nil
    case .literal, .folded: return nil
    }
  }

  // MARK: Names

  private mutating func visitKey(_ key: SourceNode, _ path: [String], _ around: Around) {
    guard let text = key.text, !around.isKustomization else { return }
    guard ["InstanceGroup", "QuarksStatefulSet"].contains(around.root.kind) else { return }
    if path == ["spec", "zoneOverrides"] { add(.zone(text), key, around) }
    if path == ["spec", "lists"] {
      let group = around.root["metadata"]?["name"]?.text ?? ""
      add(.list(group: group, name: text), key, around, isDefinition: !around.isPatch)
    }
  }

  private mutating func visit(_ text: String, _ node: SourceNode, _ path: [String], _ around: Around) {
    if around.isKustomization { return visitKustomization(text, node, path, around) }
    visitPlaceholders(node, around)
    if path.last == "path", around.root.items != nil { return visitPointer(text, node, around) }
    let (kind, steps) = (around.root.kind, path.joined(separator: "."))
    if steps == "metadata.name", !kind.isEmpty {
      return add(.object(kinds: [kind], name: text), node, around, isDefinition: !around.isPatch)
    }
    if let isDefinition = ZonePaths.holdsZone(steps, kind) {
      return add(.zone(text), node, around, isDefinition: isDefinition)
    }
    if path.count == 4, path.starts(with: ["spec", "lists"]), path[3] == "group", kind == "InstanceGroup" {
      return add(.object(kinds: [kind], name: text), node, around)
    }
    if path.last == "image" { return add(.image(ImageReference(text).name), node, around) }
    if let kinds = NameFields.kinds(path, around.parent) {
      add(.object(kinds: kinds, name: text), node, around)
    }
  }

  private mutating func visitKustomization(
    _ text: String, _ node: SourceNode, _ path: [String], _ around: Around
  ) {
    guard let field = path.first else { return }
    switch path.joined(separator: ".") {
    case "replicas.[].name": return add(.object(kinds: NameFields.scaled, name: text), node, around)
    case "images.[].name": return add(.image(text), node, around)
    case "configMapGenerator.[].name", "secretGenerator.[].name":
      let kind = field == "secretGenerator" ? "Secret" : "ConfigMap"
      let behavior = around.parent?["behavior"]?.text
      return add(
        .object(kinds: [kind], name: text), node, around,
        isDefinition: behavior != "merge" && behavior != "replace")
    case "patches.[].target.name", "patchesJson6902.[].target.name", "replacements.[].source.name",
      "replacements.[].targets.[].select.name", "replacements.[].targets.[].reject.[].name",
      "vars.[].objref.name":
      let kind = around.parent?.kind ?? ""
      return add(.object(kinds: kind.isEmpty ? [] : [kind], name: text), node, around)
    default: break
    }
    guard KustomizationFile.pathFields.contains(field),
      let target = KustomizationFile.target(of: text, in: directory)
    else { return }
    add(.file(target), node, around)
  }

  /// `$(list.NAME)`, wherever it stands in a group.
  private mutating func visitPlaceholders(_ node: SourceNode, _ around: Around) {
    guard around.root.kind == "InstanceGroup", let group = around.root["metadata"]?["name"]?.text else {
      return
    }
    let mark = Array("$(list.".utf8)
    let end = min(node.range.upperBound + around.base, bytes.count)
    var place = node.range.lowerBound + around.base
    while place + mark.count < end {
      guard bytes[place..<end].starts(with: mark) else {
        place += 1
        continue
      }
      let name = bytes[(place + mark.count)..<end].prefix {
        $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "[")
      }
      found.append(
        Occurrence(
          symbol: .list(group: group, name: String(decoding: name, as: UTF8.self)),
          range: name.startIndex..<name.endIndex, isDefinition: false))
      place = name.endIndex
    }
  }

  /// `/spec/zoneOverrides/ZONE/…` of an operation on a group.
  private mutating func visitPointer(_ text: String, _ node: SourceNode, _ around: Around) {
    let prefix = "/spec/zoneOverrides/"
    guard text.hasPrefix(prefix), let word = wordRange(node, around) else { return }
    let name = text.dropFirst(prefix.count).prefix { $0 != "/" }
    let start = word.lowerBound + prefix.utf8.count
    guard !name.isEmpty, !name.contains("~"), word.count == text.utf8.count else { return }
    found.append(
      Occurrence(symbol: .zone(String(name)), range: start..<start + name.utf8.count, isDefinition: false))
  }
}
