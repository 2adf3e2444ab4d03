internal import Machine

/// Which kustomization files there are, and which names which.
struct TreeGraph {
  private static let mostDirectories = 20_000

  /// By their paths.
  private(set) var files: [String: KustomizationFile] = [:]
  /// The kustomization files that name a file, by its path.
  private var users: [String: [String]] = [:]

  /// - Parameter folders: absolute, without symbolic links.
  init(_ folders: [String]) {
    var pending = folders
    var seen: Set<String> = []
    while let directory = pending.popLast(), seen.count < Self.mostDirectories {
      guard seen.insert(directory).inserted else { continue }
      if let path = KustomizationFile.file(in: directory) { files[path] = KustomizationFile(path) }
      for name in FileSystem.names(in: directory) where !name.hasPrefix(".") && name != "node_modules" {
        let path = FilePath.join(directory, name)
        if FileSystem.kind(ofEntry: path) == .directory { pending.append(path) }
      }
    }
    // Bases may lie beside the folders.
    var unread = Array(files.values)
    while let file = unread.popLast() {
      for name in file.names where KustomizationFile.isOne(name.path) && files[name.path] == nil {
        let read = KustomizationFile(name.path)
        files[name.path] = read
        unread.append(read)
      }
    }
    countUsers()
  }

  /// Reads a kustomization file again.
  mutating func update(_ path: String) {
    files[path] = KustomizationFile(path, before: files[path])
    countUsers()
  }

  private mutating func countUsers() {
    users = [:]
    for path in files.keys.sorted() {
      for name in files[path]?.names ?? [] { users[name.path, default: []].append(path) }
    }
  }

  /// Whether a file only changes objects of others.
  func isPatch(_ path: String) -> Bool {
    let uses = (users[path] ?? []).flatMap { files[$0]?.names.filter { $0.path == path } ?? [] }.map(\.use)
    return uses.contains(.patch) && !uses.contains(.resource)
  }

  /// The outermost directories whose build reads a file.
  func roots(of path: String) -> [String] {
    var pending = files[path] == nil ? users[path] ?? [] : [path]
    var seen = Set(pending)
    var roots: [String] = []
    while let file = pending.popLast() {
      let around = users[file] ?? []
      if around.isEmpty { roots.append(file) }
      for user in around where seen.insert(user).inserted { pending.append(user) }
    }
    // In a circle there is no outermost one.
    if roots.isEmpty { roots = Array(seen) }
    return roots.map(FilePath.directory).sorted()
  }

  /// Every file that a kustomization file leads to, it and the files of its bases included, with how it is used.
  func sources(below root: String) -> [KustomizationFile.Name] {
    var found: [KustomizationFile.Name] = []
    var seen: Set<String> = []
    var pending = [KustomizationFile.Name(path: root, use: .other)]
    while let name = pending.popLast() {
      guard seen.insert(name.path).inserted else { continue }
      found.append(name)
      pending += files[name.path]?.names.reversed() ?? []
    }
    return found
  }
}
