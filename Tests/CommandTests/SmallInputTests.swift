import Testing

/// Small inputs of which much would be made: they are told how much is allowed, and where they ask for more.
@Suite struct SmallInputTests {
  let directory = TemporaryDirectory()

  func build(_ kustomization: String, _ flags: String...) -> Program.Result {
    directory.write(kustomization, to: "app/kustomization.yaml")
    return Program.run(["build", "app"] + flags, directory: directory.path)
  }

  func write(maps count: Int) {
    let maps = (0..<count).map {
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: m\($0), labels: {n: n\($0)}}, data: {a: b}}"
    }
    directory.write(maps.joined(separator: "\n---\n"), to: "app/maps.yaml")
  }

  func expectTooMuch(_ result: Program.Result, _ place: String, _ subject: String) {
    #expect(result.status == 2, "\(result.messages.prefix(500))")
    #expect(result.output == "")
    #expect(result.messages.contains("[too-much-growth]"), "\(result.messages.prefix(500))")
    #expect(result.messages.contains("\(subject) makes too much"), "\(result.messages.prefix(500))")
    #expect(result.messages.contains(place), "\(result.messages.prefix(500))")
  }

  @Test func boundsFilesThatAreNamedAgain() {
    directory.write(String(repeating: "x", count: 100_000), to: "app/large")
    func names(_ count: Int) -> String {
      "configMapGenerator:\n- name: c\n  files:\n" + (0..<count).map { "  - k\($0)=large\n" }.joined()
    }
    expectTooMuch(build(names(3000)), "app/kustomization.yaml:", "this file")
    let result = build(names(20))
    #expect(result.status == 0)
    #expect(result.output.utf8.count > 2_000_000)
    expectTooMuch(build(names(20), "--max-growth", "1000000"), "app/kustomization.yaml:", "this file")
    #expect(build(names(20), "--max-growth", "8MiB").status == 0)
  }

  /// Whatever a file holds, it is worked on again each time it is named.
  @Test(
    arguments: [
      (
        "{path: file.yaml, target: {name: x}, options: {optional: true}}", "patches",
        "{op: test, path: /data/a, value: b}", "the patch"
      ),
      ("{path: file.yaml}", "replacements", "{sourceValue: a, targets: []}", "this file"),
      (
        "file.yaml", "transformers",
        "{apiVersion: builtin, kind: LabelTransformer, metadata: {name: a}, labels: {a: b}}", "this file"
      ),
      ("file.yaml", "configurations", "{path: spec/a}", "this file"),
    ])
  func boundsWhatIsReadAgain(entry: String, field: String, item: String, subject: String) {
    write(maps: 1)
    let items = Array(repeating: item, count: 200)
    let content =
      switch field {
      case "transformers": items.joined(separator: "\n---\n")
      case "configurations": "commonAnnotations:\n" + items.map { "- \($0)\n" }.joined()
      default: items.map { "- \($0)\n" }.joined()
      }
    directory.write(content, to: "app/file.yaml")
    func kustomization(_ times: Int) -> String {
      "resources: [maps.yaml]\n\(field):\n" + String(repeating: "- \(entry)\n", count: times)
    }
    #expect(build(kustomization(100)).status == 0)
    #expect(build(kustomization(1), "--max-growth", "1KiB").status == 0)
    expectTooMuch(build(kustomization(100), "--max-growth", "1KiB"), "app/kustomization.yaml:", subject)
  }

  @Test func boundsNamesThatBecomeLonger() {
    write(maps: 100)
    func build(_ count: Int, _ flags: String...) -> Program.Result {
      let prefix = """
        {apiVersion: builtin, kind: PrefixTransformer, metadata: {name: p}, prefix: x, \
        fieldSpecs: [{path: metadata/name}]}

        """
      directory.write(
        Array(repeating: prefix, count: count).joined(separator: "---\n"), to: "app/prefixes.yaml")
      directory.write(
        "resources: [maps.yaml]\ntransformers: [prefixes.yaml]\n", to: "app/kustomization.yaml")
      return Program.run(["build", "app"] + flags, directory: directory.path)
    }
    #expect(build(200).status == 0)
    expectTooMuch(build(200, "--max-growth", "1KiB"), "app/prefixes.yaml:", "this word")
  }

  @Test(
    arguments: [
      ("ImageTagTransformer", "imageTag: {name: x, newTag: y}", "what is set here"),
      ("PrefixTransformer", "prefix: x", "this word"),
      ("NamespaceTransformer", "namespace: x", "what is set here"),
    ])
  func boundsFieldsThatAreAskedFor(kind: String, setting: String, subject: String) {
    write(maps: 100)
    func build(_ count: Int, _ flags: String...) -> Program.Result {
      let specs = (0..<count).map { "{path: spec/f\($0)}" }.joined(separator: ", ")
      directory.write(
        "{apiVersion: builtin, kind: \(kind), metadata: {name: t}, \(setting), fieldSpecs: [\(specs)]}\n",
        to: "app/transformer.yaml")
      directory.write(
        "resources: [maps.yaml]\ntransformers: [transformer.yaml]\n", to: "app/kustomization.yaml")
      return Program.run(["build", "app"] + flags, directory: directory.path)
    }
    #expect(build(2000).status == 0)
    expectTooMuch(build(2000, "--max-growth", "1KiB"), "app/transformer.yaml:", subject)
    #expect(build(5, "--max-growth", "1KiB").status == 0)
  }

  @Test func readsNoFileOnceThereIsTooMuch() {
    directory.write((0..<1000).map { "K\($0)=v\n" }.joined(), to: "app/large.env")
    let names = Array(repeating: "large.env", count: 100) + ["missing.env"]
    let kustomization = "configMapGenerator: [{name: c, envs: [\(names.joined(separator: ", "))]}]\n"
    let refused = build(kustomization, "--max-growth", "1KiB")
    expectTooMuch(refused, "app/kustomization.yaml:", "this file")
    #expect(!refused.messages.contains("[missing-file]"))
    #expect(build(kustomization).messages.contains("[missing-file]"))
  }

  @Test func boundsPatchesOfManyObjects() {
    write(maps: 300)
    let value = String(repeating: "x", count: 10_000)
    let patch =
      "patches: [{target: {kind: ConfigMap}, patch: '[{op: add, path: /data/x, value: \(value)}]'}]\n"
    #expect(build("resources: [maps.yaml]\n" + patch).status == 0)
    expectTooMuch(
      build("resources: [maps.yaml]\n" + patch, "--max-growth", "1MiB"), "app/kustomization.yaml:2:11",
      "the patch")
    let merge =
      "patches: [{target: {kind: ConfigMap}, patch: '{kind: ConfigMap, metadata: {name: x}, data: {x: \(value)}}'}]\n"
    expectTooMuch(
      build("resources: [maps.yaml]\n" + merge, "--max-growth", "1MiB"), "app/kustomization.yaml:2:11",
      "the patch")
  }

  /// Comments are bytes of the output, too: a long path stands behind every line.
  @Test func boundsWhatIsAnnotated() {
    let path =
      Array(repeating: String(repeating: "d", count: 200), count: 3).joined(separator: "/") + "/maps.yaml"
    let maps = (0..<300).map {
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: m\($0), labels: {n: n}}, data: {a: b}}"
    }
    directory.write(maps.joined(separator: "\n---\n"), to: "app/\(path)")
    let kustomization = "resources: [\(path)]\n"
    #expect(build(kustomization, "--max-growth", "1KiB").status == 0)
    #expect(build(kustomization, "--annotate-sources").status == 0)
    let refused = build(kustomization, "--annotate-sources", "--max-growth", "1KiB")
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.messages.contains("the output, with ConfigMap"))
  }

  /// Each rename leaves a name behind, and each patch looks objects up by all that there are.
  @Test func boundsNamesThatObjectsHadBefore() {
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}\n", to: "app/maps.yaml")
    directory.write(
      """
      {apiVersion: builtin, kind: PrefixTransformer, metadata: {name: p}, prefix: dev-, fieldSpecs: [{path: metadata/name}]}
      ---
      {apiVersion: builtin, kind: PatchTransformer, metadata: {name: q}, target: {kind: ConfigMap}, patch: '[]'}

      """, to: "app/rename.yaml")
    func result(times count: Int) -> Program.Result {
      let entries = Array(repeating: "rename.yaml", count: count).joined(separator: ", ")
      return build("resources: [maps.yaml]\ntransformers: [\(entries)]\n", "--max-growth", "1MiB")
    }
    #expect(result(times: 20).status == 0)
    let refused = result(times: 600)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("what looks for names here makes too much of what is read"))
  }

  @Test func boundsWhatIsSetOnManyObjects() {
    write(maps: 300)
    let word = String(repeating: "x", count: 10_000)
    for (field, place) in [
      ("commonLabels: {l: \(word)}", "2:15"), ("namePrefix: \(word)", "2:13"), ("namespace: \(word)", "2:12"),
      ("commonAnnotations: {l: \(word)}", "2:20"),
    ] {
      let kustomization = "resources: [maps.yaml]\n\(field)\n"
      #expect(build(kustomization).status == 0)
      let refused = build(kustomization, "--max-growth", "1MiB")
      #expect(refused.status == 2)
      #expect(refused.messages.contains("[too-much-growth]"), "\(field.prefix(20))")
      #expect(refused.messages.contains("app/kustomization.yaml:\(place)"), "\(refused.messages.prefix(300))")
    }
  }

  @Test func boundsReplacements() {
    write(maps: 300)
    let value = String(repeating: "x", count: 10_000)
    let kustomization = """
      resources: [maps.yaml]
      replacements:
      - sourceValue: \(value)
        targets: [{select: {kind: ConfigMap}, fieldPaths: [data.a]}]

      """
    #expect(build(kustomization).status == 0)
    expectTooMuch(
      build(kustomization, "--max-growth", "1MiB"), "app/kustomization.yaml:4:13", "the replacement")
  }

  @Test func boundsReplacementsInLongLists() {
    let containers = (0..<300).map { "{name: c\($0), image: i}" }.joined(separator: ", ")
    directory.write(
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [\(containers)]}}\n",
      to: "app/pod.yaml")
    let paths = (0..<300).map { "spec.containers.[name=c\($0)].image" }
    func kustomization(_ paths: [String]) -> String {
      """
      resources: [pod.yaml]
      replacements:
      - sourceValue: x
        targets: [{select: {kind: Pod}, fieldPaths: ["\(paths.joined(separator: "\", \""))"]}]

      """
    }
    #expect(build(kustomization(paths)).status == 0)
    let wild = Array(repeating: "spec.containers.*.image", count: 300)
    expectTooMuch(
      build(kustomization(wild), "--max-growth", "1KiB"), "app/kustomization.yaml:4:13", "the replacement")
    let refused = build(kustomization(paths + ["spec.missing"]), "--max-growth", "1KiB")
    expectTooMuch(refused, "app/kustomization.yaml:4:13", "the replacement")
    #expect(!refused.messages.contains("[replacement-field-missing]"))
  }

  @Test func boundsImages() {
    let containers = (0..<300).map { "{name: c\($0), image: i}" }.joined(separator: ", ")
    directory.write(
      "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [\(containers)]}}\n",
      to: "app/pod.yaml")
    let name = String(repeating: "x", count: 10_000)
    let kustomization = "resources: [pod.yaml]\nimages: [{name: i, newName: \(name)}]\n"
    #expect(build(kustomization).status == 0)
    expectTooMuch(build(kustomization, "--max-growth", "1MiB"), "app/kustomization.yaml:2:17", "this entry")
  }

  @Test func boundsVariables() {
    let value = String(repeating: "x", count: 10_000)
    let references = String(repeating: "$(V)", count: 300)
    directory.write(
      """
      {apiVersion: v1, kind: ConfigMap, metadata: {name: m}, data: {a: \(value)}}
      ---
      {apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i, command: ["\(references)"]}]}}

      """, to: "app/all.yaml")
    let kustomization = """
      resources: [all.yaml]
      vars: [{name: V, objref: {apiVersion: v1, kind: ConfigMap, name: m}, fieldref: {fieldpath: data.a}}]

      """
    #expect(build(kustomization).status == 0)
    expectTooMuch(build(kustomization, "--max-growth", "1MiB"), "app/all.yaml:3:", "this text")
  }

  @Test func boundsBasesThatAreNamedAgain() {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: m}, l: [\(String(repeating: "a, ", count: 5000))]}\n",
      to: "base/map.yaml")
    directory.write("resources: [map.yaml]\n", to: "base/kustomization.yaml")
    for name in ["a", "b", "c", "d"] {
      directory.write("resources: [../base]\nnamePrefix: \(name)-\n", to: "\(name)/kustomization.yaml")
    }
    let kustomization = "resources: [../a, ../b, ../c, ../d]\n"
    #expect(build(kustomization).status == 0)
    expectTooMuch(
      build(kustomization, "--max-growth", "1KiB"), "b/kustomization.yaml:1:13", "\"../base\", once more,")
  }

  @Test func boundsTheOutput() {
    let lines = (1...5).map {
      "a\($0): &a\($0) [\($0 == 1 ? "xxxxxxxxxx" : Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ", "))]\n"
    }
    directory.write(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\n" + lines.joined(), to: "app/map.yaml")
    #expect(build("resources: [map.yaml]\n").status == 0)
    expectTooMuch(
      build("resources: [map.yaml]\n", "--max-growth", "1KiB"), "app/map.yaml:3:18",
      "the output, with ConfigMap \"m\" (v1),")
  }

  @Test func boundsTheObjectsOfAGroup() {
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: nats}
      spec:
        instances: 300
        zones: [\((0..<100).map { "z\($0)" }.joined(separator: ", "))]
        template: {spec: {containers: [{name: c, image: \(String(repeating: "i", count: 10_000))}]}}

      """, to: "app/group.yaml")
    #expect(build("resources: [group.yaml]\n").status == 0)
    expectTooMuch(
      build("resources: [group.yaml]\n", "--max-growth", "512KiB"), "app/group.yaml:3:18",
      "the group \"nats\"")
  }

  @Test func boundsThePortsOfManyInstances() {
    func build(ports: Int, _ flags: String...) -> Program.Result {
      let list = (0..<ports).map { "{name: p\($0), port: \($0 + 1)}" }.joined(separator: ", ")
      directory.write("resources: [group.yaml]\n", to: "app/kustomization.yaml")
      directory.write(
        """
        apiVersion: zonal/v1alpha1
        kind: InstanceGroup
        metadata: {name: nats}
        spec:
          instances: 300
          ports: [\(list)]
          template: {spec: {containers: [{name: c, image: "i:1"}]}}

        """, to: "app/group.yaml")
      return Program.run(
        ["check", "app", "--disable", "members-on-one-node"] + flags, directory: directory.path)
    }
    #expect(build(ports: 16, "--max-growth", "1KiB").status == 0)
    let refused = build(ports: 400, "--max-growth", "1MiB")
    #expect(refused.status == 2)
    #expect(refused.output.contains("[too-much-growth]") || refused.messages.contains("[too-much-growth]"))
  }

  @Test func boundsValuesOfVariables() {
    directory.write("a: [\(String(repeating: "((x)), ", count: 300))]\n", to: "manifest.yml")
    directory.write("x: \(String(repeating: "y", count: 10_000))\n", to: "values.yml")
    func interpolate(_ flags: String...) -> Program.Result {
      Program.run(["interpolate", "manifest.yml", "-l", "values.yml"] + flags, directory: directory.path)
    }
    #expect(interpolate().status == 0)
    expectTooMuch(interpolate("--max-growth", "1MiB"), "manifest.yml:1:", "this text")
  }

  /// Each type refers to the next one twice.
  @Test func boundsTypesThatReferToOthers() {
    write(maps: 1)
    func build(levels: Int) -> Program.Result {
      let types = (0..<levels).map { level in
        let own = level == 0 ? "apiVersion: {}, kind: {}, metadata: {}, " : ""
        return
          "T\(level): {Schema: {properties: {\(own)a: {$ref: T\(level + 1)}, b: {$ref: T\(level + 1)}}}}\n"
      }
      directory.write(types.joined(), to: "app/types.yaml")
      return self.build("resources: [maps.yaml]\ncrds: [types.yaml]\n")
    }
    #expect(build(levels: 8).status == 0)
    let refused = build(levels: 40)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[too-many-properties]"))
    #expect(refused.messages.contains("app/kustomization.yaml:2:8"))
  }

  @Test func boundsOperationsOnLongLists() {
    directory.write("a:\n" + (0..<1000).map { "- {name: n\($0)}\n" }.joined(), to: "manifest.yml")
    directory.write(
      (0..<500).map { "- {type: replace, path: /a/name=n\($0)/v?, value: 1}\n" }.joined(), to: "ops.yml")
    func interpolate(_ flags: String...) -> Program.Result {
      Program.run(["interpolate", "manifest.yml", "-o", "ops.yml"] + flags, directory: directory.path)
    }
    #expect(interpolate().status == 0)
    expectTooMuch(interpolate("--max-growth", "1MiB"), "ops.yml:", "this operation")
  }

  /// An ordinary tree stays far below: the account grows with what is read.
  @Test func leavesLargeInputsAlone() {
    write(maps: 3000)
    let kustomization = """
      resources: [maps.yaml]
      namePrefix: a-
      commonLabels: {app: a, tier: b}
      patches: [{target: {kind: ConfigMap}, patch: '[{op: add, path: /data/x, value: y}]'}]

      """
    #expect(build(kustomization, "--max-growth", "1KiB").status == 0)
  }

  @Test(arguments: ["0", "-1", "x", "1kb"]) func wantsASize(size: String) {
    #expect(build("resources: []\n", "--max-growth=\(size)").status == 2)
  }

  @Test(arguments: [
    ("  lists: {\((1...40).map { "l\($0): {}" }.joined(separator: ", "))}\n", 5, "the list \"l3\""),
    (
      "  lists: {all: {}}\n  instanceTable: {configMap: true, lists: true}\n  objects: {perInstance: "
        + "[{apiVersion: v1, kind: ConfigMap, metadata: {name: $(instance.name)}, data: {a: $(list.all)}}]}\n",
      3, "the group \"db\""
    ),
    (
      "  patches:\n"
        + String(
          repeating:
            "  - {target: {kind: Service}, patch: {metadata: {annotations: {a: b}}}}\n",
          count: 40),
      7, "a patch of \"db\""
    ),
  ]) func boundsWhatGroupsMakeOfTheirInstances(_ more: String, _ line: Int, _ subject: String) {
    func group(_ instances: Int) {
      directory.write(
        """
        apiVersion: zonal/v1alpha1
        kind: InstanceGroup
        metadata: {name: db}
        spec:
        \(more)  instances: \(instances)
          template: {spec: {containers: [{name: db, image: "db:1", ports: [{name: db, containerPort: 1}]}]}}

        """, to: "app/group.yaml")
    }
    group(2)
    #expect(build("resources: [group.yaml]\n", "--max-growth", "512KiB").status == 0)
    group(2000)
    expectTooMuch(
      build("resources: [group.yaml]\n", "--max-growth", "512KiB"), "app/group.yaml:\(line):", subject)
  }
}
