import Glibc
import Machine
import Testing

/// What `-o` does with what is no plain file, and whose files it leaves.
@Suite struct OutputPlaceTests {
  private let directory = TemporaryDirectory()
  private let manifest: String

  init() {
    directory.write("resources: [map.yaml]\n", to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/map.yaml")
    manifest = Program.run(["build", directory.path + "/app"]).output
  }

  private func build(_ output: String, before: String? = nil) -> Program.Result {
    Program.run(["build", "app", "-o", output], directory: directory.path, before: before)
  }

  @Test(arguments: ["null", "zero"]) func writesToDevices(device: String) {
    symlink("/dev/" + device, directory.path + "/device")
    #expect(build("device").status == 0)
    #expect(FileSystem.kind(ofEntry: directory.path + "/device") == .link)
    #expect(FileSystem.kind(of: directory.path + "/device") == .device)
  }

  @Test func saysWhenADeviceIsFull() {
    symlink("/dev/full", directory.path + "/device")
    let full = build("device")
    #expect(full.status == 3)
    #expect(full.messages.contains("No space left on device"))
    #expect(FileSystem.kind(of: directory.path + "/device") == .device)
  }

  @Test func writesToAPipe() {
    #expect(
      directory.shell("mkfifo pipe; timeout 20 cat pipe > got & \(Program.binary) build app -o pipe; wait")
        == 0)
    #expect(directory.read("got") == manifest)
    #expect(FileSystem.kind(ofEntry: directory.path + "/pipe") == .pipe)
  }

  @Test(arguments: ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
  func writesToWhatIsOpenAlready(path: String) {
    #expect(build(path).output == manifest)
    directory.write("# before\n", to: "log")
    #expect(directory.shell("\(Program.binary) build app -o \(path) >> log") == 0)
    #expect(directory.read("log") == "# before\n" + manifest)
  }

  @Test func writesThroughALinkToAFile() {
    directory.write("old\n", to: "elsewhere/file")
    symlink("elsewhere/second", directory.path + "/link")
    symlink("file", directory.path + "/elsewhere/second")
    #expect(build("link").status == 0)
    #expect(FileSystem.kind(ofEntry: directory.path + "/link") == .link)
    #expect(directory.read("elsewhere/file") == manifest)
    #expect(directory.names(in: "elsewhere") == ["file", "second"])
  }

  @Test func makesTheFileThatALinkLeadsTo() {
    directory.write("", to: "elsewhere/other")
    symlink("\(directory.path)/elsewhere/file", directory.path + "/link")
    #expect(build("link").status == 0)
    #expect(directory.read("elsewhere/file") == manifest)
  }

  @Test func refusesWhatCannotBeWritten() {
    symlink("circle", directory.path + "/circle")
    #expect(build("circle").status == 3)
    #expect(FileSystem.kind(ofEntry: directory.path + "/circle") == .link)
    let listener = "import socket; socket.socket(socket.AF_UNIX).bind('socket')"
    #expect(directory.shell("python3 -c \"\(listener)\"") == 0)
    let refused = build("socket")
    #expect(refused.status == 3)
    #expect(refused.messages.contains("it is a socket"))
    #expect(FileSystem.kind(ofEntry: directory.path + "/socket") == .socket)
  }

  @Test func keepsTheModeOfAFile() {
    directory.write("old\n", to: "secret.yaml")
    chmod(directory.path + "/secret.yaml", 0o600)
    #expect(build("secret.yaml").status == 0)
    #expect(directory.read("secret.yaml") == manifest)
    #expect(directory.mode("secret.yaml") == "600")
  }

  @Test(arguments: [("022", "644"), ("077", "600"), ("002", "664"), ("000", "666")])
  func givesANewFileWhatTheMaskLeaves(mask: String, mode: String) {
    #expect(build("new.yaml", before: "umask \(mask)").status == 0)
    #expect(directory.mode("new.yaml") == mode)
    #expect(build("out/", before: "umask \(mask)").status == 0)
    #expect(directory.mode("out/app/manifest.yaml") == mode)
    #expect(directory.mode("out/app/.zonal") == mode)
  }

  @Test func keepsTheModesOfATree() {
    #expect(build("out/").status == 0)
    for name in ["manifest.yaml", ".zonal"] { chmod("\(directory.path)/out/app/\(name)", 0o640) }
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: b}}\n", to: "app/map.yaml")
    #expect(build("out/").status == 0)
    #expect(directory.read("out/app/manifest.yaml").contains("name: b"))
    #expect(directory.mode("out/app/manifest.yaml") == "640")
    #expect(directory.mode("out/app/.zonal") == "640")
  }

  @Test func leavesAFileThatIsNotToBeWritten() {
    directory.write("kept\n", to: "kept.yaml")
    chmod(directory.path + "/kept.yaml", 0o444)
    chmod(directory.path, 0o777)
    // Root may write everything.
    let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    #expect(directory.shell("\(user)\(Program.binary) build app -o kept.yaml 2>messages") != 0)
    #expect(directory.read("kept.yaml") == "kept\n")
  }
}
