import Testing

/// Objects as deep as they may be: every command walks them on the stack that the program gives itself.
@Suite struct NestingTests {
  private let directory = TemporaryDirectory()

  /// Objects of 500 levels: files have 256 at most, and a patch puts one half below the other.
  private func write(_ value: String, to name: String) {
    let depth = 248
    let open = (0..<depth).map { _ in "{x: " }.joined()
    let close = String(repeating: "}", count: depth)
    let path = "/spec" + String(repeating: "/x", count: depth)
    directory.write(
      """
      resources: [deep.yaml]
      namePrefix: p-
      labels: [{pairs: {a: b}, includeSelectors: true}]
      images: [{name: web, newTag: "2"}]
      patches: [{target: {kind: Deep}, patch: '[{op: copy, from: /spec, path: \(path)}]'}]

      """, to: "\(name)/kustomization.yaml")
    directory.write(
      """
      {apiVersion: example/v1, kind: Deep, metadata: {name: deep}, spec: \(open)\(value)\(close)}
      ---
      {apiVersion: v1, kind: Secret, metadata: {name: s}, data: {a: \(open)\(value)\(close)}}

      """, to: "\(name)/deep.yaml")
  }

  static let commands: [[String]] =
    [
      ["build", "a"], ["build", "a", "-o", "out/", "--layout", "tree"], ["instances", "a"], ["check", "a"],
      ["check", "a", "--format", "sarif"],
    ]
    + ["paths", "unified", "summary", "markdown", "json", "html"].map { ["diff", "a", "b", "--format", $0] }
    + ["text", "markdown", "json"].map { ["plan", "a", "b", "--format", $0] }
    + [["graph", "a"], ["graph", "a", "b", "--format", "html"]]

  @Test(.serialized, arguments: commands) func walksThem(command: [String]) {
    write("y", to: "a")
    write("z", to: "b")
    let result = Program.run(command, directory: directory.path)
    #expect((0...1).contains(result.status), "\(result.status): \(result.messages)")
  }

  @Test func refusesOneThatIsDeeper() {
    write("y", to: "a")
    directory.write(
      "resources: [../a]\npatches: [{target: {kind: Deep}, patch: '[{op: copy, from: /spec, path: /spec/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/x/y}]'}]\n",
      to: "deeper/kustomization.yaml")
    let result = Program.run(["build", "deeper"], directory: directory.path)
    #expect(result.status == 2)
    #expect(result.messages.contains("[too-large-object]"), "\(result.messages)")
  }
}
