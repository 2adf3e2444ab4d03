internal import Glibc

/// Files that this run made, to be read as if they lay in a directory.
///
/// While it is open, ``FileSystem`` answers from it for every path below ``root``. Nothing lies on the disk until
/// another program is to see the files.
package final class MemoryTree: VirtualTree {
  package let root: String
  private let directory: TemporaryDirectory
  private let files: [(path: String, bytes: [UInt8])]
  private let entries: [[UInt8]: Entry]

  private enum Entry: VirtualEntry {
    case file([UInt8])
    case directory([String])

    var kind: FileSystem.Kind { names == nil ? .file : .directory }

    var names: [String]? {
      if case .directory(let names) = self { names } else { nil }
    }

    var content: [UInt8]? {
      if case .file(let bytes) = self { bytes } else { nil }
    }
  }

  /// - Parameters:
  ///   - files: by their paths, of which none is a directory of another's.
  ///   - name: what the name of the directory begins with, below which they seem to lie.
  package init(_ files: [(path: String, bytes: [UInt8])], _ name: String) throws(WholeFile.Failure) {
    directory = try TemporaryDirectory(name)
    root = FilePath.join(FileSystem.realPath(directory.path) ?? directory.path, "tree")
    self.files = files
    entries = Self.entries(of: files)
    VirtualTrees.add(self)
  }

  package func close() {
    VirtualTrees.remove(self)
    directory.remove()
  }

  private static func entries(of files: [(path: String, bytes: [UInt8])]) -> [[UInt8]: Entry] {
    var entries: [[UInt8]: Entry] = [:]
    var names: [[UInt8]: [String]] = [[]: []]
    for file in files {
      var parts = FilePath.parts(FilePath.normalized(file.path))
      entries[key(parts)] = .file(file.bytes)
      // Up to the first directory that is known already.
      while let name = parts.popLast() {
        let isKnown = names[key(parts)] != nil
        names[key(parts), default: []].append(String(name))
        if isKnown { break }
      }
    }
    for (path, names) in names { entries[path] = .directory(names) }
    return entries
  }

  private static func key(_ parts: [Substring]) -> [UInt8] { Array(parts.joined(separator: "/").utf8) }

  func find(_ path: String, followsLast: Bool) -> VirtualPlace? {
    // Without symbolic links, a path leads where it says.
    let real = FilePath.normalized(path)
    guard FilePath.isInside(real, root) else { return .outside(real) }
    let inner = String(real.utf8.dropFirst(root.utf8.count + 1)) ?? ""
    return entries[Array(inner.utf8)].map { .entry($0, path: inner) }
  }

  func write() {
    // Under another name first: below the root there seems to be everything already. A program that misses a file says so.
    let place = "written"
    try? directory.write(files.map { ("\(place)/\($0.path)", $0.bytes) })
    rename(FilePath.join(directory.path, place), root)
  }
}
