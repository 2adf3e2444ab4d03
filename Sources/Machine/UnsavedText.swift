/// The text of a file as an editor has it, whatever lies on the disk.
///
/// While it is there, ``FileSystem`` answers with it for the file's path. It is never written.
package final class UnsavedText: VirtualTree {
  let root: String
  private let entry: Entry

  private struct Entry: VirtualEntry {
    let bytes: [UInt8]
    var kind: FileSystem.Kind { .file }
    var names: [String]? { nil }
    var content: [UInt8]? { bytes }
  }

  /// - Parameter path: absolute, without symbolic links.
  package init(_ bytes: [UInt8], at path: String) {
    root = path
    entry = Entry(bytes: bytes)
    VirtualTrees.add(self)
  }

  package func close() { VirtualTrees.remove(self) }

  func find(_ path: String, followsLast: Bool) -> VirtualPlace? {
    // Below a file there is nothing.
    FilePath.normalized(path) == root ? .entry(entry, path: "") : nil
  }

  func write() {}
}
