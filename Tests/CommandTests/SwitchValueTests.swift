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
