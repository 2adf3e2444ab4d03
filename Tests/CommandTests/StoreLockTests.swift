import Glibc
import Testing

/// Two runs that generate values for one store at once.
@Suite struct StoreLockTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write(
      "password: ((password))\nvariables: [{name: password, type: password}]\n", to: "manifest.yaml")
  }

  private func start(_ output: String, _ arguments: [String]) -> pid_t {
    Program.start(arguments, output: directory.path + "/" + output, directory: directory.path)
  }

  private func succeeds(_ process: pid_t) -> Bool {
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return status == 0
  }

  private func password(_ name: String) -> Substring? {
    directory.read(name).split(separator: "\n").first { $0.hasPrefix("password:") }
  }

  /// - Parameter store: also through a link, and in directories that are not there yet.
  @Test(arguments: ["store.yaml", "link.yaml", "new/directory/store.yaml"])
  func makesOneValue(store: String) {
    symlink("store.yaml", directory.path + "/link.yaml")
    for _ in 0..<15 {
      #expect(directory.shell("rm -rf store.yaml new") == 0)
      let command = ["interpolate", "manifest.yaml", "--vars-store"]
      let first = start("first", command + [store])
      let second = start("second", command + [store == "link.yaml" ? "store.yaml" : store])
      #expect(succeeds(first) && succeeds(second))
      #expect(password(store) != nil)
      #expect(password("first") == password(store))
      #expect(password("second") == password(store))
      #expect(directory.mode(store == "link.yaml" ? "store.yaml" : store) == "600")
    }
    #expect(!directory.names.contains { $0.hasPrefix(".zonal") })
  }

  @Test func makesOneValueInBuilds() {
    directory.write(
      "name: d\nreleases: []\ninstance_groups: []\n" + directory.read("manifest.yaml"), to: "d.yaml")
    for _ in 0..<5 {
      #expect(directory.shell("rm -f store.yaml") == 0)
      let build = ["build", "--bosh", "d.yaml", "--vars-store", "store.yaml", "--vars-secrets"]
      let first = start("first", build)
      let second = start("second", build)
      #expect(succeeds(first) && succeeds(second))
      #expect(directory.read("first").contains("kind: Secret"))
      #expect(directory.read("first") == directory.read("second"))
    }
  }

  @Test func takesAStoreFromOthers() {
    directory.write("{}\n", to: "store.yaml")
    chmod(directory.path + "/store.yaml", 0o644)
    let command = ["interpolate", "manifest.yaml", "--vars-store", "store.yaml"]
    #expect(Program.run(command, directory: directory.path).status == 0)
    #expect(directory.mode("store.yaml") == "600")
  }

  /// Without anything to keep, a store need not even be writable.
  @Test func readsAStoreThatStays() {
    directory.write("password: known\n", to: "sub/store.yaml")
    #expect(directory.shell("chmod 444 sub/store.yaml && chmod 555 sub") == 0)
    let user = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let command = "interpolate manifest.yaml --vars-store sub/store.yaml --path /password"
    #expect(directory.shell("chmod 755 . && \(user)\(Program.binary) \(command) > shown") == 0)
    #expect(directory.read("shown") == "known\n")
    #expect(directory.shell("chmod 755 sub") == 0)
  }

  /// Nobody reads it, and nothing comes back from it.
  @Test func waitsForNoPipe() {
    #expect(directory.shell("mkfifo store.yaml && ln -s store.yaml link.yaml") == 0)
    for store in ["store.yaml", "link.yaml"] {
      let refused = Program.run(
        ["interpolate", "manifest.yaml", "--vars-store", store], directory: directory.path,
        before: "set -- 20 \"$0\" \"$@\"; set -- timeout \"$@\"; exec \"$@\"")
      #expect(refused.status == 3)
      #expect(refused.messages.contains("it can't be locked: it is a FIFO"), "\(refused.messages)")
    }
  }

  @Test func keepsNothingInADevice() {
    symlink("/dev/null", directory.path + "/store.yaml")
    let command = ["interpolate", "manifest.yaml", "--vars-store", "store.yaml"]
    #expect(Program.run(command, directory: directory.path).status == 0)
    #expect(Program.run(command, directory: directory.path).output.hasPrefix("password: "))
    #expect(directory.read("store.yaml") == "")
  }
}
