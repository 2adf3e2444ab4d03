import Testing

@Suite struct PlanCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    write("old", serviceName: "db")
    write("new", serviceName: "db-peers")
  }

  private func write(_ side: String, serviceName: String) {
    directory.write(
      """
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {serviceName: \(serviceName)}}

      """, to: "\(side)/db.yaml")
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["plan"] + arguments, directory: directory.path)
  }

  @Test func exitsWithOneForWhatIsDisruptive() {
    let result = run("old", "new")
    #expect(result.messages == "")
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "\n    $ kubectl delete statefulset db --cascade=orphan\n    $ kubectl apply -f new\n"))
  }

  @Test func exitsWithZeroWhenThatIsAllowed() {
    let result = run("old", "new", "--allow", "disruptive")
    #expect(result.status == 0)
    #expect(result.output == run("old", "new").output)
  }

  @Test func exitsWithZeroWhenNothingIs() {
    let result = run("old", "old")
    #expect(result.status == 0)
    #expect(result.output == "nothing happens to what runs\n")
  }

  @Test(arguments: ["old none", "old new --allow everything", "old new --format html", "old"])
  func exitsWithTwoForMistakes(arguments: String) {
    let result = Program.run(
      ["plan"] + arguments.split(separator: " ").map(String.init), directory: directory.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages != "")
  }
}
