import Machine
import Testing

@Suite struct UnsavedTextTests {
  @Test func standsInThePlaceOfTheFile() throws {
    let directory = try TemporaryDirectory("unsaved")
    defer { directory.remove() }
    let root = try #require(FileSystem.realPath(directory.path))
    try directory.write([("a", Array("old".utf8))])
    let unsaved = UnsavedText(Array("new".utf8), at: root + "/a")
    #expect(try FileSystem.read(root + "/a").get() == Array("new".utf8))
    #expect(FileSystem.kind(of: root + "/a") == .file)
    #expect(FileSystem.realPath(root + "/a") == root + "/a")
    #expect(FileSystem.kind(of: root + "/a/b") == nil)
    #expect(FileSystem.kind(of: root + "/ab") == nil)
    #expect(FileSystem.names(in: root) == ["a"])
    unsaved.close()
    #expect(try FileSystem.read(root + "/a").get() == Array("old".utf8))
  }

  @Test func needNotBeOnTheDisk() throws {
    let directory = try TemporaryDirectory("unsaved")
    defer { directory.remove() }
    let root = try #require(FileSystem.realPath(directory.path))
    let unsaved = UnsavedText([], at: root + "/new")
    #expect(FileSystem.kind(of: root + "/new") == .file)
    unsaved.close()
    #expect(FileSystem.kind(of: root + "/new") == nil)
  }
}
