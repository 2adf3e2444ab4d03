import Testing

/// Small inputs that ask for much.
@Suite struct HostileInputTests {
  private let directory = TemporaryDirectory()

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  private func chain(of depth: Int) {
    for level in 1...depth {
      let inner = level == depth ? "map.yaml" : "../l\(level + 1)"
      directory.write("resources: [\(inner)]\n", to: "l\(level)/kustomization.yaml")
    }
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n", to: "l\(depth)/map.yaml")
  }

  @Test func buildsADeepChainOfBases() {
    chain(of: 1600)
    let result = zonal("build", "l1")
    #expect(result.status == 0)
    #expect(result.output.contains("name: map"))
  }

  @Test func refusesAChainThatIsDeeper() {
    chain(of: 2100)
    let result = zonal("build", "l1")
    #expect(result.status == 2)
    #expect(result.messages.contains("[too-deep-layers]"))
    #expect(result.messages.contains("l2000/kustomization.yaml:1:13"))
  }

  /// Each layer names both of the next.
  private func diamonds(_ levels: Int, components: Bool = false, _ more: (String) -> String) {
    let field = components ? "components" : "resources"
    let head = components ? "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" : ""
    for level in 1...levels {
      for side in ["a", "b"] {
        let inner = level == levels ? "resources: []" : "\(field): [../a\(level + 1), ../b\(level + 1)]"
        directory.write("\(head)\(inner)\n\(more(side))", to: "\(side)\(level)/kustomization.yaml")
      }
    }
    directory.write("\(field): [../a1, ../b1]\n", to: "top/kustomization.yaml")
  }

  @Test func buildsDiamondsOfBases() {
    diamonds(26) { _ in "" }
    let empty = zonal("build", "top")
    #expect(empty.status == 0)
    #expect(empty.output == "")
  }

  @Test func refusesToRenameWithoutEnd() {
    diamonds(26) { side in "namePrefix: \(side)-\n" }
    let map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n"
    for side in ["a", "b"] {
      directory.write("resources: [map.yaml]\n", to: "\(side)26/kustomization.yaml")
      directory.write(map, to: "\(side)26/map.yaml")
    }
    directory.write("resources: [map.yaml]\nnamePrefix: b-\n", to: "b26/kustomization.yaml")
    let result = zonal("build", "top")
    #expect(result.status == 2)
    #expect(result.messages.contains("[too-much-growth]"))
    let generous = zonal("build", "top", "--max-growth", "16GiB")
    #expect(generous.status == 2)
    #expect(generous.messages.contains("[too-many-renames]"))
  }

  @Test func refusesComponentsWithoutEnd() {
    diamonds(26, components: true) { _ in "" }
    let result = zonal("build", "top")
    #expect(result.status == 2)
    #expect(result.messages.contains("[too-many-layers]"))
  }

  @Test func saysOfDiamondsWhatItSaysOfEachLayer() {
    diamonds(12) { _ in "commonLabels: {a: b}\n" }
    directory.write("resources: [missing.yaml]\n", to: "a12/kustomization.yaml")
    let result = zonal("build", "top")
    #expect(result.status == 2)
    #expect(result.messages.split(separator: "\n").filter { $0.contains("[missing-file]") }.count == 1)
  }

