internal import Diagnostics
internal import Files
internal import Machine
internal import YAML

/// The kustomizations below a directory, and which of them name which others.
struct KustomizationTree {
  struct Entry {
    /// Below the root.
    let path: String
    let file: String
    let node: Node
    /// The directories that it names, below the root, with the field that names them.
    var references: [(field: String, text: String, path: String)] = []
  }

  let root: String
  private(set) var entries: [Entry] = []
  private var places: [KeyBytes: Int] = [:]
  /// Every file below the root, by its path.
  private(set) var files: [AdoptedFile] = []

  static let fields = ["resources", "bases", "components"]
  /// What takes objects of its own from files, which would no longer be what they are made of.
  static let generators = ["configMapGenerator", "secretGenerator", "helmCharts", "generators"]

  /// - Returns: `nil` after a report.
  init?(_ root: String, _ read: SourceFiles, _ report: Report) {
    self.root = root
    guard FileSystem.kind(of: root) == .directory else {
      report.add(
        Diagnostic(
          "no-directory", cause: .system, "there is no directory \"\(root)\"", at: read.place(of: root),
          hint: "name the directory that holds the bases and the overlays"))
      return nil
    }
    add("", read, report)
    guard !report.hasErrors else { return nil }
    for (index, entry) in entries.enumerated() { places[entry.path] = index }
    for index in entries.indices { entries[index].references = references(of: entries[index]) }
  }

  private mutating func add(_ directory: String, _ read: SourceFiles, _ report: Report) {
    for name in FileSystem.names(in: FilePath.join(root, directory)) where !name.hasPrefix(".") {
      let path = directory.isEmpty ? name : directory + "/" + name
      let place = FilePath.join(root, path)
      switch FileSystem.kind(ofEntry: place) {
      case .directory?: add(path, read, report)
      case .file?:
        guard case .success(let bytes) = FileSystem.read(place, limit: read.sizeLimit) else { continue }
        files.append((path, bytes))
        guard Directory.kustomizationNames.contains(name) else { continue }
        let file = SourceFile(path: place, bytes: bytes)
        guard let node = Composer.compose(file, index: read.add(file), report: report)?.first else {
          continue
        }
        entries.append(Entry(path: directory.isEmpty ? "." : directory, file: name, node: node))
      default: continue
      }
    }
  }

  private func references(of entry: Entry) -> [(field: String, text: String, path: String)] {
    Self.fields.flatMap { field in
      (entry.node[field]?.items ?? []).compactMap { item -> (field: String, text: String, path: String)? in
        guard let text = item.text else { return nil }
        let path = FilePath.join(entry.path, text)
        return places[path] == nil ? nil : (field, text, path)
      }
    }
  }

  /// Those that no other names: what is built.
  var tops: [Entry] {
    let named = Set(texts: entries.lazy.flatMap(\.references).map(\.path))
    return entries.filter { !named.contains($0.path) && $0.node["kind"]?.text != "Component" }
  }

  func entry(_ path: String) -> Entry? { places[path].map { entries[$0] } }

  /// The directories that some of them need, themselves included.
  func needed(by tops: [Entry], without removed: Set<KeyBytes>) -> Set<KeyBytes> {
    var needed: Set<KeyBytes> = []
    var pending = tops.map(\.path)
    while let next = pending.popLast() {
      guard !removed.contains(next), needed.insert(next) else { continue }
      pending += entry(next)?.references.map(\.path) ?? []
    }
    return needed
  }
}
