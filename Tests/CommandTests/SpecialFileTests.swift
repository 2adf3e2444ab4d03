import Glibc
import Testing

/// What is no file, or too large a one, in the place of any file that is read: an error at once.
@Suite struct SpecialFileTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/map.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "plain/map.yaml")
    #expect(
      directory.shell(
        """
        mkfifo app/fifo.yaml
        ln -s fifo.yaml app/link.yaml
        ln -s /dev/zero app/zero.yaml
        mkfifo outside
        python3 -c "import socket; socket.socket(socket.AF_UNIX).bind('app/socket.yaml')"
        """) == 0)
  }

  /// - Returns: what the program said; a run that waits for anything is stopped.
  private func run(_ arguments: String...) -> Program.Result {
    Program.run(
      arguments, directory: directory.path,
      before: "ulimit -t 20; set -- 20 \"$0\" \"$@\"; set -- timeout \"$@\"; exec \"$@\"")
  }

  @Test(arguments: [
    "resources: [NAME]", "patches: [{path: NAME}]", "configMapGenerator: [{name: c, files: [NAME]}]",
    "configMapGenerator: [{name: c, envs: [NAME]}]", "secretGenerator: [{name: c, files: [k=NAME]}]",
    "components: [NAME]", "crds: [NAME]", "configurations: [NAME]", "openapi: {path: NAME}",
    "generators: [NAME]",
    "transformers: [NAME]", "validators: [NAME]", "replacements: [{path: NAME}]",
    "patchesStrategicMerge: [NAME]",
    "patchesJson6902: [{target: {kind: ConfigMap, name: a, version: v1}, path: NAME}]",
    "resources: [map.yaml, a.yaml, b.yaml, c.yaml, NAME]",
  ])
  func refusesThemInKustomizations(field: String) {
    for (name, kind) in [
      ("fifo.yaml", "a FIFO"), ("link.yaml", "a FIFO"), ("socket.yaml", "a socket"), ("../outside", "a FIFO"),
      ("zero.yaml", "a device"),
    ] {
      let text = field.split(separator: "NAME", omittingEmptySubsequences: false).joined(separator: name)
      directory.write(
        "resources: [map.yaml]\n".prefix(field.hasPrefix("resources") ? 0 : 99) + text + "\n",
        to: "app/kustomization.yaml")
      let refused = run("build", "app", "--load-restrictor", "LoadRestrictionsNone")
      #expect(refused.status == 2, "\(text): \(refused.status) \(refused.messages)")
      #expect(refused.messages.contains("\"\(name)\" is \(kind)"), "\(text): \(refused.messages)")
    }
  }

  @Test func refusesThemAsKustomizations() {
    #expect(directory.shell("mv app/fifo.yaml app/kustomization.yaml") == 0)
    for arguments in [["build", "app"], ["check", "app"], ["instances", "app"]] {
      let refused = Program.run(arguments, directory: directory.path)
      #expect(refused.status >= 2)
      #expect(refused.messages.contains("a FIFO"), "\(refused.messages)")
    }
    #expect(run("build", "outside").status == 2)
  }

  @Test func refusesThemInDirectoriesThatAreListed() {
    for arguments in [
      ["diff", "app", "plain"], ["plan", "plain", "app"], ["check", "app"], ["diff", "outside", "plain"],
    ] {
      let refused = run(arguments[0], arguments[1], arguments.count > 2 ? arguments[2] : "plain")
      #expect(refused.status >= 2)
      #expect(refused.messages.contains("it is a FIFO, not a file"), "\(refused.messages)")
    }
  }

  @Test func refusesThemOnTheCommandLine() {
    directory.write("a: ((b))\n", to: "manifest.yaml")
    for arguments in [
      ["outside"], ["manifest.yaml", "-o", "outside"], ["manifest.yaml", "-l", "outside"],
      ["manifest.yaml", "--var-file", "b=outside"], ["/dev/zero"], ["app"],
    ] {
      let refused = Program.run(["interpolate"] + arguments, directory: directory.path)
      #expect(refused.status == 3)
      #expect(refused.messages.contains("can't be read: it is a"), "\(refused.messages)")
    }
  }

  /// What a shell opens for a command is read, though it is a pipe.
  @Test func readsWhatIsOpenAlready() {
    directory.write("a: ((b))\n", to: "manifest.yaml")
    let substitution = "\(Program.binary) interpolate <(cat manifest.yaml) -l <(echo b: 1) > shown"
    #expect(directory.shell("bash -c '\(substitution)'") == 0)
    #expect(directory.read("shown") == "a: 1\n")
    #expect(directory.shell("echo 'a: 1' | \(Program.binary) interpolate /dev/stdin > shown") == 0)
    #expect(directory.read("shown") == "a: 1\n")
    #expect(directory.shell("bash -c '\(Program.binary) diff <(cat plain/map.yaml) plain'") == 0)
  }

  @Test func listsEachDirectoryOnce() {
    #expect(directory.shell("for n in a b c d e f; do ln -s . plain/$n; done; ln -s ../plain plain/up") == 0)
    #expect(run("diff", "plain", "plain/map.yaml").status == 0)
  }

  @Test func listsDeepDirectories() {
    #expect(
      directory.shell("mkdir -p plain/$(printf 'd/%.0s' $(seq 1500)) && cp plain/map.yaml plain/d/z.yaml")
        == 0)
    #expect(run("diff", "plain/d", "plain/map.yaml").status == 0)
  }

  /// Who names a directory of manifests does not name the whole machine.
  @Test func followsNoLinkOutOfADirectory() {
    directory.write("not: an object\n", to: "elsewhere/secret.yaml")
    #expect(
      directory.shell(
        "ln -s ../elsewhere/secret.yaml plain/link.yaml; ln -s .. plain/up; ln -s map.yaml plain/z.yaml")
        == 0)
    for command in [["check", "plain"], ["diff", "plain", "plain"], ["plan", "plain", "plain"]] {
      let refused = Program.run(command, directory: directory.path)
      #expect(refused.status == 2)
      let said = refused.output + refused.messages
      #expect(said.contains("error: the link \"plain/link.yaml\" leads out of its directory [outside-root]"))
      #expect(said.contains("error: the link \"plain/up\" leads out of its directory [outside-root]"))
      #expect(!said.contains("plain/z.yaml") && !said.contains("not: an object"))
    }
    let allowed = run("diff", "plain", "plain", "--load-restrictor", "LoadRestrictionsNone")
    #expect(allowed.messages.contains("plain/link.yaml:1:1"))
  }

  @Test func refusesNULInPaths() {
    for field in ["resources: [\"map.yaml\\0x\"]", "resources: [\"../plain\\0\"]", "components: [\"\\0\"]"] {
      directory.write(field + "\n", to: "app/kustomization.yaml")
      let refused = run("build", "app")
      #expect(refused.status == 2)
      #expect(refused.messages.contains("[bad-path]"), "\(refused.messages)")
      #expect(refused.messages.contains("app/kustomization.yaml:1:"))
    }
  }

  // MARK: Size

  @Test func refusesLargeFiles() {
    directory.write("configMapGenerator: [{name: c, files: [large]}]\n", to: "app/kustomization.yaml")
    #expect(directory.shell("truncate -s 256M app/large && echo >> app/large") == 0)
    let refused = run("build", "app")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("it is larger than 256 MiB"))
    #expect(refused.messages.contains("--max-file-size"))
    directory.write("a: 1\n", to: "small.yaml")
    #expect(run("interpolate", "small.yaml", "--max-file-size", "5").status == 0)
    #expect(run("interpolate", "small.yaml", "--max-file-size", "4").status == 3)
    #expect(run("build", "app", "--max-file-size", "1000").status == 3)
    directory.write("configMapGenerator: [{name: c, literals: [a=b]}]\n", to: "app/kustomization.yaml")
    #expect(run("build", "app", "--max-file-size", "1KiB").status == 0)
  }

  @Test(arguments: ["0", "-1", "x", "1kb", "9999999999GiB", ""]) func wantsASize(size: String) {
    #expect(run("build", "app", "--max-file-size=\(size)").status == 2)
  }

  @Test func limitsStandardInput() {
    let command = "head -c 2000 /dev/zero | tr '\\0' '#' | \(Program.binary) interpolate -"
    #expect(directory.shell(command + " --max-file-size 2000 > shown") == 0)
    #expect(directory.shell(command + " --max-file-size 1999 2> said") != 0)
    #expect(directory.read("said").contains("it is larger than 1999 bytes"))
  }
}