  @Test func keepsTheObjectsOfABaseThatIsNamedManyTimes() {
    directory.write("resources: [map.yaml]\n", to: "base/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n", to: "base/map.yaml")
    for name in ["a", "b", "c", "d"] {
      directory.write(
        "resources: [../base]\nnamePrefix: \(name)-\n", to: "\(name)/kustomization.yaml")
    }
    directory.write("resources: [../a, ../b, ../c, ../d]\n", to: "top/kustomization.yaml")
    let result = zonal("build", "top")
    #expect(
      result.output.split(separator: "\n").filter { $0.hasPrefix("  name: ") } == [
        "  name: a-map", "  name: b-map", "  name: c-map", "  name: d-map",
      ])
  }

  /// What a layer contains leads back only on the way through it.
  @Test func findsACycleBehindABaseThatIsKnown() {
    directory.write("resources: [../x]\n", to: "a/kustomization.yaml")
    directory.write("resources: [../x]\n", to: "b/kustomization.yaml")
    directory.write("resources: [../deep]\n", to: "x/kustomization.yaml")
    directory.write("resources: []\n", to: "deep/kustomization.yaml")
    directory.write("resources: [../../x]\n", to: "deep/inner/kustomization.yaml")
    directory.write("resources: [../a, ../b, ../deep/inner]\n", to: "top/kustomization.yaml")
    let result = zonal("build", "top")
    #expect(result.status == 2)
    #expect(result.messages.contains("[cycle]"))
  }

  @Test func refusesAnObjectInItself() {
    let patch = { (level: Int) in
      "patches: [{target: {kind: ConfigMap}, patch: '[{op: copy, from: /data, path: /data/l\(level)}]'}]"
    }
    let replacement = { (level: Int) in
      """
      replacements:
      - source: {kind: ConfigMap, fieldPath: data}
        targets: [{select: {kind: ConfigMap}, fieldPaths: [data.l\(level)], options: {create: true}}]
      """
    }
    for fields in [patch, replacement] {
      for level in 1...40 {
        let inner = level == 40 ? "map.yaml" : "../s\(level + 1)"
        directory.write(
          "resources: [\(inner)]\n\(fields(level))\n", to: "s\(level)/kustomization.yaml")
      }
      directory.write(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}, data: {b: {c: d}}}\n", to: "s40/map.yaml")
      let result = zonal("build", "s1")
      #expect(result.status == 2)
      #expect(result.messages.contains("[too-large-object]"))
      // A few times is what anybody may want.
      #expect(zonal("build", "s37").status == 0)
    }
  }

  @Test func namesNoEndOfPods() {
    func plan(replicas: Int) -> Program.Result {
      for (side, image) in [("old", "a"), ("new", "b")] {
        directory.write(
          """
          apiVersion: apps/v1
          kind: StatefulSet
          metadata: {name: db}
          spec:
            replicas: \(replicas)
            serviceName: db
            selector: {matchLabels: {app: db}}
            template: {metadata: {labels: {app: db}}, spec: {containers: [{name: db, image: \(image)}]}}
            volumeClaimTemplates: [{metadata: {name: data}}]

          """, to: "\(side)/db.yaml")
      }
      return zonal("plan", "old", "new")
    }
    let refused = plan(replicas: 250_001)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[too-many-pods]"))
    #expect(refused.messages.contains("old/db.yaml:5:13"))
    #expect(refused.output == "")
    let planned = plan(replicas: 5000)
    #expect(planned.status == 0)
    #expect(planned.output.contains("5000 pods of db restart"))
  }

  /// A search for the end of each of them would take hours.
  @Test func readsATextOfPlaceholdersWithoutEnds() {
    let text = String(repeating: "$(zone.", count: 300_000)
    directory.write("resources: [group.yaml]\n", to: "app/kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        template: {spec: {containers: [{name: db, image: "db:1", env: [{name: A, value: "\(text)"}]}]}}
      """, to: "app/group.yaml")
    let result = zonal("build", "app")
    #expect(result.status == 0, "\(result.messages.prefix(500))")
    #expect(result.output.contains(text))
  }

  /// To look for typing errors in each name among all others would take minutes.
  @Test(arguments: [[], ["--compat"]]) func mergesLongListsOfOtherNames(flags: [String]) {
    func pod(_ word: String) -> String {
      let containers = (0..<3000).map { "{name: \(word)-\($0)-x, image: i}" }
      return
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [\(containers.joined(separator: ", "))]}}"
    }
    directory.write("resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n", to: "app/kustomization.yaml")
    directory.write(pod("alpha"), to: "app/pod.yaml")
    directory.write(pod("bravo"), to: "app/patch.yaml")
    let result = Program.run(["build", "app"] + flags, directory: directory.path)
    #expect(result.status == 0, "\(result.messages.prefix(500))")
    #expect(result.output.split(separator: "\n").count { $0.contains("image: i") } == 6000)
  }

  @Test func boundsListsThatNeedEveryStepOfKustomize() {
    func pod(_ count: Int) -> String {
      let ports = (1...count).map { "{containerPort: \($0), protocol: UDP}" }.joined(separator: ", ")
      return
        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: a, ports: [\(ports)]}]}}"
    }
    directory.write("resources: [pod.yaml]\npatches: [{path: patch.yaml}]\n", to: "app/kustomization.yaml")
    directory.write(pod(1), to: "app/patch.yaml")
    for (count, status) in [(1000, 0), (1001, 2)] {
      directory.write(pod(count), to: "app/pod.yaml")
      let result = zonal("build", "app", "--compat")
      #expect(result.status == status, "\(result.messages.prefix(500))")
      #expect(result.messages.contains("app/pod.yaml:1:") == (status == 2))
    }
    #expect(zonal("build", "app").status == 0)
  }

  @Test func refusesPathsWithoutEnd() {
    directory.write("{a: b}\n", to: "manifest.yaml")
    for (parts, status) in [(256, 0), (257, 2)] {
      let path = String(repeating: "/x?", count: parts)
      directory.write("- {type: replace, path: \"\(path)\", value: 1}\n", to: "ops.yaml")
      #expect(zonal("interpolate", "manifest.yaml", "-o", "ops.yaml").status == status)
    }
  }

  @Test func countsMessagesOfOneKind() {
    let map = "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n"
    directory.write(Array(repeating: map, count: 3001).joined(separator: "---\n"), to: "many/maps.yaml")
    directory.write("resources: [maps.yaml]\n", to: "many/kustomization.yaml")
    let short = zonal("build", "many")
    #expect(short.status == 2)
    #expect(short.messages.utf8.count < 100_000)
    #expect(short.messages.contains("error: 2950 more of this kind are not shown [duplicate-object]"))
    let json = zonal("build", "many", "--diagnostics", "json")
    #expect(json.messages.contains("\"omitted\": 2950"))
    #expect(json.status == 2)
    let all = zonal("build", "many", "--verbose")
    #expect(all.messages.split(separator: "\n").filter { $0.hasPrefix("error: ") }.count == 3000)
    #expect(all.messages.split(separator: "\n").filter { $0.hasPrefix("  hint: ") }.count == 3000)
  }

  @Test(
    arguments: [
      (["build", "--colour"], "Unknown option '--colour'"), (["build", "--output"], "Missing value"),
      (["biuld", "."], "zonal has no command"), (["build", "--reorder", "up", "."], "is invalid"),
      (["build", "-q", "--verbose"], "--quiet and --verbose exclude each other"),
    ])
  func saysMistakesOfTheCommandLineAsJSON(arguments: [String], message: String) {
    for flags in [["--diagnostics", "json"], ["--diagnostics=json"]] {
      let result = Program.run(arguments + flags, directory: directory.path)
      #expect(result.status == 2)
      #expect(result.messages.hasPrefix("[\n  {\"id\": \"usage\", \"severity\": \"error\", \"message\": \""))
      #expect(result.messages.contains(message))
      #expect(result.messages.hasSuffix("}\n]\n"))
      #expect(result.output == "")
    }
    #expect(Program.run(arguments, directory: directory.path).messages.hasPrefix("Error: "))
  }

  @Test(
    arguments: [
      ["--pod-ordinal", "9223372036854775807"], ["--pod-ordinal", "1000001"],
      ["--pod-ordinal", "9223372036854775808"], ["--pod-ordinal", "1", "--replicas", "9223372036854775807"],
      ["--pod-ordinal", "1", "--az-index", "9223372036854775807"],
    ])
  func boundsNumbersOfTheCommandLine(arguments: [String]) {
    directory.write("{name: d, instance_groups: []}\n", to: "manifest.yaml")
    let result = Program.run(
      [
        "template-render", "--manifest", "manifest.yaml", "--group", "g", "--base-dir", ".", "--output-dir",
        "out", "--pod-ip", "10.0.0.1",
      ] + arguments, directory: directory.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("1000000 at most") || result.messages.contains("is invalid for"))
  }
}
