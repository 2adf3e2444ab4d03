import Glibc
import Machine
import Testing

/// What stands in a Secret comes out in manifests, and nowhere else: a marker is planted in each place (`SecretPlaces`,
/// `SecretDeployments`), and looked for in all that each command (`SecretCommand`) writes and calls.
///
/// One after the other: thousands of runs that wait for each other would keep all other tests waiting.
@Suite(.serialized) struct SecretTests {
  private static let hasRuby = ["/usr/bin/ruby", "/usr/local/bin/ruby"].contains {
    FileSystem.kind(of: $0) != nil
  }

  @Test(arguments: SecretPlaces.all) func treesKeepThem(place: SecretPlace) {
    let directory = directory([place], in: { _ in "a/" })
    for (index, command) in SecretCommand.ofTrees.enumerated() {
      let result = run(command, place.flags, in: directory)
      if index == 0 { expect(result, says: place) }
    }
  }

  /// Those that can be built, and those that can't.
  @Test(arguments: SecretCommand.ofAllTrees, [true, false])
  func allFormsKeepThem(command: SecretCommand, areRight: Bool) {
    let places = SecretPlaces.all.filter { ($0.says == nil) == areRight && !$0.flags.contains("bad-helm") }
    let directory = directory(places, in: { "places/\($0)/" })
    for index in places.indices {
      directory.write(
        "resources: [../../places/\(index)]\nnamePrefix: p\(index)-\n",
        to: "layers/\(index)/kustomization.yaml")
    }
    let layers = places.indices.map { "../layers/\($0)" }.joined(separator: ", ")
    directory.write("resources: [\(layers)]\n", to: "a/kustomization.yaml")
    let flags = ["--enable-helm", "--enable-alpha-plugins", "--enable-exec"]
    let result = run(command, flags, in: directory)
    #expect(areRight == (result.status <= 1) || command.words.contains("--kubectl"), "\(result.messages)")
  }

  @Test(arguments: SecretDeployments.all) func manifestsKeepThem(place: SecretPlace) {
    let directory = directory([place], in: { _ in "" })
    for (index, command) in SecretCommand.ofManifests.enumerated() {
      let result = run(command, place.flags, in: directory)
      if index == 0 { expect(result, says: place) }
    }
  }

  @Test(.enabled(if: hasRuby, "Ruby is not installed"), arguments: SecretDeployments.jobs)
  func releasesKeepThem(place: SecretPlace) {
    let directory = directory([place], in: { _ in "" })
    for (index, command) in SecretCommand.ofReleases.enumerated() {
      let result = run(command, place.flags, in: directory)
      if index == 0 { expect(result, says: place) }
    }
  }

  // MARK: Running

  private func directory(_ places: [SecretPlace], in root: (Int) -> String) -> TemporaryDirectory {
    let directory = TemporaryDirectory()
    directory.write("resources: []\n", to: "b/kustomization.yaml")
    for (index, place) in places.enumerated() {
      for file in place.files { directory.write(file.text, to: root(index) + file.name) }
    }
    for program in SecretPrograms.all { directory.write(program.text, to: program.name) }
    let programs = "bin/* plugins/*/*/*/*; find . -name 'repeats-*' -exec chmod +x {} +"
    #expect(directory.shell("mkdir tmp; chmod +x \(programs)") == 0)
    return directory
  }

  private func run(
    _ command: SecretCommand, _ flags: [String], in directory: TemporaryDirectory
  ) -> Program.Result {
    let hasOperations = directory.names.contains("ops.yml")
    let words = command.words.flatMap { word in
      if word != "OPS" { return [word] }
      return hasOperations ? [command.words[0] == "interpolate" ? "-o" : "--ops", "ops.yml"] : []
    }
    let result = Program.run(
      words + flags,
      environment: [
        "PATH=\(directory.path)/bin:/usr/local/bin:/usr/bin:/bin", "TMPDIR=\(directory.path)/tmp",
        "SECRET_a={x: \(SecretMarker.text)", "KUSTOMIZE_PLUGIN_HOME=\(directory.path)/plugins",
      ], directory: directory.path)
    #expect((0...3).contains(result.status), "\(words): \(result.status)")
    expectNoMarker(command.isRendering ? result.messages : result.output + result.messages, words)
    expectNoMarker(directory.read("bin/calls"), words)
    #expect(directory.names(in: "tmp").isEmpty, "\(words)")
    return result
  }

