import Testing

/// Tests, and what is built with them, are of no known commit; which one a build by `make` knows is held by `Tests/PackagingTests`.
@Suite struct VersionCommandTests {
  private let number = Program.run(["--version"]).output

  @Test func saysTheNumberAlone() {
    #expect(number.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func saysWhatItFollows() {
    let lines = Program.run(["version"]).output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0] == "zonal \(number.dropLast())")
    #expect(
      lines[1] == "built from an unknown commit"
        || Program.named != nil && lines[1].wholeMatch(of: /commit [0-9a-f]{40} of \S+Z/) != nil)
    #expect(lines[2].wholeMatch(of: /kustomize \d+\.\d+\.\d+, Kubernetes 1\.\d+ to 1\.\d+/) != nil)
  }

  @Test(arguments: [["-o", "json"], ["--output=json"]]) func saysItToPrograms(flags: [String]) throws {
    let output = Program.run(["version"] + flags).output
    let commit = /\{"commit":(null,"date":null|"[0-9a-f]{40}","date":"[^"]+Z"),"kubernetes":\{"newest":"1\./
    #expect(try commit.prefixMatch(in: output)?.1 == "null,\"date\":null" || Program.named != nil)
    #expect(output.prefixMatch(of: commit) != nil)
    let texts = try StrictJSON(output).texts
    #expect(texts.contains(String(number.dropLast())))
  }

  @Test func refusesAnotherForm() {
    let result = Program.run(["version", "-o", "yaml"])
    #expect(result.status == 2)
    #expect(result.messages.contains("'yaml'"))
  }
}
