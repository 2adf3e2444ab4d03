import Testing

@testable import Machine

@Suite struct MemoryTreeTests {
  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func content(_ path: String) -> [UInt8]? { try? FileSystem.read(path).get() }

  private static func withTree(_ body: (MemoryTree) throws -> Void) throws {
    let tree = try MemoryTree(
      [("a/one.yaml", bytes("1")), ("a/b/two.yaml", bytes("2")), ("top.yaml", bytes("3"))], "zonal-test")
    defer { tree.close() }
    try body(tree)
  }

  @Test func answersAsADirectoryWould() throws {
    try Self.withTree { tree in
      #expect(FileSystem.names(in: tree.root) == ["a", "top.yaml"])
      #expect(FileSystem.names(in: tree.root + "/a") == ["b", "one.yaml"])
      #expect(FileSystem.kind(of: tree.root + "/a/b") == .directory)
      #expect(FileSystem.kind(of: tree.root + "/a/b/two.yaml") == .file)
      #expect(FileSystem.kind(of: tree.root + "/a/three.yaml") == nil)
      #expect(Self.content(tree.root + "/a/../top.yaml") == Self.bytes("3"))
      #expect(FileSystem.realPath(tree.root + "/./a/one.yaml") == tree.root + "/a/one.yaml")
    }
  }

  @Test func refusesWhatADirectoryWould() throws {
    try Self.withTree { tree in
      #expect(Self.content(tree.root + "/a") == nil)
      #expect((try? FileSystem.list(tree.root + "/top.yaml").get()) == nil)
      #expect((try? FileSystem.read(tree.root + "/top.yaml", limit: 0).get()) == nil)
    }
  }

  @Test func leadsOutOfItself() throws {
    let beside = try TemporaryDirectory()
    defer { beside.remove() }
    try WholeFile.write([Self.bytes("4")], to: beside.path + "/file")
    try Self.withTree { tree in
      let path = tree.root + "/../../../../../.." + beside.path + "/file"
      #expect(Self.content(path) == Self.bytes("4"))
    }
  }

  @Test func liesOnTheDiskForOtherPrograms() throws {
    try Self.withTree { tree in
      VirtualTrees.writeAll()
      #expect(FileSystem.kind(ofEntry: tree.root + "/a/b/two.yaml") == .file)
      #expect(Self.content(tree.root + "/a/one.yaml") == Self.bytes("1"))
    }
  }

  @Test func isGoneWhenItIsClosed() throws {
    let tree = try MemoryTree([("file", [])], "zonal-test")
    let root = tree.root
    tree.close()
    #expect(FileSystem.kind(of: root) == nil)
    #expect(FileSystem.kind(of: FilePath.directory(of: root)) == nil)
  }
}
