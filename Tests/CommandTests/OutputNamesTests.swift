import Machine
import Testing

/// The files of a tree: one for each object, whatever it is called.
@Suite struct OutputNamesTests {
  private let directory = TemporaryDirectory()

  /// - Parameter names: as they stand in double quotes in YAML.
  private func build(_ names: [String], kind: String = "ClusterRole", _ flags: String...) -> [String] {
    directory.write("resources: [roles.yaml]\n", to: "app/kustomization.yaml")
    let group = "rbac.authorization.k8s.io"
    let objects = names.map { "{apiVersion: \(group)/v1, kind: \(kind), metadata: {name: \"\($0)\"}}\n" }
    directory.write(objects.joined(separator: "---\n"), to: "app/roles.yaml")
    #expect(directory.shell("rm -rf out") == 0)
    let built = Program.run(
      ["build", "app", "-o", "out/", "--layout", "tree"] + flags, directory: directory.path)
    #expect(built.status == 0, "\(built.messages)")
    #expect(directory.shell("cd out/app && sha256sum --check --strict --quiet .zonal") == 0)
    // Once more, as the index has to know all of them.
    #expect(Program.run(["build", "app", "-o", "out/"], directory: directory.path).status == 0)
    return directory.names(in: "out/app").filter { $0 != ".zonal" }
  }

  @Test func neverMeetsAThirdName() {
    let two = build(["Reader", "reader"])
    #expect(two.count == 2)
    let told = two.map { String($0.dropFirst("clusterrole-".count).dropLast(".yaml".count)) }
    for third in told {
      let three = build(["Reader", "reader", third])
      #expect(three.count == 3)
      #expect(three.contains("clusterrole-\(third).yaml"))
      #expect(Set(build([third, "reader", "Reader"])) == Set(three))
      #expect(build(["Reader", "reader", third, third.uppercased()]).count == 4)
    }
  }

  @Test func doesNotDependOnOtherObjects() {
    let two = build(["Reader", "reader"])
    #expect(Set(build(["a", "reader", "z", "Reader"])).isSuperset(of: two))
  }

  @Test func writesWhatCannotBeSeen() {
    #expect(
      build(["a\\nb", "a\\0b", "a\\eb", "a%0ab", "a b", "a\\u202Eb", "a\\u0085b"])
        == [
          "clusterrole-a b.yaml", "clusterrole-a%00b.yaml", "clusterrole-a%0ab.yaml",
          "clusterrole-a%1bb.yaml",
          "clusterrole-a%250ab.yaml", "clusterrole-a%c2%85b.yaml", "clusterrole-a%e2%80%aeb.yaml",
        ])
  }

  @Test func keepsUsualNames() {
    #expect(
      build(["system:reader", "a.b-c_d", "é"])
        == ["clusterrole-a.b-c_d.yaml", "clusterrole-system-reader.yaml", "clusterrole-é.yaml"])
  }

  @Test func tellsCasesBeyondASCIIApart() {
    #expect(build(["é", "É", "ß", "ss", "SS"]).count == 5)
  }

  @Test func escapesNamesOfDevices() {
    #expect(build(["a"], kind: "CON.x") == ["%63on.x-a.yaml"])
    #expect(build(["a"], kind: "Com1.x") == ["%63om1.x-a.yaml"])
    #expect(build(["a"], kind: ".x") == ["%2ex-a.yaml"])
    #expect(build(["a"], kind: "Console.x") == ["console.x-a.yaml"])
  }

  @Test func fitsLongNames() {
    let long = String(repeating: "long", count: 60)
    let names = build([long + "a", long + "b", long + "B", String(repeating: "%", count: 120)])
    #expect(names.count == 4)
    #expect(names.allSatisfy { $0.utf8.count <= 255 })
  }
}
