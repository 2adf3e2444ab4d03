package import Diagnostics
internal import Files
internal import Machine
internal import Transforms
package import YAML

/// The kustomization file of a directory while it is edited.
///
/// What is asked for and can't be done is reported; what there is to write is written by who asked, when nothing is wrong.
package struct KustomizationEditor {
  package let directory: String
  package let files: SourceFiles
  package let report: Report
  /// As seen from the directory.
  package let name: String
  private let original: [UInt8]
  package private(set) var text: EditedText

  /// What the file says so far; a file without content says nothing.
  package var root: Node { text.documents.first ?? .mapping(Mapping()) }

  /// - Returns: `nil`, after a report, when there is no file to edit.
  package init?(_ directory: String, _ files: SourceFiles, _ report: Report) {
    let names = Directory.kustomizationNames.filter {
      ![nil, .directory].contains(FileSystem.kind(of: FilePath.join(directory, $0)))
    }
    guard let name = names.first else {
      report.error(
        "no-kustomization", "there is no kustomization file here", at: files.place(of: directory),
        hint: "make one with \"zonal create\", or go to the directory of another")
      return nil
    }
    guard names.count == 1 else {
      report.error(
        "several-kustomizations", "there are several kustomization files here",
        at: files.place(of: directory), notes: [.init(names.joined(separator: ", "))],
        hint: "keep one of them")
      return nil
    }
    let path = FilePath.join(directory, name)
    guard let read = Self.read(path, "kustomization file", files, report) else { return nil }
    guard read.text.documents.count <= 1 else {
      report.error(
        "several-documents", "a kustomization file holds one document, not \(read.text.documents.count)",
        at: read.text.documents[1].position, hint: "split them over several directories")
      return nil
    }
    if let root = read.text.documents.first, root.mapping == nil {
      report.error(
        "wrong-type", "a kustomization file must be a mapping, not \(root.kindName)", at: root.position,
        hint: "start it with \"resources:\"")
      return nil
    }
    (self.directory, self.files, self.report, self.name) = (directory, files, report, name)
    (original, text) = (read.bytes, read.text)
  }

  /// A file that is not there yet.
  init(newIn directory: String, _ name: String, _ files: SourceFiles, _ report: Report) {
    (self.directory, self.files, self.report, self.name) = (directory, files, report, name)
    (original, text) = ([], EditedText.empty)
  }

  /// Begins a file without content.
  mutating func start() {
    if text.documents.isEmpty { text.start(with: Self.header) }
  }

  /// A file of YAML to edit; `nil` after a report.
  package static func read(
    _ path: String, _ what: String, _ files: SourceFiles, _ report: Report
  ) -> (bytes: [UInt8], text: EditedText)? {
    switch FileSystem.read(path, limit: files.sizeLimit) {
    case .failure(let failure):
      report.add(
        Diagnostic(
          "unreadable-file", cause: .system, "the \(what) \"\(path)\" can't be read: \(failure.reason)",
          at: files.place(of: path), hint: failure.hint ?? "let the user who edits read it"))
      return nil
    case .success(let bytes):
      let file = SourceFile(path: path, bytes: bytes)
      let index = files.add(file)
      guard Composer.compose(file, index: index, report: report, duplicateKeys: .warning) != nil else {
        return nil
      }
      if let text = EditedText(bytes, file: index) { return (bytes, text) }
      report.error(
        "uneditable", "\"\(path)\" can't be edited in its text",
        at: Position(file: index, line: 1, column: 1),
        hint: "edit it by hand: it has escapes of JSON or byte order marks between lines")
      return nil
    }
  }

  package var hasChanged: Bool { text.bytes != original }

  // MARK: Changes

  /// Makes a change, or reports why it can't be made.
  package mutating func make(_ change: Change) {
    do throws(EditedText.Refusal) {
      try text.make(change)
    } catch {
      var refusal = error
      // Lines of the text that is changed so far are not those of the file.
      if hasChanged { refusal.position = Position(file: error.position.file, line: 0, column: 0) }
      report.refuse(refusal)
    }
  }

  /// What a field is called here: its name may be written in any case.
  package func key(_ name: String) -> String {
    guard let mapping = root.mapping, mapping[name] == nil else { return name }
    return mapping.pairs.first { $0.key.text.lowercased() == name.lowercased() }?.key.text ?? name
  }

  package subscript(name: String) -> Node? { root[key(name)].flatMap { $0.isNull ? nil : $0 } }

  /// Gives a field its value, in its place among those that there are.
  package mutating func put(_ name: String, _ value: Node) {
    let key = key(name)
    start()
    if root[key] != nil { return make(.replace([.key(key)], value)) }
    make(.insert(into: [], key, value, behind: FieldOrder.before(name).map(self.key)))
  }

  /// Gives a field of a mapping its value, where it has another one.
  package mutating func put(_ name: String, _ value: Node, in path: [Step], behind names: [String] = []) {
    let old = root.at(path + [.key(name)])
    if let old, old.sameData(as: value) { return }
    if text.isWritten(path + [.key(name)]) { return make(.replace(path + [.key(name)], value)) }
    make(.insert(into: path, name, value, behind: names))
  }

  package mutating func remove(_ name: String, in path: [Step]) {
    if root.at(path + [.key(name)]) != nil { make(.remove(path + [.key(name)])) }
  }

  package mutating func append(_ value: Node, to name: String) {
    if self[name] == nil { return put(name, .sequence([value])) }
    make(.append([.key(key(name))], value))
  }

  private static let header = Node.mapping([
    "apiVersion": .string(Kustomization.apiVersion), "kind": "Kustomization",
  ])

  // MARK: Looking

  /// The items of a field that is a list; none, after a report, when it is something else.
  package func items(_ name: String) -> [Node] {
    guard let node = self[name] else { return [] }
    guard let items = node.items else {
      report.error(
        "wrong-type", "\"\(name)\" must be a sequence, not \(node.kindName)", at: node.position,
        hint: "write each item on a line after \"- \"")
      return []
    }
    return items
  }

  /// The places of the items of a list that have a name.
  func places(in field: String, named name: String) -> [Int] {
    items(field).enumerated().filter { $1["name"]?.text.map { sameBytes($0, name) } ?? false }.map(\.offset)
  }

  /// The pairs of a field that is a mapping; none, after a report, when it is something else.
  package func pairs(_ name: String) -> [Mapping.Pair] {
    guard let node = self[name] else { return [] }
    guard let mapping = node.mapping else {
      report.error(
        "wrong-type", "\"\(name)\" must be a mapping, not \(node.kindName)", at: node.position,
        hint: "write its fields as \"name: value\"")
      return []
    }
    return mapping.pairs
  }

  /// The place of what the user wrote on the command line.
  package func place(_ argument: String) -> Position { files.place(of: argument) }
}

extension Report {
  /// Says why a change can't be made.
  package func refuse(_ refusal: EditedText.Refusal) {
    error(
      "uneditable", "this can't be changed in its text: \(refusal.reason)", at: refusal.position,
      hint: refusal.hint)
  }
}
