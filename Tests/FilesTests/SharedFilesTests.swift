import Diagnostics
import Testing
import YAML

@testable import Files

@Suite struct SharedFilesTests {
  /// - Returns: how often the file was composed, and what was said of it.
  private func ask(_ files: SharedFiles, times: Int, _ keys: Composer.DuplicateKeys = .error) -> (Int, Int) {
    var count = 0
    let report = Report()
    for _ in 0..<times {
      let file = files.documents(of: "/a/b.yaml", shown: "b.yaml", keys, to: report) { report in
        count += 1
        report.warning("w", "composed \(count) times")
        return ComposedFile(nodes: ["a"], index: 7)
      }
      #expect(file?.index == 7)
    }
    return (count, report.diagnostics.count)
  }

  @Test func composesOnceForSeveralBuilds() {
    #expect(ask(SharedFiles(isOfSeveralBuilds: true), times: 5) == (1, 1))
  }

  /// What is used once is not kept.
  @Test func keepsForOneBuildWhatIsUsedAgain() {
    let files = SharedFiles(isOfSeveralBuilds: false)
    #expect(ask(files, times: 1) == (1, 1))
    #expect(ask(files, times: 5) == (1, 1))
    #expect(ask(files, times: 5) == (0, 1))
  }

  @Test func tellsApartHowKeysAreRead() {
    let files = SharedFiles(isOfSeveralBuilds: true)
    #expect(ask(files, times: 2) == (1, 1))
    #expect(ask(files, times: 2, .warning) == (1, 1))
  }
}
