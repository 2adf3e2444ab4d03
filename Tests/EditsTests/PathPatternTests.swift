import Machine
import Testing

@testable import Edits

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("*.yaml", "a.yaml", true), ("*.yaml", "b/a.yaml", false), ("*", "", true), ("b/*", "b/a.yaml", true),
    ("a?c", "abc", true), ("a?c", "a/c", false), ("[ab].yaml", "b.yaml", true), ("[^a].yaml", "b.yaml", true),
    ("[^a].yaml", "a.yaml", false), ("[a-c]x", "bx", true), ("[a-c]x", "dx", false), ("\\*", "*", true),
    ("\\*", "a", false), ("a*b*c", "axxbyyc", true), ("a*b*c", "axxbyy", false), ("../*", "../base", true),
    ("a.yaml", "a.yaml", true), ("a.yaml", "axyaml", false), ("[]a]", "]", false), ("[\\]a]", "]", true),
  ])
  func matches(_ pattern: String, _ path: String, _ isMatch: Bool) {
    #expect((PathPattern(pattern)?.matches(path) ?? false) == isMatch)
  }

  @Test(arguments: ["[a", "[", "a\\", "[]", "[b-a]", "[a-]", "[-a]"])
  func refusesWhatIsNoPattern(_ pattern: String) {
    #expect(PathPattern(pattern) == nil)
    #expect(PathPattern.paths(pattern, in: ".") == nil)
  }

  @Test func findsFilesInTheirOrder() {
    let cases = FilePath.join(
      FilePath.directory(of: #filePath), "../CommandTests/edits/create-autodetect-recursive/input/here")
    #expect(PathPattern.paths("*/*.yaml", in: cases) == ["config/a.yaml", "config/b.yaml", "layer/y.yaml"])
    #expect(PathPattern.paths("./[cd]*", in: cases) == ["config", "deep", "deployment.yaml"])
    #expect(PathPattern.paths("nothing*", in: cases) == [])
    #expect(PathPattern.paths("./config", in: cases) == ["./config"])
  }
}
