internal import YAML

/// Where names are made and said: definitions, references, highlights and renames.
struct FoundNames {
  let file: IndexedFile
  /// All files that may say a name, made when somebody asks.
  let tree: () -> [IndexedFile]
  /// The same of all trees that share a file which says a name.
  let trees: (Symbol) -> [IndexedFile]
  let uri: (String) -> String

  // MARK: Places

  func definitions(at offset: Int) -> Node {
    guard let occurrence = file.occurrence(at: offset) else { return .sequence([]) }
    if case .file(let path) = occurrence.symbol {
      return .sequence([location(path, TextRange(TextPlace(0, 0), TextPlace(0, 0)))])
    }
    let found = places(of: occurrence.symbol, \.isDefinition)
    return .sequence(found.isEmpty ? named(within: occurrence.symbol) : found)
  }

  /// Objects by the name that they have before a layer puts something before or behind it.
  private func named(within symbol: Symbol) -> [Node] {
    guard case .object(let kinds, let name) = symbol, !kinds.isEmpty else { return [] }
    let names = tree().flatMap(\.occurrences).compactMap { occurrence -> String? in
      guard occurrence.isDefinition, case .object(let other, let inner) = occurrence.symbol else {
        return nil
      }
      let isWithin = name.hasPrefix(inner) || name.hasSuffix(inner)
      return isWithin && !inner.isEmpty && !other.isDisjoint(with: kinds) ? inner : nil
    }
    guard let longest = names.max(by: { $0.utf8.count < $1.utf8.count }) else { return [] }
    return places(of: .object(kinds: kinds, name: longest), \.isDefinition)
  }

  func references(at offset: Int, includesDefinitions: Bool) -> Node {
    guard let occurrence = file.occurrence(at: offset) else { return .sequence([]) }
    return .sequence(places(of: occurrence.symbol) { includesDefinitions || !$0.isDefinition })
  }

  /// Of a file as a whole, who names it.
  func references(toFile path: String) -> Node { .sequence(places(of: .file(path)) { _ in true }) }

  func highlights(at offset: Int) -> Node {
    guard let occurrence = file.occurrence(at: offset) else { return .sequence([]) }
    return .sequence(
      file.occurrences.filter { $0.symbol.means(occurrence.symbol) }.map {
        .mapping(["range": file.text.range($0.range).node])
      })
  }

  private func places(of symbol: Symbol, _ isWanted: (Occurrence) -> Bool) -> [Node] {
    tree().flatMap { file in
      file.occurrences.filter { $0.symbol.means(symbol) && isWanted($0) }.map {
        location(file.path, file.text.range($0.range))
      }
    }
  }

  private func location(_ path: String, _ range: TextRange) -> Node {
    .mapping(["uri": .string(uri(path)), "range": range.node])
  }

  // MARK: Renaming

  struct Refusal: Error {
    let reason: String
  }

  /// What can be renamed at a place: a zone or a group.
  func renamed(at offset: Int) throws(Refusal) -> (symbol: Symbol, name: String, range: Range<Int>) {
    guard let occurrence = file.occurrence(at: offset) else {
      throw Refusal(reason: "there is no name of a zone or a group here")
    }
    switch occurrence.symbol {
    case .zone(let name): return (occurrence.symbol, name, occurrence.range)
    case .object(let kinds, let name) where kinds.isEmpty || kinds.contains("InstanceGroup"):
      guard places(of: .object(kinds: ["InstanceGroup"], name: name), \.isDefinition).isEmpty == false else {
        throw Refusal(reason: "\"\(name)\" is no instance group of this tree")
      }
      return (.object(kinds: ["InstanceGroup"], name: name), name, occurrence.range)
    default: throw Refusal(reason: "only zones and instance groups can be renamed")
    }
  }

