import Glibc
import Layers
import Pipeline
import Testing

@Suite struct OutputFileTests {
  private func temporaryDirectory() -> String {
    var template = Array("/tmp/zonal-test-XXXXXX".utf8CString)
    return String(cString: mkdtemp(&template))
  }

  @Test func writesThroughATemporaryFile() throws {
    let path = temporaryDirectory() + "/a/b/manifest.yaml"
    try OutputFile.write(Array("one\n".utf8), to: path)
    try OutputFile.write(Array("two\n".utf8), to: path)
    #expect(try FileSystem.read(path).get() == Array("two\n".utf8))
    #expect(FileSystem.names(in: FilePath.directory(of: path)) == ["manifest.yaml"])
  }

  @Test func leavesAnUnchangedFileAlone() throws {
    let path = temporaryDirectory() + "/manifest.yaml"
    try OutputFile.write(Array("same\n".utf8), to: path)
    var before = stat()
    stat(path, &before)
    try OutputFile.write(Array("same\n".utf8), to: path)
    var after = stat()
    stat(path, &after)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func saysWhyItCouldNot() {
    #expect(throws: OutputFile.Failure.self) { try OutputFile.write([], to: "/proc/none/x") }
  }
}
