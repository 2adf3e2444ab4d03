import Testing

/// What stands in a Secret comes out in manifests, and nowhere else.
@Suite struct SecretTests {
  /// Nobody would write it, and no form of it that a message could hold.
  private static let marker = "h7Xq2"
  private static let forms = [marker, "aDdYcT"]

  /// A place where a secret can stand, next to a mistake.
  struct Place: Sendable, CustomTestStringConvertible {
    var name: String
    var files: [(String, String)]
    var testDescription: String { name }

    init(_ name: String, _ files: [(String, String)]) {
      self.name = name
      self.files = files
    }

    /// A file with a Secret, in which something is wrong.
    static func secret(_ name: String, _ body: String) -> Place {
      Place(
        name,
        [
          ("kustomization.yaml", "resources: [secret.yaml]\n"),
          ("secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\n" + body),
        ])
    }

    static func kustomization(_ name: String, _ text: String, _ files: [(String, String)] = []) -> Place {
      Place(name, [("kustomization.yaml", text)] + files)
    }
  }

  private static let target = "apiVersion: v1\nkind: Secret\nmetadata: {name: a}\ndata: {a: aDdYcTI=}\n"

  static let places: [Place] = [
    .secret("missing space", "stringData:\n  password:\(marker)\n  a: b\n"),
    .secret("colon in a value", "stringData:\n  password: x: \(marker)\n"),
    .secret("missing colon", "stringData:\n  a: b\n  \(marker)\n"),
    .secret("unclosed quote", "stringData:\n  password: \"\(marker)\n"),
    .secret("bad start", "stringData:\n  password: @\(marker)\n"),
    .secret("alias", "stringData:\n  password: *\(marker)\n"),
    .secret("key twice", "stringData:\n  password: \(marker)\n  password: \(marker)2\n"),
    .secret("wrong tag", "stringData:\n  password: !!int \(marker)\n"),
    .secret("tab", "stringData:\n\tpassword: \(marker)\n"),
    .secret("text behind a quote", "stringData:\n  password: \"a\" \(marker)\n"),
    .secret("bad metadata", "stringData: {password: \(marker)}\nmetadata: \(marker)\n"),
    Place(
      "kind in JSON",
      [
        ("kustomization.yaml", "resources: [secret.json]\n"),
        ("secret.json", "{\"kind\":\"Secret\", \"stringData\": {\"a\": \"\(marker)\" \"b\"}}\n"),
      ]),
    .kustomization("literal without =", "secretGenerator:\n- name: a\n  literals:\n  - \(marker)\n"),
    .kustomization("literal without key", "secretGenerator:\n- name: a\n  literals:\n  - =\(marker)\n"),
    .kustomization(
      "literal twice", "secretGenerator:\n- name: a\n  literals: [a=\(marker), a=\(marker)2]\n"),
    .kustomization(
      "syntax beside a literal", "secretGenerator:\n- name: a\n  literals:\n  - a=\(marker): x: y\n"),
    .kustomization(
      "line of an env file", "secretGenerator:\n- name: a\n  envs: [a.env]\n", [("a.env", "9\(marker)\n")]),
    .kustomization(
      "inline patch",
      "resources: [secret.yaml]\npatches:\n- patch: |\n    kind: Secret\n    data:\n      a:\(marker)\n",
      [("secret.yaml", target)]),
    .kustomization(
      "test of a JSON patch", "resources: [secret.yaml]\npatches: [{path: patch.yaml, target: {name: a}}]\n",
      [("secret.yaml", target), ("patch.yaml", "- {op: test, path: /data/a, value: \(marker)}\n")]),
    .kustomization(
      "JSON patch that replaces nothing",
      "resources: [secret.yaml]\npatches: [{path: patch.yaml, target: {name: a}}]\n",
      [("secret.yaml", target), ("patch.yaml", "- {op: replace, path: /data/b, value: \(marker)}\n")]),
    .kustomization(
      "part of a replacement",
      "resources: [secret.yaml]\nreplacements:\n- source: {kind: Secret, name: a, fieldPath: data.a, options: {delimiter: x, index: 9}}\n"
        + "  targets: [{select: {kind: Secret}, fieldPaths: [data.a]}]\n",
      [("secret.yaml", target)]),
  ]

  private static let commands: [[String]] = [
    ["build", "a"], ["build", "a", "--verbose"], ["build", "a", "--diagnostics", "json"], ["instances", "a"],
    ["check", "a"], ["check", "a", "--format", "json"], ["check", "a", "--format", "github"],
    ["check", "a", "--format", "sarif"], ["diff", "a", "b"], ["plan", "a", "b", "--format", "markdown"],
  ]

  private func expectNoMarker(_ text: String, _ command: [String]) {
    for form in Self.forms { #expect(!text.contains(form), "\(command)") }
  }

  @Test(arguments: places) func messagesKeepItToThemselves(place: Place) {
    let directory = TemporaryDirectory()
    for (file, text) in place.files { directory.write(text, to: "a/\(file)") }
    directory.write("resources: []\n", to: "b/kustomization.yaml")
    for command in Self.commands {
      let result = Program.run(command, directory: directory.path)
      if command[0] == "build" {
        #expect(result.messages.contains("a/"), "a place: \(result.messages)")
      } else {
        expectNoMarker(result.output, command)
      }
      expectNoMarker(result.messages, command)
    }
  }

  @Test(
    arguments: ["paths", "unified", "markdown", "html", "json", "summary"],
    [
      "data: \(marker)", "data: [\(marker)]", "stringData: {a: \(marker)}", "stringdata: {a: \(marker)}",
      "data: {a: [\(marker)]}", "data: {a: {b: \(marker)}}",
    ])
  func differencesHideValues(format: String, field: String) {
    let directory = TemporaryDirectory()
    for (side, value) in [("a", "x"), ("b", "y")] {
      directory.write("resources: [all.yaml]\n", to: "\(side)/kustomization.yaml")
      let secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: NAME}\n\(field)\nvalue: \(value)\n"
      directory.write(
        ["same", side].map { secret.replacing("NAME", with: $0) }.joined(separator: "---\n"),
        to: "\(side)/all.yaml")
    }
    let command = ["diff", "--format", format, "a", "b"]
    let result = Program.run(command, directory: directory.path)
    #expect(result.status == 1)
    expectNoMarker(result.output + result.messages, command)
  }

  @Test(arguments: [
    ["interpolate", "m.yml", "-l", "vars.yml"], ["interpolate", "m.yml", "--vars-store", "vars.yml"],
    ["interpolate", "m.yml", "-l", "vars.yml", "--diagnostics", "json"],
  ])
  func variablesStayTheirOwn(command: [String]) {
    let directory = TemporaryDirectory()
    directory.write("name: ((a))\n", to: "m.yml")
    directory.write("a: x: \(Self.marker)\n", to: "vars.yml")
    let result = Program.run(command, directory: directory.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("vars.yml"))
    expectNoMarker(result.output + result.messages, command)
  }

  /// A near miss: of what is no Secret the line is shown.
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
}
