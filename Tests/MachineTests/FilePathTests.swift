import Machine
import Testing

@Suite struct FilePathTests {
  @Test func joinsAndNormalizes() {
    #expect(FilePath.join("overlays/prod", "../../base") == "base")
    #expect(FilePath.join("overlays/prod", "/abs/./x/") == "/abs/x")
    #expect(FilePath.join(".", "../base") == "../base")
    #expect(FilePath.normalized("./a//b/../c") == "a/c")
    #expect(FilePath.normalized("/../a") == "/a")
    #expect(FilePath.normalized("a/..") == ".")
  }

  @Test func tellsWhatLiesInside() {
    #expect(FilePath.isInside("/a/b", "/a"))
    #expect(FilePath.isInside("/a", "/a"))
    #expect(!FilePath.isInside("/ab", "/a"))
    #expect(FilePath.isInside("/ab", "/"))
  }
}
