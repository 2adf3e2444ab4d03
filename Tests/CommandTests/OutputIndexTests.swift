import Glibc
import Machine
import Testing

/// The index `.zonal` comes with its directory, from whoever wrote that.
@Suite struct OutputIndexTests {
  private let directory = TemporaryDirectory()
  private static let hash = String(repeating: "0a", count: 32)

  init() {
    directory.write("resources: [map.yaml]\n", to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/map.yaml")
    directory.write("theirs\n", to: "victim/file.yaml")
    directory.write("theirs\n", to: "out/app/sub/file.yaml")
    symlink("../../victim", directory.path + "/out/app/link")
  }

  private func build(_ flags: String...) -> Program.Result {
    Program.run(["build", "app", "-o", "out/"] + flags, directory: directory.path)
  }

  /// Of the file that is to be deleted, so that nothing but its name stands in the way.
  private var victim: String {
    #expect(directory.shell("sha256sum victim/file.yaml | cut -c 1-64 | tr -d '\\n' > hash") == 0)
    return directory.read("hash")
  }

  @Test(arguments: [
    "../../victim/file.yaml", "/etc/zonal-victim.yaml", "sub/file.yaml", "link/file.yaml", "./sub/file.yaml",
    "..", ".",
    "", ".zonal", "a\u{1}.yaml", "a\u{202e}.yaml", "README.md", "A.yaml", "con.yaml", ".hidden.yaml",
    "a\\b.yaml",
    "a.yaml\r", "a:b.yaml", String(repeating: "a", count: 300) + ".yaml",
  ])
  func refusesNames(name: String) {
    directory.write("# zonal wrote\n\(victim)  \(name)\n", to: "out/app/.zonal")
    expectDamage(line: 2)
  }

  @Test(arguments: [
    "<<<<<<< HEAD", "\(hash) manifest.yaml", "\(hash.dropLast())  manifest.yaml",
    "\(hash.uppercased())  manifest.yaml",
    "manifest.yaml", "# written with --layout other", "# written with --unknown",
  ])
  func refusesLines(line: String) {
    directory.write("# zonal wrote\n\n\(line)\n", to: "out/app/.zonal")
    expectDamage(line: 3)
  }

  private func expectDamage(line: Int) {
    let names = directory.names(in: "out/app")
    for flags in [[], ["--force"]] {
      let refused = Program.run(["build", "app", "-o", "out/"] + flags, directory: directory.path)
      #expect(refused.status == 2)
      #expect(refused.messages.contains("[damaged-index]"))
      #expect(refused.messages.contains("out/app/.zonal:\(line):1"))
      #expect(refused.messages.contains("hint: "))
    }
    let checked = Program.run(["check", "app", "-o", "out"], directory: directory.path)
    #expect(checked.status == 2)
    #expect(checked.messages.contains("[damaged-index]"))
    #expect(directory.names(in: "out/app") == names)
    #expect(directory.read("victim/file.yaml") == "theirs\n")
    #expect(directory.read("out/app/sub/file.yaml") == "theirs\n")
  }

  @Test(arguments: ["ln -s ../../victim/file.yaml", "mkfifo", "mkdir"]) func refusesWhatIsNoFile(
    command: String
  ) {
    #expect(directory.shell("\(command) out/app/.zonal") == 0)
    let refused = build()
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[damaged-index]"))
    #expect(directory.names(in: "out/app") == [".zonal", "link", "sub"])
  }

  @Test func takesWhatABuildWrites() {
    directory.write(
      "\(Self.hash)  manifest.yaml\n# a remark\n\(Self.hash)  %e4 é-%0a.yaml", to: "out/app/.zonal")
    #expect(build().status == 0)
    #expect(directory.shell("cd out/app && sha256sum --check --strict --quiet .zonal") == 0)
  }

  /// Without an index nothing is removed, and what is as it is rendered becomes zonal's.
  @Test func doesWithoutAnIndex() {
    #expect(build().status == 0)
    #expect(directory.shell("rm out/app/.zonal && touch out/app/configmap-b.yaml") == 0)
    #expect(build().status == 0)
    #expect(directory.names(in: "out/app") == [".zonal", "configmap-b.yaml", "link", "manifest.yaml", "sub"])
  }
}
