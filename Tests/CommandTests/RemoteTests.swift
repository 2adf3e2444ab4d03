import Glibc
import Testing

/// Repositories of this machine, which Git reaches as it reaches others.
@Suite struct RemoteTests {
  private let directory = TemporaryDirectory()
  private let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent"]

  init() {
    directory.write("resources: [map.yaml]\n", to: "repo/deploy/base/kustomization.yaml")
    directory.write("resources: [../base]\nnamePrefix: prod-\n", to: "repo/deploy/prod/kustomization.yaml")
    directory.write("resources: [../../../outside]\n", to: "repo/deploy/escaping/kustomization.yaml")
    commit("one", tag: "v1")
    commit("two", tag: "v2")
    directory.write("resources: []\n", to: "outside/kustomization.yaml")
  }

  private func commit(_ value: String, tag: String) {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}, data: {value: \(value)}}\n",
      to: "repo/deploy/base/map.yaml")
    let git = "git -C \(directory.path)/repo -c user.name=test -c user.email=test@example.com"
    #expect(
      system(
        "git init -q -b main \(directory.path)/repo && \(git) add -A && \(git) commit -qm \(value)"
          + " && \(git) tag \(tag)") == 0)
  }

  private func layer(_ name: String, _ entries: String...) -> String {
    directory.write("resources:\n" + entries.map { "- \($0)\n" }.joined(), to: "\(name)/kustomization.yaml")
    return "\(directory.path)/\(name)"
  }

  private func repository(_ path: String, _ ref: String) -> String {
    "file://\(directory.path)/repo//\(path)?ref=\(ref)"
  }

  @Test func fetchesADirectoryAtARef() {
    let old = layer("old", repository("deploy/prod", "v1"))
    let new = layer("new", repository("deploy/prod", "main"))
    let result = Program.run(["build", "--allow-remote", old, new], environment: environment)
    #expect(result.messages == "")
    #expect(
      result.output == """
        apiVersion: v1
        data:
          value: one
        kind: ConfigMap
        metadata:
          name: prod-map
        ---
        apiVersion: v1
        data:
          value: two
        kind: ConfigMap
        metadata:
          name: prod-map

        """)
  }

  @Test func buildsWhatIsElsewhere() {
    let result = Program.run(
      ["build", "--allow-remote", repository("deploy/prod", "v2")], environment: environment)
    #expect(result.output.contains("value: two"))
    let refused = Program.run(["build", repository("deploy/prod", "v2")])
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--allow-remote"))
  }

  @Test func clonesOnceForSeveralLayers() {
    // A git that notes what it is asked to do.
    directory.write(
      "#!/bin/sh\necho \"$*\" >> \(directory.path)/calls\nexec /usr/bin/git \"$@\"\n", to: "bin/git")
    chmod("\(directory.path)/bin/git", 0o755)
    let layers = (1...4).map { layer("layer\($0)", repository("deploy/base", "v1")) }
    let result = Program.run(
      ["build", "--allow-remote"] + layers, environment: ["PATH=\(directory.path)/bin:/usr/bin:/bin"])
    #expect(result.status == 0)
    #expect(directory.read("calls").split(separator: "\n").count { $0.contains(" fetch ") } == 1)
  }

  @Test func bringsSubmodulesUnlessToldNotTo() {
    let git = "git -C \(directory.path)/repo -c user.name=test -c user.email=test@example.com"
    let add = "submodule --quiet add \(directory.path)/repo vendored"
    #expect(
      system("\(git) -c protocol.file.allow=always \(add) && \(git) commit -qm nested && \(git) tag v3") == 0)
    // Git itself lets submodules come from this machine only when it is told to.
    let permission = [
      "GIT_CONFIG_COUNT=1", "GIT_CONFIG_KEY_0=protocol.file.allow", "GIT_CONFIG_VALUE_0=always",
    ]
    let nested = repository("vendored/deploy/base", "v3")
    let with = Program.run(["build", "--allow-remote", nested], environment: environment + permission)
    #expect(with.messages == "")
    #expect(with.output.contains("value: two"))
    let without = Program.run(
      ["build", "--allow-remote", nested + "&submodules=false"], environment: environment + permission)
    #expect(without.messages.contains("the repository has no directory \"vendored/deploy/base\""))
  }

  @Test func fetchesAFileOnce() {
    // A curl that notes what it is asked for.
    directory.write(
      "#!/bin/sh\nfor url; do :; done\necho \"$url\" >> \(directory.path)/fetched\n"
        + "echo '{apiVersion: v1, kind: ConfigMap, metadata: {name: fetched}}'\n", to: "bin/curl")
    chmod("\(directory.path)/bin/curl", 0o755)
    let url = "https://example.com/all.yaml"
    let result = Program.run(
      ["build", "--allow-remote", layer("a", url), layer("b", url)],
      environment: ["PATH=\(directory.path)/bin:/usr/bin:/bin"])
    #expect(result.messages == "")
    #expect(result.output.contains("name: fetched"))
    #expect(directory.read("fetched") == url + "\n")
  }

  @Test func stopsWhenGitTakesTooLong() {
    directory.write("#!/bin/sh\nsleep 30\n", to: "bin/git")
    chmod("\(directory.path)/bin/git", 0o755)
    let slow = repository("deploy/base", "v1") + "&timeout=200ms"
    let result = Program.run(
      ["build", "--allow-remote", slow], environment: ["PATH=\(directory.path)/bin:/usr/bin:/bin"])
    #expect(result.status == 3)
    #expect(result.messages.contains("git took too long"))
  }

  @Test func leavesNothingBehind() {
    directory.write("", to: "tmp/keep")
    let built = layer("built", repository("deploy/base", "v1"))
    let temporary = "TMPDIR=\(directory.path)/tmp"
    #expect(
      Program.run(["build", "--allow-remote", built], environment: environment + [temporary]).status == 0)
    #expect(system("test \"$(ls \(directory.path)/tmp)\" = keep") == 0)
  }

  @Test func namesTheFlag() {
    let result = Program.run(["build", layer("plain", repository("deploy/base", "v1"))])
    #expect(result.status == 2)
    #expect(result.messages.contains("kustomization.yaml:2:3"))
    #expect(result.messages.contains("--allow-remote"))
  }

  @Test func staysWithinTheRepository() {
    let result = Program.run(
      ["build", "--allow-remote", layer("escape", repository("deploy/escaping", "v1"))],
      environment: environment)
    #expect(result.status == 2)
    #expect(result.messages.contains("lies outside of the repository"))
    #expect(result.messages.contains("repo@v1/deploy/escaping/kustomization.yaml:1:13"))
  }

  @Test(arguments: [
    "git::ext::sh -c touch% evil/x/y", "git::--upload-pack=evil:x/y", "https://h/a/b?ref=--evil",
  ])
  func runsNothingThatALocationNames(_ location: String) {
    let result = Program.run(
      ["build", "--allow-remote", layer("unsafe", "\"\(location)\"")], environment: environment)
    #expect(result.status == 2)
    #expect(result.messages.contains("[unsafe-repository]"))
    #expect(result.messages.contains("kustomization.yaml:2:3"))
  }

  @Test func whatWasFetchedNamesNoRepositoryOfThisMachine() {
    directory.write(
      "resources: [\"\(repository("deploy/base", "v1"))\"]\n", to: "repo/deploy/local/kustomization.yaml")
    commit("three", tag: "v4")
    let result = Program.run(
      ["build", "--allow-remote", layer("fetched", repository("deploy/local", "v4"))],
      environment: environment)
    #expect(result.status == 2)
    #expect(result.messages.contains("is a repository of this machine"))
  }

  @Test func saysWhatCanNotBeFetched() {
    let built = layer("built", repository("deploy/nothing", "v1"), repository("deploy/base", "v9"))
    let result = Program.run(["build", "--allow-remote", built], environment: environment)
    #expect(result.status == 2)
    #expect(result.messages.contains("the repository has no directory \"deploy/nothing\""))
    #expect(result.messages.contains("couldn't find remote ref v9"))
  }

  @Test func exitsWithThreeWithoutGit() {
    let result = Program.run(
      ["build", "--allow-remote", layer("built", repository("deploy/base", "v1"))],
      environment: ["PATH=/nonexistent"])
    #expect(result.status == 3)
    #expect(result.messages.contains("there is no git on the PATH"))
  }
}
