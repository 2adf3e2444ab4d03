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

  /// A StatefulSet with data on the nodes of a zone.
  private func write(_ side: String, zone: String, annotations: String = "{}") {
    directory.write(
      """
      {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, annotations: \(annotations)}, spec: {
        template: {spec: {nodeSelector: {topology.kubernetes.io/zone: \(zone)}}},
        volumeClaimTemplates: [{metadata: {name: data}}]}}

      """, to: "\(side)/db.yaml")
  }

  @Test func nobodyMayAllowAnError() {
    write("old", zone: "z1")
    write("new", zone: "z2")
    #expect(run("old", "new", "--allow", "disruptive").status == 1)
    #expect(run("old", "new", "--allow", "disruptive").output.hasPrefix("! error: data of db would move\n"))
  }

  @Test func aMoveThatIsMeantCanBeAllowed() {
    write("old", zone: "z1")
    write("new", zone: "z2", annotations: "{zonal/moved: 'true'}")
    #expect(run("old", "new").status == 1)
    #expect(run("old", "new", "--allow", "disruptive").status == 0)
  }

  @Test func exitsWithZeroWhenNothingIs() {
    let result = run("old", "old")
    #expect(result.status == 0)
    #expect(result.output == "nothing happens to what runs\n")
  }

  @Test(arguments: ["old none", "old new --allow everything", "old new --format sarif", "old"])
  func exitsWithTwoForMistakes(arguments: String) {
    let result = Program.run(
      ["plan"] + arguments.split(separator: " ").map(String.init), directory: directory.path)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.messages != "")
  }
}
