import Machine
import Testing

@Suite struct ArgumentListTests {
  @Test func valuesDoNotBecomeOptions() {
    var arguments = ArgumentList("run", "--rm")
    arguments.add("--name", "--evil")
    arguments.add(value: "-e")
    arguments.add("-f", entry: "a,b")
    arguments.add("-f", entry: "a\"b")
    arguments.add("-f", entry: "--evil")
    arguments.add("--context", joined: "a\0b")
    #expect(arguments.words == ["run", "--rm"])
    #expect(arguments.refused == ["--evil", "-e", "a,b", "a\"b", "--evil", "a\0b"])
  }

  @Test func otherValuesStayAsTheyAre() {
    var arguments = ArgumentList("run")
    arguments.add("--name", "a-b")
    arguments.add("--context", joined: "--evil")
    arguments.add("-f", entry: "a b=c'd")
    arguments.add(value: "")
    arguments.add(afterOptions: "--evil", "x")
    #expect(
      arguments.words == [
        "run", "--name", "a-b", "--context=--evil", "-f", "a b=c'd", "", "--", "--evil", "x",
      ])
    #expect(arguments.refused.isEmpty)
  }

  @Test func isNotRunWithWhatWasRefused() {
    var arguments = ArgumentList()
    arguments.add(value: "--evil")
    #expect(throws: Program.Failure.failed("\"--evil\" can't be an argument of it")) {
      try Program("true", arguments).run()
    }
  }
}
