internal import Synchronization

/// A directory that is not on the disk.
protocol VirtualTree: AnyObject, Sendable {
  /// Absolute, without symbolic links; in a directory of this run's own.
  var root: String { get }

  /// What a path of the tree leads to; `nil` when there is nothing.
  ///
  /// - Parameter followsLast: whether a symbolic link at the end is followed, too.
  func find(_ path: String, followsLast: Bool) -> VirtualPlace?

  /// Puts it onto the disk.
  func write()
}

enum VirtualPlace {
  /// - path: below the root, every symbolic link followed; empty for the root.
  case entry(any VirtualEntry, path: String)
  /// A symbolic link, or `..`, led out of the tree.
  case outside(String)
}

/// A file or directory of a tree that is not on the disk.
protocol VirtualEntry {
  var kind: FileSystem.Kind { get }
  /// What is in a directory; `nil` for what is none, or can't be read.
  var names: [String]? { get }
  /// What is in a file; `nil` when it can't be read.
  var content: [UInt8]? { get }
}

/// The trees that are not on the disk, of which ``FileSystem`` tells as if they were.
enum VirtualTrees {
  private static let writing = Mutex(())
  private static let trees = Mutex<[any VirtualTree]>([])
  /// Nearly every run has none, and asks for nothing more.
  private static let count = Atomic(0)

  static func add(_ tree: any VirtualTree) {
    trees.withLock {
      $0.append(tree)
      count.store($0.count, ordering: .releasing)
    }
  }

  static func remove(_ tree: any VirtualTree) {
    trees.withLock {
      $0.removeAll { $0 === tree }
      count.store($0.count, ordering: .releasing)
    }
  }

  /// Puts all of them onto the disk, for another program to see.
  static func writeAll() {
    guard count.load(ordering: .acquiring) > 0 else { return }
    // Who else asks for it meanwhile waits until all are there.
    writing.withLock { _ in
      let all = trees.withLock { $0 }
      for tree in all {
        tree.write()
        remove(tree)
      }
    }
  }

  enum Place {
    case disk(String)
    case missing
    /// - path: every symbolic link followed.
    case tree(any VirtualEntry, path: String)
  }

  /// - Parameter followsLast: whether a symbolic link at the end is followed, too.
  static func place(of path: String, followsLast: Bool = true) -> Place {
    guard count.load(ordering: .acquiring) > 0, FilePath.isAbsolute(path) else { return .disk(path) }
    let tree = trees.withLock { $0.first { FilePath.isInside(path, $0.root) } }
    guard let tree else { return .disk(path) }
    switch tree.find(path, followsLast: followsLast) {
    case .outside(let other): return place(of: other, followsLast: followsLast)
    case .entry(let entry, let inner):
      return .tree(entry, path: inner.isEmpty ? tree.root : "\(tree.root)/\(inner)")
    case nil: return .missing
    }
  }
}