  /// The edits of every file.
  func rename(at offset: Int, to name: String) throws(Refusal) -> Node {
    let found = try renamed(at: offset)
    guard Self.isName(name) else {
      throw Refusal(
        reason:
          "\"\(name)\" is no name: write lower-case letters, digits and hyphens, a letter or digit at both ends"
      )
    }
    let files = trees(found.symbol)
    let isTaken = files.contains { file in
      file.occurrences.contains { $0.isDefinition && $0.symbol.means(found.symbol.renamed(name)) }
    }
    if isTaken, name != found.name { throw Refusal(reason: "there is a \"\(name)\" already") }
    try refuseAmbiguity(of: found.symbol, in: files)
    let isLabelled = files.contains { !$0.isPatch && ZoneLabel.isWritten(of: found.symbol, in: $0) }
    var changes: [Mapping.Pair] = []
    for file in files {
      let edits = file.occurrences.filter { $0.symbol.means(found.symbol) }.flatMap {
        self.edits(of: $0, in: file, to: name, keepsLabel: !(file.isPatch && isLabelled))
      }
      if !edits.isEmpty { changes.append(.init(key: Scalar(uri(file.path)), value: .sequence(edits))) }
    }
    return .mapping(["changes": .mapping(Mapping(changes))])
  }

  /// A place that says a name and no kind may mean something else than the group.
  private func refuseAmbiguity(of symbol: Symbol, in files: [IndexedFile]) throws(Refusal) {
    guard case .object(let kinds, let name) = symbol else { return }
    let all = files.flatMap(\.occurrences)
    let isOpen = all.contains { occurrence in
      guard case .object(let other, let otherName) = occurrence.symbol else { return false }
      return other.isEmpty && sameBytes(otherName, name)
    }
    let others = all.filter { occurrence in
      guard occurrence.isDefinition, case .object(let other, let otherName) = occurrence.symbol,
        sameBytes(otherName, name)
      else { return false }
      return other.isDisjoint(with: kinds)
    }
    guard isOpen, !others.isEmpty else { return }
    throw Refusal(
      reason:
        "something names \"\(name)\" without a kind, and objects of other kinds have that name: add the kind there"
    )
  }

  private func edits(
    of occurrence: Occurrence, in file: IndexedFile, to name: String, keepsLabel: Bool
  ) -> [Node] {
    let own = TextEdit(file.text.range(occurrence.range), name).node
    guard keepsLabel, case .zone(let old) = occurrence.symbol, occurrence.isDefinition,
      let label = ZoneLabel.edit(keeping: old, at: occurrence.range, in: file.text)
    else { return [own] }
    return [own, label.node]
  }

  private static func isName(_ name: String) -> Bool {
    let word = Set("abcdefghijklmnopqrstuvwxyz0123456789".unicodeScalars)
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, scalars.count <= 63 else { return false }
    // A number, or a word such as `yes`, would have to be in quotes.
    return SourceWriter().inline(.string(name), inFlow: true) == name && word.contains(first)
      && word.contains(last) && scalars.allSatisfy { word.contains($0) || $0 == "-" }
  }
}

extension Symbol {
  fileprivate func renamed(_ name: String) -> Symbol {
    if case .object(let kinds, _) = self { .object(kinds: kinds, name: name) } else { .zone(name) }
  }
}

/// What nodes say of a zone is its name, unless the Topology says otherwise.
private enum ZoneLabel {
  /// - Returns: what keeps the label of the nodes as it was; `nil` where it is written.
  static func edit(keeping old: String, at range: Range<Int>, in text: DocumentText) -> TextEdit? {
    guard let zone = zone(at: range, in: text), zone["nodeLabelValue"] == nil else { return nil }
    return TextEdit.adding("nodeLabelValue: \(old)", to: zone, in: text)
  }

  static func isWritten(of zone: Symbol, in file: IndexedFile) -> Bool {
    file.occurrences.contains { occurrence in
      occurrence.isDefinition && occurrence.symbol.means(zone)
        && self.zone(at: occurrence.range, in: file.text)?["nodeLabelValue"] != nil
    }
  }

  /// The entry of `zones` that a name stands in.
  private static func zone(at range: Range<Int>, in text: DocumentText) -> SourceNode? {
    let path = SourceTree.compose(text.bytes).flatMap {
      SourcePath.find(range.lowerBound, in: $0, text.bytes)
    }
    guard let path, path.base == 0, path.steps.last == "name", path.nodes.count > 1 else { return nil }
    return path.nodes[path.nodes.count - 2]
  }
}
