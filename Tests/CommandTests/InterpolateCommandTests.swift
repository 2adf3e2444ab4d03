import Glibc
import Machine
import Testing

@Suite struct InterpolateCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("a: ((x))\nvariables:\n- {name: x, type: password}\n", to: "manifest.yml")
    directory.write("- {type: replace, path: /b?, value: ((y))}\n", to: "ops.yml")
    directory.write("y: from-file\n", to: "vars.yml")
  }

  private func path(_ name: String) -> String { "\(directory.path)/\(name)" }

  private func mode(_ name: String) -> UInt32 {
    var status = stat()
    stat(path(name), &status)
    return status.st_mode & 0o777
  }

  @Test func takesEveryFormOfItsFlags() {
    let expected = "a: 1\nb: from-file\nvariables: []\n"
    let forms = [
      ["-o", path("ops.yml"), "-v", "x=1", "-l", path("vars.yml")],
      ["--ops-file", path("ops.yml"), "--var", "x=1", "--vars-file", path("vars.yml")],
      ["--ops-file=\(path("ops.yml"))", "--var=x=1", "--vars-file=\(path("vars.yml"))"],
    ]
    for form in forms {
      #expect(Program.run(["interpolate", path("manifest.yml")] + form).output == expected)
      #expect(Program.run(["interpolate"] + form + [path("manifest.yml")]).output == expected)
    }
  }

  @Test func generatesOnce() {
    let arguments = ["interpolate", path("manifest.yml"), "--vars-store", path("new/store.yml")]
    let first = Program.run(arguments)
    let store = directory.read("new/store.yml")
    #expect(first.status == 0)
    #expect(mode("new/store.yml") == 0o600)
    #expect(store.hasPrefix("x: ") && store.utf8.count == 24)
    #expect(first.messages == "")
    #expect(Program.run(arguments).output == first.output)
    #expect(directory.read("new/store.yml") == store)
  }

  @Test func narrowsAStoreThatOthersCanRead() {
    directory.write("old: 1\n", to: "store.yml")
    let result = Program.run(["interpolate", path("manifest.yml"), "--vars-store", path("store.yml")])
    #expect(result.status == 0)
    #expect(mode("store.yml") == 0o600)
    #expect(directory.read("store.yml").hasPrefix("old: 1\nx: "))
  }

  @Test func writesNoStoreAfterAnError() {
    let result = Program.run([
      "interpolate", path("manifest.yml"), "-o", path("ops.yml"), "--vars-store", path("store.yml"),
      "--var-errs",
    ])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages.contains("the variable \"y\" has no value"))
    #expect(!directory.names.contains("store.yml"))
  }

  @Test func readsTheEnvironment() {
    let result = Program.run(
      ["interpolate", path("manifest.yml"), "--vars-env", "ZT"],
      environment: ["ZT_x=[1, yes]", "ZTx=2", "x=3"])
    #expect(result.output == "a:\n- 1\n- true\nvariables: []\n")
  }

  @Test func keepsSecretsOutOfMessages() {
    directory.write("x: s3cret\nz: s3cret\n", to: "secrets.yml")
    let result = Program.run([
      "interpolate", path("manifest.yml"), "-l", path("secrets.yml"), "-v", "w=s3cret", "--var-errs-unused",
    ])
    #expect(result.status == 2)
    #expect(result.messages.contains("nothing uses the variable \"w\""))
    #expect(result.messages.contains("secrets.yml:2:1"))
    #expect(!result.messages.contains("s3cret"))
  }

  @Test func tellsWrongInputFromMissingFiles() {
    #expect(Program.run(["interpolate", path("none.yml")]).status == 3)
    #expect(Program.run(["interpolate", path("manifest.yml"), "-o", path("vars.yml")]).status == 2)
    #expect(Program.run(["interpolate"]).status == 2)
    #expect(
      Program.run(["interpolate", path("manifest.yml"), "--vars-store", "/proc/none/store"]).status == 3)
  }
}
