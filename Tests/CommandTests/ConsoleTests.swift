import Glibc
import Testing

/// What a run says besides its result.
@Suite struct ConsoleTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write(
      "resources: [map.yaml]\npatches: [{path: none.yaml, target: {kind: Secret}}]\n",
      to: "app/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n", to: "app/map.yaml")
    // A target that matches nothing is a warning.
    directory.write("{apiVersion: v1, kind: Secret, metadata: {name: none}}\n", to: "app/none.yaml")
    directory.write(
      """
      apiVersion: v1
      kind: Slow
      metadata:
        name: slow
        annotations:
          config.kubernetes.io/function: '{exec: {path: ./slow}}'
      """, to: "slow/slow.yaml")
    directory.write("transformers: [slow.yaml]\nresources: [../app]\n", to: "slow/kustomization.yaml")
    directory.write("#!/bin/sh\nsleep 1.6\ncat\n", to: "slow/slow")
    chmod(directory.path + "/slow/slow", 0o755)
  }

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  /// What comes on a terminal, of which `script` plays one.
  private func onTerminal(_ arguments: String) -> String {
    let command =
      "cd \(directory.path) && script -qec '\(Program.binary) \(arguments)' typescript > shown < /dev/null"
    #expect(system(command) == 0)
    return directory.read("shown")
  }

  @Test func quietKeepsErrorsOnly() {
    #expect(zonal("build", "app").messages.hasPrefix("warning: "))
    #expect(zonal("build", "app", "--quiet").messages == "")
    #expect(zonal("build", "app", "--quiet", "--strict").messages.hasPrefix("error: "))
    #expect(zonal("build", "app", "--quiet", "--verbose").status == 2)
  }

  @Test func verboseTellsWhatWasWritten() {
    #expect(
      zonal("build", "app", "--verbose", "-o", "out/").messages.contains(
        "files written: 1, removed: 0 [written-output]\n  --> out/app\n"))
    #expect(!zonal("build", "app", "--verbose", "-o", "out/").messages.contains("written-output"))
  }

  @Test func messagesAreOneDocumentAsJSON() {
    #expect(zonal("build", "app", "-o", "out/").status == 0)
    directory.write("mine\n", to: "out/app/manifest.yaml")
    let result = zonal("build", "app", "-o", "out/", "--diagnostics", "json")
    #expect(result.status == 1)
    #expect(result.messages.contains("edited-output"))
    #expect(result.messages.split(separator: "\n").count { $0.hasPrefix("[") } == 1)
  }

  @Test func aLongRunShowsOnATerminalThatItGoesOn() {
    let shown = onTerminal("build slow --enable-alpha-plugins --enable-exec -o out.yaml")
    #expect(shown.contains("\r\u{1B}[K1 s\r\u{1B}[K"))
    #expect(
      !onTerminal("build slow --enable-alpha-plugins --enable-exec -o out.yaml --quiet").contains("1 s"))
    #expect(!onTerminal("build app -o out.yaml").contains("\u{1B}[K"))
  }

  @Test func manyDirectoriesHaveABar() {
    for name in ["one", "two"] {
      directory.write("resources: [../app]\n", to: "\(name)/kustomization.yaml")
    }
    let shown = onTerminal("build one slow two app --enable-alpha-plugins --enable-exec -o out/")
    #expect(shown.contains("\r\u{1B}[K[######################        ] 75 %, 1 s"))
  }

  @Test func whatIsNoTerminalShowsNoBar() {
    let result = zonal("build", "slow", "--enable-alpha-plugins", "--enable-exec", "--quiet")
    #expect(result.status == 0)
    #expect(result.messages == "")
  }
}
