import Testing

/// Two names that differ in nothing but the form of a letter are two, in every file and every command.
@Suite struct UnicodeNamesTests {
  private let directory = TemporaryDirectory()
  private static let forms = ["caf\u{E9}", "cafe\u{301}"]

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  private func maps(_ names: [String], to directory: String) {
    for (index, name) in names.enumerated() {
      self.directory.write(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: \(name)}, data: {form: v\(index)}}\n",
        to: "\(directory)/\(index).yaml")
    }
    let files = names.indices.map { "\($0).yaml" }.joined(separator: ", ")
    self.directory.write("resources: [\(files)]\n", to: "\(directory)/kustomization.yaml")
  }

  @Test func tellsTwoFormsOfANameApart() {
    let forms = Self.forms
    for (index, name) in forms.enumerated() {
      directory.write(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: \(name), labels: {form: \(name)}}
        data: {\(name): "\(index)"}

        """, to: "forms/\(index)/\(name).yaml")
    }
    directory.write(
      """
      resources: [0/\(forms[0]).yaml, 1/\(forms[1]).yaml]
      configMapGenerator:
      - name: made
        literals: [\(forms[0])=0, \(forms[1])=1]
      patches:
      - target: {name: \(forms[0])}
        patch: |-
          - {op: add, path: /data/patched, value: "yes"}
      """, to: "forms/kustomization.yaml")
    let result = zonal("build", "forms")
    #expect(result.messages == "")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n").map { Array($0.utf8) }
    for name in forms { #expect(lines.contains(Array("  name: \(name)".utf8))) }
    #expect(result.output.split(separator: "\n").filter { $0 == "  patched: \"yes\"" }.count == 1)
    let diff = zonal("diff", "forms/0/\(forms[0]).yaml", "forms/1/\(forms[1]).yaml")
    #expect(diff.status == 1)
  }

  /// Also where a file system, or somebody's eye, takes them for one.
  @Test func staysTwoInATree() {
    maps(Self.forms, to: "app")
    #expect(zonal("build", "app", "-o", "out/", "--layout", "tree").status == 0)
    let files = directory.names(in: "out/app").filter { $0 != ".zonal" }
    #expect(files.count == 2)
    #expect(Set(files.map { Array(directory.read("out/app/\($0)").utf8) }).count == 2)
    #expect(directory.shell("cd out/app && sha256sum --check --strict --quiet .zonal") == 0)
    #expect(zonal("check", "app", "-o", "out", "--disable", "invalid-name").status == 0)
    #expect(zonal("build", "app", "-o", "out/", "--exit-code").status == 0)
    #expect(zonal("diff", "app", "out/app").output == "no changes\n")
  }

  /// A file of the other form is another file: the old one goes.
  @Test func changesItsFormInATree() {
    maps([Self.forms[0]], to: "app")
    #expect(zonal("build", "app", "-o", "out/", "--layout", "tree").status == 0)
    maps([Self.forms[1]], to: "app")
    let check = zonal("check", "app", "-o", "out", "--disable", "invalid-name")
    #expect(check.status == 1)
    #expect(check.output.contains("[stale-output]"), "\(check.output)")
    #expect(zonal("build", "app", "-o", "out/").status == 0)
    let files = directory.names(in: "out/app").map { Array($0.utf8) }
    #expect(files.contains(Array("configmap-\(Self.forms[1]).yaml".utf8)))
    #expect(!files.contains(Array("configmap-\(Self.forms[0]).yaml".utf8)))
    #expect(zonal("check", "app", "-o", "out", "--disable", "invalid-name").status == 0)
  }

  @Test func areTwoDirectories() {
    for name in Self.forms { maps(["a"], to: name) }
    let built = zonal("build", Self.forms[0], Self.forms[1], "-o", "out/")
    #expect(built.status == 0, "\(built.messages)")
    #expect(directory.names(in: "out").count == 2)
    #expect(zonal("build", Self.forms[0], "./" + Self.forms[0], "-o", "out/").status == 2)
  }

  @Test func areTwoObjectsToADifference() {
    maps(Self.forms, to: "old")
    maps([Self.forms[1]], to: "new")
    let diff = zonal("diff", "old", "new", "--format", "json")
    #expect(diff.status == 1)
    #expect(diff.output.contains("\"removed\":1"), "\(diff.output)")
  }

  @Test func areTwoSourcesAndTargetsOfReplacements() {
    maps(Self.forms, to: "app")
    directory.write(
      """
      resources: [0.yaml, 1.yaml]
      replacements:
      - source: {kind: ConfigMap, name: \(Self.forms[0]), fieldPath: data.form}
        targets: [{select: {kind: ConfigMap, name: \(Self.forms[1])}, fieldPaths: [data.copy], options: {create: true}}]

      """, to: "app/kustomization.yaml")
    let result = zonal("build", "app")
    #expect(result.messages == "")
    #expect(result.output.components(of: "copy: v0\n") == 1)
    #expect(result.output.contains("copy: v0\n  form: v1\n"), "\(result.output)")
  }

  /// A slash that a mark follows is a slash.
  @Test func readsPathsByBytes() {
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "outside/\u{301}map.yaml")
    directory.write("resources: [../outside/\u{301}map.yaml]\n", to: "app/kustomization.yaml")
    let result = zonal("build", "app")
    #expect(result.status == 2)
    #expect(result.messages.contains("lies outside of"), "\(result.messages)")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/sub/\u{301}map.yaml")
    directory.write("resources: [sub/../sub/\u{301}map.yaml]\n", to: "app/kustomization.yaml")
    #expect(zonal("build", "app").status == 0)
    // A directory whose name only begins alike is another.
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app\u{301}/map.yaml")
    directory.write("resources: [../app\u{301}/map.yaml]\n", to: "app/kustomization.yaml")
    #expect(zonal("build", "app").status == 2)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int { ranges(of: part).count }
}
