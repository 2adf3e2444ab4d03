internal import Machine

/// The trees that open files belong to: read once, and again what has changed.
final class SourceIndex {
  private var folders: [String] = []
  private var known: TreeGraph?
  private var files: [String: IndexedFile] = [:]
  /// Those that are to be read again: their names are wanted while their text can't be read.
  private var before: [String: IndexedFile] = [:]

  func use(_ folders: [String]) {
    self.folders = folders
    forget()
  }

  func change(added: [String], removed: [String]) {
    folders = folders.filter { !removed.contains($0) } + added
    forget()
  }

  /// Everything may be another.
  func forget() {
    known = nil
    before.merge(files) { _, last in last }
    files = [:]
  }

  /// The text of a file is another.
  func noteChange(of path: String) {
    if let file = files.removeValue(forKey: path) { before[path] = file }
    if KustomizationFile.isOne(path) { known?.update(path) }
  }

  var graph: TreeGraph {
    if let known { return known }
    let graph = TreeGraph(folders)
    known = graph
    return graph
  }

  /// Looks into the repository of a file that lies in no folder of the editor's.
  func include(_ path: String) {
    guard !folders.contains(where: { FilePath.isInside(path, $0) }) else { return }
    var directory = FilePath.directory(of: path)
    let own = directory
    while directory != "/", FileSystem.kind(of: FilePath.join(directory, ".git")) == nil {
      directory = FilePath.directory(of: directory)
    }
    folders.append(directory == "/" ? own : directory)
    forget()
  }

  func roots(of path: String) -> [String] { graph.roots(of: path) }

  /// A file, seen as its tree sees it.
  func own(_ path: String) -> IndexedFile { file(path, isPatch: graph.isPatch(path)) }

  private func file(_ path: String, isPatch: Bool) -> IndexedFile {
    if let known = files[path], known.isPatch == isPatch { return known }
    let file = IndexedFile(path, isPatch: isPatch, before: before.removeValue(forKey: path) ?? files[path])
    files[path] = file
    return file
  }

  /// All files of the trees that a file belongs to; it alone when it belongs to none.
  func tree(of path: String) -> [IndexedFile] { trees(of: path) { _ in false } }

  /// The same, and of each file that is wanted those of its other trees, too: what is shared can't change for one alone.
  func trees(of path: String, withThoseOf isWanted: (IndexedFile) -> Bool) -> [IndexedFile] {
    var (seenRoots, seen): (Set<String>, Set<String>) = ([], [])
    var found: [IndexedFile] = []
    var pending = [path]
    while let next = pending.popLast() {
      for root in roots(of: next) where seenRoots.insert(root).inserted {
        guard let start = KustomizationFile.file(in: root) else { continue }
        for source in graph.sources(below: start) where seen.insert(source.path).inserted {
          let file = file(source.path, isPatch: source.use == .patch)
          found.append(file)
          if isWanted(file) { pending.append(source.path) }
        }
      }
    }
    return seen.contains(path) ? found : [own(path)] + found
  }
}
