import Testing

/// Tests, and what is built with them, are of no known commit; which one a build by `make` knows is held by `Tests/PackagingTests`.
@Suite struct VersionCommandTests {
  private let number = Program.run(["--version"]).output

  @Test func saysTheNumberAlone() {
    #expect(number.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func saysWhatItFollows() {
    let lines = Program.run(["version"]).output.split(separator: "\n")
    let commit = /commit [0-9a-f]{40}(?:-modified)? of \S+Z/
    #expect(lines.count == 3)
    #expect(lines[0] == "zonal \(number.dropLast())")
    #expect(
      lines[1] == "built from an unknown commit"
        || Program.named != nil && lines[1].wholeMatch(of: commit) != nil)
    #expect(lines[2].wholeMatch(of: /kustomize \d+\.\d+\.\d+, Kubernetes 1\.\d+ to 1\.\d+/) != nil)
  }

  @Test(arguments: [["-o", "json"], ["--output=json"]]) func saysItToPrograms(flags: [String]) throws {
    let output = Program.run(["version"] + flags).output
    let commit = /\{"commit":(?:null|"[0-9a-f]{40}(?:-modified)?"),"date":(?:null|"[^"]+Z"),"kubernetes":/
    #expect(output.hasPrefix("{\"commit\":null,\"date\":null,") || Program.named != nil)
    let rest = try output[#require(output.prefixMatch(of: commit)).range.upperBound...]
    #expect(rest.hasPrefix("{\"newest\":\"1."))
    let texts = try StrictJSON(output).texts
    #expect(texts.contains(String(number.dropLast())))
  }

  @Test func refusesAnotherForm() {
    let result = Program.run(["version", "-o", "yaml"])
    #expect(result.status == 2)
    #expect(result.messages.contains("'yaml'"))
  }
}
