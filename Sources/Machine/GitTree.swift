internal import Glibc
internal import Synchronization

/// The files of a Git revision, read from its objects when somebody asks for them: a repository may hold thousands that
/// no build looks at, and some that can't be had (a partial clone).
///
/// While it is open, ``FileSystem`` answers from it for every path below ``root``. Nothing lies on the disk until
/// another program is to see the files (``VirtualTrees/writeAll()``). Contents are the repository's own: no filter of
/// `.gitattributes` is run.
package final class GitTree: VirtualTree {
  /// Absolute, without symbolic links; in a directory of this run's own.
  package let root: String
  private let objects: GitObjects
  private let top: [Entry]
  /// By the hashes of directories.
  private let listings = Mutex<[String: [Entry]]>([:])

  /// - Parameters:
  ///   - tree: what names it to Git, such as `HEAD~1^{tree}`.
  ///   - root: where its files seem to lie.
  /// - Returns: `nil` when there is no such tree.
  package init?(_ tree: String, of objects: GitObjects, at root: String) {
    guard let object = objects.object(tree), object.kind == "tree" else { return nil }
    self.objects = objects
    self.root = root
    top = Entry.all(in: object)
    VirtualTrees.add(self)
  }

  package func close() { VirtualTrees.remove(self) }

  // MARK: Looking things up

  private struct Found: VirtualEntry {
    let tree: GitTree
    /// `nil` for the root.
    let entry: Entry?

    var kind: FileSystem.Kind { entry?.kind ?? .directory }
    var names: [String]? { tree.entries(of: entry)?.map(\.name) }
    var content: [UInt8]? { entry.flatMap(tree.content) }
  }

  func find(_ path: String, followsLast: Bool) -> VirtualPlace? {
    var pending = Self.parts(String(path.utf8.dropFirst(root.utf8.count)) ?? "")
    var way: [Entry] = []
    var links = 0
    while let part = pending.popLast() {
      if part == ".." {
        if way.popLast() == nil {
          return .outside(FilePath.join(root, Self.path([".."] + pending.reversed())))
        }
        continue
      }
      guard let entry = entry(part, of: way.last) else { return nil }
      guard entry.kind == .link, followsLast || !pending.isEmpty else {
        way.append(entry)
        continue
      }
      links += 1
      guard links <= Self.mostLinks, let target = content(of: entry) else { return nil }
      let text = String(decoding: target, as: UTF8.self)
      if FilePath.isAbsolute(text) { return .outside(FilePath.join(text, Self.path(pending.reversed()))) }
      pending += Self.parts(text)
    }
    return .entry(Found(tree: self, entry: way.last), path: Self.path(way.map(\.name)))
  }

  /// As many as Linux follows.
  private static let mostLinks = 40

  /// The last part first.
  private static func parts(_ path: String) -> [String] {
    FilePath.parts(path).reversed().map(String.init).filter { $0 != "." }
  }

  private static func path(_ parts: [String]) -> String { parts.joined(separator: "/") }

  private func entry(_ name: String, of directory: Entry?) -> Entry? {
    entries(of: directory)?.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// - Parameter directory: `nil` for the root.
  /// - Returns: `nil` for what is no directory, or can't be read.
  func entries(of directory: Entry?) -> [Entry]? {
    guard let directory else { return top }
    if directory.isSubmodule { return [] }
    guard directory.kind == .directory else { return nil }
    if let known = listings.withLock({ $0[directory.id] }) { return known }
    guard let object = objects.object(directory.id), object.kind == "tree" else { return nil }
    let found = Entry.all(in: object)
    listings.withLock { $0[directory.id] = found }
    return found
  }

  /// Of a file, or where a symbolic link leads; `nil` when git can't tell.
  func content(of entry: Entry) -> [UInt8]? {
    objects.object(entry.id).flatMap { $0.kind == "blob" ? $0.content : nil }
  }

  // MARK: Onto the disk

  func write() {
    mkdir(root, 0o700)
    write(top, to: root)
  }

  private func write(_ entries: [Entry], to directory: String) {
    for entry in entries {
      let path = directory + "/" + entry.name
      if let inner = self.entries(of: entry) {
        // Of two with one name, the first may be a symbolic link to elsewhere.
        if mkdir(path, 0o700) == 0 { write(inner, to: path) }
      } else if let content = content(of: entry) {
        if entry.kind == .link {
          symlink(String(decoding: content, as: UTF8.self), path)
        } else {
          write(content, to: path, mode: entry.isExecutable ? 0o700 : 0o600)
        }
      }
    }
  }
}

extension GitTree {
  /// Into a directory that nobody else has.
  private func write(_ content: [UInt8], to path: String, mode: mode_t) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return }
    defer { Glibc.close(descriptor) }
    var rest = content[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }
}

extension GitTree {
  /// One line of a directory.
  struct Entry: Sendable {
    let name: String
    /// Of the object, in hexadecimal digits.
    let id: String
    private let mode: [UInt8]

    var kind: FileSystem.Kind {
      switch mode.first {
      case UInt8(ascii: "4"): .directory
      // `120000`, `160000`, `100644` or `100755`.
      default: isSubmodule ? .directory : mode.dropFirst().first == UInt8(ascii: "2") ? .link : .file
      }
    }

    /// Another repository's commit, of which nothing is here.
    var isSubmodule: Bool { mode.starts(with: "16".utf8) }
    var isExecutable: Bool { mode.elementsEqual("100755".utf8) }

    /// No Git makes a tree with another, but somebody may have.
    private var isSound: Bool {
      !["", ".", "..", ".git"].contains(name) && !name.utf8.contains(UInt8(ascii: "/"))
    }

    /// `MODE NAME`, a NUL and the bytes of a hash, over and over.
    static func all(in directory: GitObjects.Object) -> [Entry] {
      let hashSize = directory.hashSize
      var entries: [Entry] = []
      var rest = directory.content[...]
      while let space = rest.firstIndex(of: UInt8(ascii: " ")),
        let end = rest[space...].firstIndex(of: 0), end + hashSize < rest.endIndex
      {
        let hash = rest[(end + 1)...(end + hashSize)]
        entries.append(
          Entry(
            name: String(decoding: rest[(space + 1)..<end], as: UTF8.self),
            id: hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
            mode: Array(rest[..<space])))
        rest = rest[(end + hashSize + 1)...]
      }
      return entries.filter(\.isSound)
    }
  }
}
