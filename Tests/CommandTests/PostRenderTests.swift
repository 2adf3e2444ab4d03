import Glibc
import Machine
import Testing

/// `zonal post-render` behind helm, of which a script plays the part where there is none.
@Suite struct PostRenderTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write(
      "commonAnnotations: {team: shop}\nresources: [more.yaml]\n", to: "overlay/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: more}}\n", to: "overlay/more.yaml")
    directory.write("apiVersion: v2\nname: web\nversion: 0.1.0\n", to: "chart/Chart.yaml")
    directory.write(
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: \"{{ .Release.Name }}-web\"}\n",
      to: "chart/templates/map.yaml")
    directory.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: shop-web}\n", to: "rendered.yaml")
    mkdir(directory.path + "/bin", 0o755)
    symlink(Program.binary, directory.path + "/bin/zonal")
  }

  private static let expected = """
    apiVersion: v1
    kind: ConfigMap
    metadata:
      annotations:
        team: shop
      name: more
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata:
      annotations:
        team: shop
      name: shop-web

    """

  private func run(_ arguments: String..., input: String) -> Program.Result {
    Program.run(arguments, directory: directory.path, before: "exec < \(directory.path)/\(input)")
  }

  @Test func readsStandardInputAndWritesNoFile() {
    let before = directory.names
    let result = run("post-render", "overlay", input: "rendered.yaml")
    #expect(result.messages == "")
    #expect(result.output == Self.expected)
    #expect(result.status == 0)
    #expect(directory.names == before)
    #expect(FileSystem.names(in: directory.path + "/overlay") == ["kustomization.yaml", "more.yaml"])
  }

  @Test func takesTheFlagsOfABuild() {
    let result = run("post-render", "overlay", "--reorder", "none", "--compat=false", input: "rendered.yaml")
    #expect(result.output.hasSuffix("name: more\n"))
    #expect(run("post-render", "overlay", "--check", input: "rendered.yaml").status == 0)
  }

  @Test func whatIsMissingIsSaid() {
    let empty = Program.run(["post-render", "overlay"], directory: directory.path)
    #expect(empty.status == 2)
    #expect(empty.output == "")
    #expect(empty.messages.contains("[no-manifests]\n  --> -\n"))
    #expect(run("post-render", input: "rendered.yaml").messages.contains("<directory>"))
    #expect(run("post-render", "none", input: "rendered.yaml").messages.contains("[no-directory]"))
  }

  @Test func placesInWhatWasGivenAreNamed() {
    directory.write("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: more}\n", to: "rendered.yaml")
    let result = run("post-render", "overlay", input: "rendered.yaml")
    #expect(result.status == 2)
    #expect(result.messages.contains("  --> -:3:18\n"), "\(result.messages)")
  }

  // MARK: helm itself

  private static let helm: String? = {
    if let given = getenv("HELM") { return String(cString: given) }
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/helm" }.first(where: Program.isExecutable)
  }()

  private func runHelm(_ arguments: String) -> Int32 {
    directory.shell(
      """
      export HOME=$PWD HELM_PLUGINS=$PWD/plugins PATH=$PWD/bin:$PATH
      \(Self.helm ?? "false") \(arguments)
      """)
  }

  @Test(.enabled(if: helm != nil, "there is no helm: set HELM, or put it on the PATH"))
  func helmPipesIntoIt() {
    #expect(runHelm("template shop chart | zonal post-render overlay > shown") == 0)
    #expect(directory.read("shown") == Self.expected)
  }

  /// helm 3 takes a program, helm 4 a plugin, which is in `deploy/helm`.
  @Test(.enabled(if: helm != nil, "there is no helm: set HELM, or put it on the PATH"))
  func helmHasItAsPostRenderer() {
    let root = (0..<3).reduce(#filePath) { path, _ in FilePath.directory(of: path) }
    #expect(directory.shell("mkdir plugins && cp -r \(root)/deploy/helm plugins/zonal") == 0)
    let isNew = runHelm("version --short | grep -q ^v4") == 0
    let name = isNew ? "" : " --post-renderer-args post-render"
    let renderer = "--post-renderer zonal\(name) --post-renderer-args overlay"
    #expect(runHelm("template shop chart \(renderer) > shown") == 0)
    // helm puts each object back into the file that it came from.
    let shown = directory.read("shown").split(separator: "\n").filter { !$0.hasPrefix("#") && $0 != "---" }
    let expected = Self.expected.split(separator: "\n").filter { $0 != "---" }
    #expect(shown.sorted() == expected.sorted())
  }
}
