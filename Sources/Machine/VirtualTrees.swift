internal import Synchronization

/// The trees that are not on the disk, of which ``FileSystem`` tells as if they were.
enum VirtualTrees {
  private static let writing = Mutex(())
  private static let trees = Mutex<[GitTree]>([])
  /// Nearly every run has none, and asks for nothing more.
  private static let count = Atomic(0)

  static func add(_ tree: GitTree) {
    trees.withLock {
      $0.append(tree)
      count.store($0.count, ordering: .releasing)
    }
  }

  static func remove(_ tree: GitTree) {
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
    /// - entry: `nil` for the root of the tree.
    /// - path: every symbolic link followed.
    case tree(GitTree, GitTree.Entry?, path: String)
  }

  /// - Parameter followsLast: whether a symbolic link at the end is followed, too.
  static func place(of path: String, followsLast: Bool = true) -> Place {
    guard count.load(ordering: .acquiring) > 0, FilePath.isAbsolute(path) else { return .disk(path) }
    let tree = trees.withLock { $0.first { FilePath.isInside(path, $0.root) } }
    guard let tree else { return .disk(path) }
    switch tree.find(path, followsLast: followsLast) {
    case .outside(let other): return place(of: other, followsLast: followsLast)
    case .entry(let entry, let inner):
      return .tree(tree, entry, path: inner.isEmpty ? tree.root : "\(tree.root)/\(inner)")
    case nil: return .missing
    }
  }
}
