internal import Diagnostics
internal import Edits
internal import Machine
internal import YAML

/// What can be done about the messages of a place.
struct CodeActions {
  let file: IndexedFile
  let uri: String
  let found: [FileMessages.Message]

  func actions(in range: TextRange) -> Node {
    let near = found.filter { $0.range.touches(range) }
    let all =
      near.flatMap(fixes) + (near.contains { $0.diagnostic.id == "deprecated-field" } ? modernized : [])
      + pinnedIndexes(range)
    return .sequence(all)
  }

  private func fixes(_ message: FileMessages.Message) -> [Node] {
    // The text may have changed since.
    guard message.bytes.upperBound <= file.text.bytes.count else { return [] }
    return HintFixes(diagnostic: message.diagnostic, range: message.bytes, text: file.text).fixes.map { fix in
      action(fix.title, "quickfix", fix.edits, about: [message])
    }
  }

  private func action(
    _ title: String, _ kind: String, _ edits: [TextEdit], about messages: [FileMessages.Message] = []
  ) -> Node {
    let changes = Mapping([.init(key: Scalar(uri), value: .sequence(edits.map(\.node)))])
    return .mapping([
      "title": .string(title), "kind": .string(kind),
      "diagnostics": messages.isEmpty ? nil : .sequence(messages.map(\.node)),
      "edit": .mapping(["changes": .mapping(changes)]),
    ])
  }

  // MARK: Whole files

  /// What `zonal edit fix` makes of the file.
  private var modernized: [Node] {
    guard KustomizationFile.isOne(file.path) else { return [] }
    let report = Report()
    guard var editor = KustomizationEditor(FilePath.directory(of: file.path), SourceFiles(), report) else {
      return []
    }
    editor.fix()
    guard !report.hasErrors, editor.hasChanged else { return [] }
    let whole = TextRange(TextPlace(0, 0), file.text.place(of: file.text.bytes.count))
    let text = String(decoding: editor.text.bytes, as: UTF8.self)
    return [
      action(
        "Replace deprecated fields", "quickfix", [TextEdit(whole, text)],
        about: found.filter { $0.diagnostic.id == "deprecated-field" })
    ]
  }

  /// An index for every zone of a Topology that has none: zones can then be taken out and moved in the list.
  private func pinnedIndexes(_ range: TextRange) -> [Node] {
    let offset = file.text.offset(of: range.start)
    guard
      let path = SourceTree.compose(file.text.bytes).flatMap({
        SourcePath.find(offset, in: $0, file.text.bytes)
      }),
      path.innerRoot.kind == "Topology", path.base == 0, path.steps.starts(with: ["spec", "zones"]),
      let zones = path.nodes[0]["spec"]?["zones"]?.items, zones.allSatisfy({ $0["name"] != nil })
    else { return [] }
    let edits = zones.enumerated().compactMap { number, zone -> TextEdit? in
      zone["index"] == nil ? TextEdit.adding("index: \(number)", to: zone, in: file.text) : nil
    }
    return edits.isEmpty ? [] : [action("Pin the index of each zone", "refactor.rewrite", edits)]
  }
}