  private func expect(_ result: Program.Result, says place: SecretPlace) {
    guard let says = place.says else { return }
    #expect(result.messages.contains(says.isEmpty ? ": " : "[\(says)]"), "\(result.messages)")
  }

  private func expectNoMarker(_ text: String, _ command: [String]) {
    guard let form = SecretMarker.form(in: text) else { return }
    let line = text.split(separator: "\n").first { $0.contains(form) }
    Issue.record("\(command) shows \(form): \(line ?? "")")
  }

  @Test(
    arguments: ["paths", "unified", "markdown", "html", "json", "summary"],
    [
      "data: VALUE", "data: [VALUE]", "stringData: {a: VALUE}", "stringdata: {a: VALUE}",
      "data: {a: [VALUE]}",
      "data: {a: {b: VALUE}}",
      "metadata: {name: NAME, annotations: {kubectl.kubernetes.io/last-applied-configuration: VALUE}}",
    ])
  func differencesHideValues(format: String, field: String) {
    let directory = TemporaryDirectory()
    for (side, value) in [("a", SecretMarker.text), ("b", "y" + SecretMarker.text)] {
      directory.write("resources: [all.yaml]\n", to: "\(side)/kustomization.yaml")
      let name = field.hasPrefix("metadata") ? "" : "metadata: {name: NAME}\n"
      let secret =
        "apiVersion: v1\nkind: Secret\n\(name)\(field.replacing("VALUE", with: value))\nvalue: \(side)\n"
      directory.write(
        ["same", side].map { secret.replacing("NAME", with: $0) }.joined(separator: "---\n"),
        to: "\(side)/all.yaml")
    }
    let command = ["diff", "--format", format, "a", "b"]
    let result = Program.run(command, directory: directory.path)
    #expect(result.status == 1)
    expectNoMarker(result.output + result.messages, command)
  }

  // MARK: Near misses

  /// Of what is no Secret the line is shown.
  @Test func otherMistakesShowTheirLine() {
    let directory = TemporaryDirectory()
    directory.write(
      "resources: [map.yaml]\nsecretGenerator: [{name: a}]\nconfigMapGenerator: [{name: b, literals: [colour]}]\n",
      to: "a/kustomization.yaml")
    directory.write(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  colour:red\n  a: b\n# kind: SecretStore\n",
      to: "a/map.yaml")
    let messages = Program.run(["build", "a"], directory: directory.path).messages
    #expect(messages.contains("5 |   colour:red"))
    #expect(messages.contains("\"colour: red\""))
  }

  /// Of a Secret, messages still say which keys and which object.
  @Test func keysAndNamesAreShown() {
    let directory = TemporaryDirectory()
    directory.write(
      "resources: [s.yaml, t.yaml]\nsecretGenerator: [{name: g, literal: [a=b], literals: [k=v, k=w]}]\n",
      to: "a/kustomization.yaml")
    for name in ["s", "t"] {
      directory.write(
        "apiVersion: v1\nkind: Secret\nmetadata: {name: twice}\nstringData: {user: twice}\n",
        to: "a/\(name).yaml")
    }
    directory.write("- type: replace\n  path: /x/y\n  value: z\n", to: "ops.yml")
    directory.write("a: b\n", to: "m.yml")
    let messages = Program.run(["build", "a"], directory: directory.path).messages
    #expect(messages.contains("Secret \"twice\""), "\(messages)")
    #expect(messages.contains("\"literal\""), "\(messages)")
    #expect(messages.contains("\"k\""), "\(messages)")
    let operation = Program.run(["interpolate", "m.yml", "-o", "ops.yml"], directory: directory.path).messages
    #expect(operation.contains("2 |   path: /x/y"), "\(operation)")
  }

  /// What helm and functions say is shown, but for the values.
  @Test func programsAreQuoted() {
    let directory = TemporaryDirectory()
    directory.write("helmCharts: [{name: c, valuesInline: {a: hidden}}]\n", to: "a/kustomization.yaml")
    directory.write("a: public\n", to: "a/charts/c/values.yaml")
    directory.write(
      "#!/bin/sh\n[ $1 = version ] && exec echo v3.14.2\necho 'hidden is no number, public is' >&2\nexit 1\n",
      to: "helm")
    #expect(directory.shell("chmod +x helm") == 0)
    let command = ["build", "a", "--enable-helm", "--helm-command", directory.path + "/helm"]
    let messages = Program.run(command, environment: ["PATH=/usr/bin:/bin"], directory: directory.path)
      .messages
    #expect(messages.contains("*** is no number, public is"), "\(messages)")
  }
}
