import Machine
import Testing

@testable import Files

/// What Git and curl are called with for locations that would be options, or have them run something else.
@Suite struct GitArgumentsTests {
  @Test(arguments: [
    "git::--upload-pack=evil:x/y", "git::ext::sh -c evil/x/y", "git::ext::sh -c evil.git",
    "https://github.com/a/b?ref=--upload-pack=evil", "ssh://-oProxyCommand=evil/a/b", "git::fd::7/x/y",
    "git::svn://host/a/b", "-oProxyCommand=evil@host:a/b", "git::https://host/a\n/b",
  ])
  func refusesWhatRunsOtherPrograms(_ location: String) {
    guard case .git(let directory) = RemoteLocation(location) else { return }
    #expect(directory.mistake != nil)
  }

  @Test(arguments: [
    "https://github.com/a/b//c?ref=v1", "git@github.com:a/b", "gh:a/b", "git::https://host/a/b.git/c",
    "ssh://git@host/a/b", "file:///srv/a.git", "git::host:a/b", "https://host/a/b?ref=x-y",
  ])
  func takesUsualRepositories(_ location: String) {
    guard case .git(let directory) = RemoteLocation(location) else {
      Issue.record("\(location) is no repository")
      return
    }
    #expect(directory.mistake == nil)
  }

  /// Should a value get that far, it stands behind what ends the options.
  @Test func endsOptions() throws {
    let evil = "--upload-pack=./evil.sh"
    var directory = try #require(GitDirectory("https://github.com/a/b"))
    directory.repository = evil
    directory.ref = evil
    let calls = directory.commands.map(\.words) + [RemoteSources.curlArguments(evil).words]
    var found = 0
    for words in calls {
      let options = words.prefix { $0 != "--" }
      #expect(!options.contains(evil))
      found += words.count { $0 == evil }
    }
    #expect(found == 3)
  }
}
