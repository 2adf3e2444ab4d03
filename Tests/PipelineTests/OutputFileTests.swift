import Glibc
import Machine
import Pipeline
import Testing

@Suite struct OutputFileTests {
  private let directory: ScratchDirectory

  init() throws { directory = try ScratchDirectory() }

  @Test func writesThroughATemporaryFile() throws {
    let path = directory.path + "/a/b/manifest.yaml"
    try OutputFile.write(Manifest("one\n"), to: path)
    try OutputFile.write(Manifest("two\n"), to: path)
    #expect(try FileSystem.read(path).get() == Array("two\n".utf8))
    #expect(FileSystem.names(in: FilePath.directory(of: path)) == ["manifest.yaml"])
  }

  @Test func leavesAnUnchangedFileAlone() throws {
    let path = directory.path + "/manifest.yaml"
    try OutputFile.write(Manifest("same\n"), to: path)
    var before = stat()
    stat(path, &before)
    try OutputFile.write(Manifest("same\n"), to: path)
    var after = stat()
    stat(path, &after)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func saysWhyItCouldNot() {
    #expect(throws: OutputFile.Failure.self) { try OutputFile.write(Manifest(""), to: "/proc/none/x") }
  }
}
