import Glibc
import Testing

@testable import Changes

@Suite struct ShellCommandTests {
  private static let hostile = [
    "", "a b", "a'b", "'", "$(touch evil)", "`touch evil`", "a;b|c&d>e", "a\nb", "a\\nb\u{1b}[2J",
    "\u{202e}x'\\",
    "~", "*", "!x", "#x", "{a,b}", "\"", "é", "-x", "a=b",
  ]

  @Test func theShellReadsBackWhatWasQuoted() {
    var template = Array("/tmp/zonal-shell-XXXXXX".utf8CString)
    let directory = String(cString: mkdtemp(&template))
    defer { _ = system("rm -r \(directory)") }
    for always in [false, true] {
      let words = Self.hostile.map { ShellCommand.quoted($0, always: always) }
      #expect(words.allSatisfy { !$0.contains("\n") && !$0.contains("\u{1b}") && !$0.contains("\u{202e}") })
      let script = "printf '%s|' \(words.joined(separator: " "))\n"
      let file = fopen(directory + "/script", "w")
      fputs(script, file)
      fclose(file)
      #expect(system("cd \(directory) && bash script > out") == 0)
      var bytes = [UInt8](repeating: 0, count: 4096)
      let out = fopen(directory + "/out", "r")
      let count = fread(&bytes, 1, bytes.count, out)
      fclose(out)
      #expect(String(decoding: bytes[..<count], as: UTF8.self) == Self.hostile.map { $0 + "|" }.joined())
      #expect(access(directory + "/evil", F_OK) != 0)
    }
  }

  @Test func usualValuesNeedNoQuotes() {
    for value in ["nats-z0", "overlays/production", "../new", "a.b:1"] {
      #expect(ShellCommand.quoted(value) == value)
    }
    #expect(ShellCommand.quoted("a=b", always: true) == "'a=b'")
  }

  @Test func namesDoNotBecomeOptions() {
    let statefulSet = PlanSetup.statefulSet()
    #expect(
      statefulSet.command("delete", "--cascade=orphan").text
        == "kubectl delete statefulset db --cascade=orphan")
    #expect(
      ShellCommand.kubectl("delete", "pvc", ["a", "--all"], namespace: "n s", ["--wait=false"]).text
        == "kubectl delete --namespace='n s' --wait=false -- pvc a --all")
  }
}
