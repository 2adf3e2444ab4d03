import Testing

@testable import Files

@Suite struct RemoteLocationTests {
  @Test(
    arguments: [
      ("https://github.com/org/repo", "https://github.com/org/repo", "", nil),
      ("github.com/org/repo/deploy/base?ref=v1", "https://github.com/org/repo", "deploy/base", "v1"),
      ("gh:org/repo//deploy", "https://github.com/org/repo", "deploy", nil),
      ("git@github.com:org/repo.git/deploy", "git@github.com:org/repo.git", "deploy", nil),
      ("git@example.com:a/b/c.git//deploy?version=v2", "git@example.com:a/b/c.git", "deploy", "v2"),
      (
        "ssh://git@example.com:7999/org/repo.git?ref=main", "ssh://git@example.com:7999/org/repo.git", "",
        "main"
      ),
      ("https://example.com/a/b/c//x/y?ref=r", "https://example.com/a/b/c", "x/y", "r"),
      ("git::https://example.com/org/repo//x", "https://example.com/org/repo", "x", nil),
      (
        "https://dev.azure.com/org/project/_git/repo/x", "https://dev.azure.com/org/project/_git/repo", "x",
        nil
      ),
      ("file:///srv/repo//x?ref=v1", "file:///srv/repo", "x", "v1"),
      ("file:///srv/repo.git/x", "file:///srv/repo.git", "x", nil),
    ] as [(String, String, String, String?)])
  func readsRepositories(text: String, repository: String, path: String, ref: String?) throws {
    let location = try #require(RemoteLocation(text))
    guard case .git(let directory) = location else {
      Issue.record("\(text) was read as a file")
      return
    }
    #expect(directory.repository == repository)
    #expect(directory.path == path)
    #expect(directory.ref == ref)
  }

  @Test(arguments: [
    "https://example.com/manifests/all.yaml", "https://raw.githubusercontent.com/o/r/main/a.yml?token=1",
    "https://example.com/install.json", "https://example.com",
  ])
  func readsFiles(text: String) {
    #expect(RemoteLocation(text) == .file(text))
  }

  @Test(arguments: ["../base", "base/https", "a@b", "cm.yaml", "/srv/base", "user@host/dir", "dir/a@b:c"])
  func leavesPathsAlone(text: String) {
    #expect(RemoteLocation(text) == nil)
  }

  @Test(arguments: [
    ("timeout=90", 90), ("timeout=1m30s", 90), ("timeout=500ms", 0.5), ("timeout=soon", 27), ("ref=x", 27),
  ])
  func readsTimeLimits(query: String, seconds: Double) {
    #expect(GitDirectory("gh:org/repo?" + query)?.timeLimit == seconds)
  }

  @Test func readsWhetherThereAreSubmodules() {
    #expect(GitDirectory("gh:org/repo")?.hasSubmodules == true)
    #expect(GitDirectory("gh:org/repo?submodules=false")?.hasSubmodules == false)
  }

  @Test func clonesOnceForAllDirectories() {
    #expect(
      GitDirectory("gh:org/repo//a?ref=v1")?.clone == GitDirectory("gh:org/repo//b?ref=v1&timeout=9s")?.clone)
    #expect(GitDirectory("gh:org/repo//a?ref=v1")?.clone != GitDirectory("gh:org/repo//a?ref=v2")?.clone)
  }
}
