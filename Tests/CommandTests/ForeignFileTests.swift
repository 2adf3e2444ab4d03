import Glibc
import Machine
import Testing

/// What `zonal build -o DIR` leaves alone, because it did not write it.
@Suite struct ForeignFileTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [map.yaml]\n", to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/map.yaml")
    directory.write("theirs\n", to: "victim")
    mkdir(directory.path + "/out", 0o755)
    mkdir(directory.path + "/out/app", 0o755)
  }

  private func build(_ flags: String...) -> Program.Result {
    Program.run(["build", "app", "-o", "out/"] + flags, directory: directory.path)
  }

  private func kind(_ name: String) -> FileSystem.Kind? {
    FileSystem.kind(ofEntry: directory.path + "/" + name)
  }

  /// A file of the name that a run would give one that it leaves behind.
  private func remains(_ name: String, inodeOf other: String? = nil) -> String {
    directory.write("remains\n", to: "out/app/" + name)
    var status = stat()
    stat("\(directory.path)/out/app/\(other ?? name)", &status)
    let new = ".zonal-\(status.st_ino)-0123456789abcdef"
    rename("\(directory.path)/out/app/\(name)", "\(directory.path)/out/app/\(new)")
    return new
  }

  @Test func keepsFilesThatLookTemporary() {
    let names = [
      "notes.2024.tmp", "manifest.yaml.1.tmp", ".zonal.77.tmp", ".zonal-0-0123456789abcdef", ".zonal-1-x",
      ".zonal-",
    ]
    for name in names { directory.write("", to: "out/app/" + name) }
    let copied = remains("b", inodeOf: "notes.2024.tmp")
    #expect(build().status == 0)
    #expect(Set(names + [copied]).isSubset(of: directory.names(in: "out/app")))
    #expect(Program.run(["build", "app", "-o", "out/app/x.yaml"], directory: directory.path).status == 0)
    #expect(Set(names + [copied]).isSubset(of: directory.names(in: "out/app")))
  }

  @Test func removesWhatARunLeft() {
    _ = remains("a")
    #expect(build().status == 0)
    #expect(directory.names(in: "out/app") == [".zonal", "manifest.yaml"])
    _ = remains("a")
    #expect(Program.run(["build", "app", "-o", "out/app/x.yaml"], directory: directory.path).status == 0)
    #expect(directory.names(in: "out/app") == [".zonal", "manifest.yaml", "x.yaml"])
  }

  @Test func keepsWhatAnotherRunIsWriting() {
    let name = remains("a")
    let descriptor = open("\(directory.path)/out/app/\(name)", O_WRONLY | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    #expect(Program.run(["build", "app", "-o", "out/app/x.yaml"], directory: directory.path).status == 0)
    #expect(kind("out/app/" + name) == .file)
    close(descriptor)
  }

  @Test func keepsLinks() {
    symlink("../../victim", directory.path + "/out/app/manifest.yaml")
    let kept = build()
    #expect(kept.status == 1)
    #expect(kept.messages.contains("zonal did not write it"))
    #expect(kind("out/app/manifest.yaml") == .link)
    #expect(build("--force").status == 0)
    #expect(kind("out/app/manifest.yaml") == .file)
    #expect(directory.read("victim") == "theirs\n")
  }

  /// Also where zonal wrote a file before, and where the link leads to the same content.
  @Test func keepsLinksInThePlaceOfItsFiles() {
    #expect(build().status == 0)
    #expect(directory.shell("mv out/app/manifest.yaml . && ln -s ../../manifest.yaml out/app/") == 0)
    #expect(build().status == 1)
    #expect(kind("out/app/manifest.yaml") == .link)
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n", to: "app/map.yaml")
    #expect(build().status == 1)
    #expect(directory.read("manifest.yaml").contains("name: a"))
    // Rendered no more.
    #expect(build("--layout", "tree").status == 1)
    #expect(kind("out/app/manifest.yaml") == .link)
    #expect(directory.read("manifest.yaml").contains("name: a"))
    #expect(build("--layout", "tree", "--force").status == 0)
    #expect(kind("out/app/manifest.yaml") == nil)
    #expect(directory.read("manifest.yaml").contains("name: a"))
  }

  @Test func keepsALinkInThePlaceOfItsDirectory() {
    #expect(directory.shell("mkdir other && rmdir out/app && ln -s ../other out/app") == 0)
    let kept = build()
    #expect(kept.status == 1)
    #expect(kept.messages.contains("out/app is a symbolic link"))
    #expect(directory.names(in: "other") == [])
    #expect(build("--force").status == 0)
    #expect(kind("out/app") == .directory)
    #expect(directory.names(in: "other") == [])
  }

  @Test func goesThroughALinkThatTheUserNamed() {
    #expect(directory.shell("mkdir other && ln -s other named") == 0)
    #expect(Program.run(["build", "app", "-o", "named/"], directory: directory.path).status == 0)
    #expect(directory.names(in: "other/app") == [".zonal", "manifest.yaml"])
  }

  @Test(arguments: ["mkfifo", "mkdir"]) func keepsWhatIsNoFile(command: String) {
    #expect(directory.shell("\(command) out/app/manifest.yaml") == 0)
    let kept = build()
    #expect(kept.status == 1)
    #expect(kept.messages.contains("out/app/manifest.yaml"))
    #expect(kind("out/app/manifest.yaml") == (command == "mkdir" ? .directory : .pipe))
    #expect(Program.run(["check", "app", "-o", "out"], directory: directory.path).status == 1)
    // A directory may hold anything.
    #expect(build("--force").status == (command == "mkdir" ? 1 : 0))
  }

  @Test func keepsWhatItCannotRead() {
    directory.write("theirs\n", to: "out/app/manifest.yaml")
    chmod(directory.path + "/out/app/manifest.yaml", 0)
    #expect(directory.shell("chmod 777 . out out/app") == 0)
    // Root reads everything.
    let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    #expect(directory.shell("\(user)\(Program.binary) build app -o out/ 2>messages") != 0)
    #expect(directory.read("messages").contains("zonal did not write it"))
    chmod(directory.path + "/out/app/manifest.yaml", 0o600)
    #expect(directory.read("out/app/manifest.yaml") == "theirs\n")
  }

  @Test func writesThroughNoLinkBelowADirectory() {
    #expect(directory.shell("mkdir group && ln -s ../victim group/ig.yaml") == 0)
    directory.write(
      "name: d\nreleases: []\ninstance_groups: [{name: g, instances: 1, jobs: []}]\n", to: "d.yaml")
    let command = ["instance-group", "d.yaml", "--group", "g", "--base-dir", "."]
    let kept = Program.run(command + ["-o", "group"], directory: directory.path)
    #expect(kept.status == 3)
    #expect(kept.messages.contains("it is a symbolic link"))
    #expect(directory.read("victim") == "theirs\n")
    #expect(Program.run(command + ["-o", "other"], directory: directory.path).status == 0)
    #expect(directory.names(in: "other") == ["bpm.yaml", "ig.yaml"])
  }
}
