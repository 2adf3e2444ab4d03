import Glibc
import Machine
import Testing

@Suite struct TemporaryDirectoryTests {
  @Test func isItsOwnersAlone() throws {
    let directory = try TemporaryDirectory()
    defer { directory.remove() }
    var status = stat()
    #expect(stat(directory.path, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test func goesWithAllThatIsInIt() throws {
    let outside = try TemporaryDirectory()
    defer { outside.remove() }
    try WholeFile.write([[1]], to: outside.path + "/kept")
    let directory = try TemporaryDirectory()
    try WholeFile.write([[1]], to: directory.path + "/a/b/file")
    symlink(outside.path, directory.path + "/a/link")
    directory.remove()
    #expect(FileSystem.kind(of: directory.path) == nil)
    #expect(FileSystem.kind(of: outside.path + "/kept") == .file)
  }
}
