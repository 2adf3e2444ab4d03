import Testing

/// What input says reaches terminals, logs, pages and programs as text, whatever the format.
@Suite struct HostileNamesTests {
  private static let directory = {
    let directory = TemporaryDirectory()
    for (side, value) in [("old", "1"), ("new", "2")] {
      directory.write("resources: [objects.yaml]\n", to: "\(side)/kustomization.yaml")
      directory.write(objects(value), to: "\(side)/objects.yaml")
    }
    // Every message names the file and shows the line.
    directory.write("resources: [\"\(file)\", none\\e[2J\\u202E]\n", to: "wrong/kustomization.yaml")
    directory.write(
      "resources:\n- \"\(file)\"\n- \"none\\e[2J\\u202E\\n::error::x\"\n", to: "wrong/kustomization.yaml")
    directory.write("a: 1\na\u{202E}\u{200B}\u{9B}: 2\na: \"##[error]\"\n", to: "wrong/\(name)")
    return directory
  }()

  private static let name = "o\u{1B}]0;\u{202E},::x::%.yaml"
  private static let file = "o\\e]0;\\u202E,::x::%.yaml"

  private static func objects(_ value: String) -> String {
    """
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: "<!-- @all \\e[2J -->", namespace: "n\\u202E\\u2066"}
    data: {"::error::\\n::error::x\\r": "\(value)\\u200B\\U000E0041##[error]\\u2028"}
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: "<img src=x>\\n::error::y::\\u009B"}
    spec:
      selector: {matchLabels: {a: b}}
      numbers: \(value == "1" ? "{a: 1}" : "{a: .nan, b: -.inf, c: 0x10, d: 1_000, e: .5, f: 007, g: 1e999, h: +1}")
      template:
        metadata: {labels: {a: b}}
        spec: {containers: [{name: "c\\u202E", image: "web\\e\(value)"}]}

    """
  }

  static let commands: [[String]] =
    ["paths", "unified", "markdown", "html", "json", "summary"].map {
      ["diff", "--format", $0, "old", "new"]
    }
    + ["text", "markdown", "json", "html"].map { ["plan", "--format", $0, "old", "new"] }
    + ["svg", "html", "mermaid", "dot", "json"].map { ["graph", "--format", $0, "old", "new"] }
    + [["report", "old", "new"]]
    + ["text", "json", "sarif", "github"].flatMap {
      [["check", "--format", $0, "new"], ["check", "--format", $0, "wrong"]]
    } + [["build", "wrong"], ["build", "wrong", "--diagnostics", "json"]]

  private static func run(_ command: [String]) -> String {
    let result = Program.run(command, directory: directory.path)
    return result.output + result.messages
  }

  @Test(arguments: commands) func nothingIsHidden(command: [String]) {
    let text = Self.run(command)
    #expect(!text.isEmpty)
    // The emoji that marks what is disruptive has a selector.
    for scalar in text.unicodeScalars where scalar != "\n" && scalar != "\u{FE0F}" {
      #expect(!scalar.properties.isDefaultIgnorableCodePoint, "U+\(String(scalar.value, radix: 16))")
      #expect(![.control, .format, .lineSeparator].contains(scalar.properties.generalCategory))
    }
  }

  @Test(arguments: commands) func noLineIsACommand(command: [String]) {
    let lines = Self.run(command).split(separator: "\n")
    #expect(!lines.contains { $0.contains("##[") })
    let commands = lines.filter { $0.drop { $0 == " " }.hasPrefix("::") }
    #expect(commands.isEmpty || command.contains("github"))
    // What input says of itself can't be an annotation of its own.
    #expect(
      commands.allSatisfy { !$0.hasPrefix("::error::") && $0.contains(",title=") || $0.contains(" title=") })
  }

  @Test(arguments: commands.filter { $0.contains("json") || $0.contains("sarif") })
  func isJSON(command: [String]) throws {
    let json = try StrictJSON(Self.run(command))
    #expect(!json.texts.isEmpty)
  }

  @Test func numbersThatJSONHasNoFormForAreText() throws {
    let json = try StrictJSON(Self.run(["diff", "--format", "json", "old", "new"]))
    #expect(json.texts.contains(".nan"))
    #expect(json.texts.contains("-.inf"))
    #expect(["16", "1000", "0.5", "7", "1"].allSatisfy(json.numbers.contains))
  }

  @Test(arguments: ["diff --format html", "diff --format markdown", "plan --format html", "report"])
  func noElementIsOfTheInput(command: String) {
    let text = Self.run(command.split(separator: " ").map(String.init) + ["old", "new"])
    let outside = text.split(separator: "\n").filter {
      !"+- ".contains($0.first ?? "+") && !$0.hasPrefix("|")
    }
    #expect(!outside.contains { $0.contains("<img") || $0.contains("<!-- ") })
  }

  /// What a build writes is what was asked for.
  @Test func manifestsStayAsTheyAre() {
    let result = Program.run(["build", "new"], directory: Self.directory.path)
    #expect(result.output.contains("\u{202E}"))
  }
}
