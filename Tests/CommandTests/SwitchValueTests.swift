import Machine
import Testing

/// Switches as kustomize takes them, with a value.
@Suite struct SwitchValueTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [map.yaml]\ncommonLabels: {a: b}\n", to: "kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: one}}\n", to: "map.yaml")
  }

  private func build(_ arguments: String...) -> Program.Result {
    Program.run(["build", directory.path] + arguments)
  }

  @Test func aSwitchThatIsOffChangesNothing() {
    let plain = build()
    for value in ["false", "0", "F"] {
      let off = build("--enable-managedby-label=\(value)", "--enable-helm=\(value)", "--compat=\(value)")
      #expect(off.status == 0)
      #expect(off.output == plain.output)
    }
  }

  @Test func aSwitchThatIsOnIsAsWithoutAValue() {
    let on = build("--enable-managedby-label=true")
    #expect(on.output.contains("app.kubernetes.io/managed-by"))
    #expect(on.output == build("--enable-managedby-label").output)
  }

  @Test(arguments: [
    "build", "adopt", "check", "diff", "explain", "graph", "instances", "plan", "interpolate",
    "instance-group",
    "template-render", "create", "edit add label", "edit add resource", "edit add configmap",
    "edit remove label", "fn", "post-render",
  ])
  func everySwitchTakesAValue(command: String) {
    let switches = Self.switches(of: command)
    #expect(switches.contains("quiet"))
    for value in ["true", "false"] {
      // Two that exclude each other.
      let given = switches.filter { value == "false" || $0 != "quiet" }
      let arguments = given.map { "--\($0)=\(value)" } + ["--no-such-switch"]
      let result = Program.run(command.split(separator: " ").map(String.init) + arguments)
      #expect(result.status == 2)
      #expect(!result.messages.contains("does not take any value"))
    }
  }

  @Test func aValueThatIsNoneOfASwitchIsNamed() {
    #expect(build("--live=true").messages.contains("Unknown option '--live'"))
    #expect(build("--strict=perhaps").messages.contains("does not take any value"))
  }

  @Test func aSwitchWithACounterpartIsThatWhereItIsOff() {
    #expect(build("--initial-rollout=false").status == 0)
    for (value, isThere) in [("0", false), ("1", true)] {
      let output = TemporaryDirectory()
      let switchOn = "--with-kustomization=\(value)"
      #expect(build("--output", output.path + "/", "--layout", "tree", switchOn).status == 0)
      let file = FilePath.lastComponent(directory.path) + "/kustomization.yaml"
      #expect(output.read(file).isEmpty != isThere)
    }
  }

  /// Those that its own list has; what asks for help or says "no" is none.
  private static func switches(of command: String) -> [String] {
    var names: [String] = []
    var isSwitch = false
    var comesNext = false
    let arguments = command.split(separator: " ").map(String.init) + ["--experimental-dump-help"]
    for line in Program.run(arguments).output.split(separator: "\n") {
      let words = line.split { " :,{".contains($0) }
      switch words.first {
      case "\"kind\"" where words.count > 1 && words[1] != "\"long\"" && words[1] != "\"short\"":
        isSwitch = words[1] == "\"flag\""
      case "\"preferredName\"": comesNext = true
      case "\"name\"" where comesNext:
        comesNext = false
        if isSwitch { names.append(String(words[1].dropFirst().dropLast())) }
      default: break
      }
    }
    return names.filter { !["help", "version"].contains($0) && !$0.hasPrefix("no-") }
  }

  @Test func otherValuesAndOtherFlagsStayMistakes() {
    #expect(build("--enable-helm=maybe").status == 2)
    #expect(build("--reorder=true").status == 2)
    #expect(Program.run(["build", directory.path, "--", "--enable-helm=true"]).status != 0)
  }

  @Test func aWarningIsTurnedOffByItsId() {
    #expect(build().messages.contains("[deprecated-field]"))
    #expect(build("--no-warning", "deprecated-field").messages == "")
    #expect(build("--no-warning", "empty-patch").messages == build().messages)
    #expect(build("--no-warning", "deprecated-field").output == build().output)
  }
}
