import Glibc
import Machine
import Testing

/// Builds that run other programs, which small scripts on a PATH of the test's own play.
@Suite struct PluginTests {
  private let directory = TemporaryDirectory()

  private var environment: [String] {
    ["PATH=\(directory.path)/bin:/usr/bin:/bin", "TMPDIR=\(directory.path)/tmp"]
  }

  init() {
    mkdir(directory.path + "/tmp", 0o755)
    mkdir(directory.path + "/bin", 0o755)
  }

  private func script(_ text: String, _ name: String) {
    directory.write("#!/bin/sh\n" + text, to: name)
    chmod("\(directory.path)/\(name)", 0o755)
  }

  private func build(_ flags: String..., environment: [String] = []) -> Program.Result {
    Program.run(
      ["build", directory.path + "/layer"] + flags, environment: self.environment + environment)
  }

  /// Waits for what another process does, but not forever.
  private func wait(_ isDone: () -> Bool) {
    for _ in 0..<10_000 where !isDone() { usleep(1_000) }
  }

  private var temporaryFiles: [String] { FileSystem.names(in: directory.path + "/tmp") }

  // MARK: helm

  private func chart(_ fields: String) {
    directory.write("helmCharts: [{name: web, releaseName: web\(fields)}]\n", to: "layer/kustomization.yaml")
  }

  /// Plays helm, and notes how it is called.
  private func helm(_ text: String) {
    script(
      """
      if [ "$1" = version ]; then echo v3.14.2; exit; fi
      echo "$*" >> \(directory.path)/calls
      \(text)
      """, "bin/helm")
  }

  @Test func pullsAChartOnce() {
    chart(", repo: https://charts.example, version: 1.0.0")
    helm(
      """
      if [ "$1" = pull ]; then mkdir -p "$4/web"; echo 'a: 1' > "$4/web/values.yaml"; exit; fi
      echo '{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}'
      """)
    #expect(build("--enable-helm").output == "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n")
    #expect(build("--enable-helm").status == 0)
    let calls = directory.read("calls").split(separator: "\n")
    let home = "\(directory.path)/layer/charts/web-1.0.0"
    #expect(
      calls.first
        == "pull --untar --untardir \(home) --repo https://charts.example web --version 1.0.0")
    #expect(calls.count == 3)
    #expect(calls.dropFirst().allSatisfy { $0.hasPrefix("template web \(home)/web -f ") })
    #expect(temporaryFiles.isEmpty)
  }

  @Test func helmsOwnProgramsAreNotThoseOfTheTree() {
    directory.write(
      """
      helmCharts: [{name: web, releaseName: web}]
      helmGlobals: {configHome: \(directory.path)/layer/helm}

      """, to: "layer/kustomization.yaml")
    directory.write("a: 1\n", to: "layer/charts/web/values.yaml")
    helm("echo \"plugins=$HELM_PLUGINS\" >> \(directory.path)/calls")
    _ = build("--enable-helm")
    #expect(directory.read("calls").contains("plugins=\(directory.path)/tmp/"))
    _ = build("--enable-helm", "--enable-exec")
    #expect(directory.read("calls").hasSuffix("plugins=\n"))
  }

  @Test func chartsArePulledToNoPlaceThatALinkLeadsTo() {
    chart(", repo: https://charts.example")
    helm("touch \(directory.path)/pulled")
    mkdir(directory.path + "/elsewhere", 0o755)
    symlink("../elsewhere", directory.path + "/layer/charts")
    let result = build("--enable-helm")
    #expect(result.status == 2)
    #expect(result.messages.contains("[chart-outside-home]"))
    #expect(!directory.names.contains("pulled"))
  }

  @Test func helmThatIsMissingIsTheMachinesFault() {
    chart("")
    directory.write("", to: "layer/charts/web/Chart.yaml")
    let result = build("--enable-helm", "--helm-command", directory.path + "/no-helm")
    #expect(result.status == 3)
    #expect(result.messages.contains("--helm-command"))
    #expect(temporaryFiles.isEmpty)
  }

  @Test func leavesNothingBehindWhenItIsInterrupted() {
    chart("")
    directory.write("a: 1\n", to: "layer/charts/web/values.yaml")
    helm("trap 'touch \(directory.path)/stopped; exit' TERM; sleep 60 & wait")
    let process = Program.start(
      ["build", directory.path + "/layer", "--enable-helm"], environment: environment)
    wait { !directory.read("calls").isEmpty }
    #expect(!temporaryFiles.isEmpty)
    kill(process, SIGTERM)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    #expect(status & 0x7f == SIGTERM)
    #expect(temporaryFiles.isEmpty)
    wait { directory.names.contains("stopped") }
    #expect(directory.names.contains("stopped"))
  }

  // MARK: Functions

  private func container() {
    directory.write("generators: [function.yaml]\n", to: "layer/kustomization.yaml")
    directory.write(
      """
      apiVersion: example/v1
      kind: Maps
      metadata:
        name: maps
        annotations:
          config.kubernetes.io/function: "container: {image: example/maps:v1, network: true}"
      """, to: "layer/function.yaml")
  }

  @Test func runsAContainer() {
    container()
    script(
      """
      cat > \(directory.path)/input
      echo "$*" > \(directory.path)/calls
      echo '{apiVersion: v1, kind: ConfigMap, metadata: {name: made}}'
      """, "bin/docker")
    let result = build(
      "--enable-alpha-plugins", "--network", "--network-name", "net", "-e", "A=b", "--env", "HOME", "--mount",
      "type=bind,src=/etc,dst=/host")
    #expect(result.output == "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: made\n")
    #expect(
      directory.read("calls") == """
        run --rm -i -a STDIN -a STDOUT -a STDERR --network net --user nobody --security-opt=no-new-privileges \
        --mount type=bind,source=/etc,target=/host,readonly -e A=b -e LOG_TO_STDERR=true \
        -e STRUCTURED_RESULTS=true -e HOME example/maps:v1\n
        """)
    #expect(directory.read("input").contains("kind: ResourceList\n"))
  }

  @Test func dockerThatIsMissingIsTheMachinesFault() {
    container()
    let result = Program.run(
      ["build", directory.path + "/layer", "--enable-alpha-plugins", "--network"],
      environment: ["PATH=\(directory.path)/bin"])
    #expect(result.status == 3)
    #expect(result.messages.contains("install docker"))
  }

  @Test func containersNeedAFlag() {
    container()
    let result = build()
    #expect(result.status == 2)
    #expect(result.messages.contains("--enable-alpha-plugins"))
    #expect(result.messages.contains("--network"))
  }

  @Test func refusesATimeWithoutAUnit() {
    container()
    #expect(build("--function-timeout", "5").status == 2)
    #expect(build("--function-timeout", "5 minutes").status == 2)
  }

  // MARK: Plugins of old

  /// A transformer that answers with how it was called.
  private func legacyPlugin() -> [String] {
    directory.write("transformers: [tell.yaml]\nresources: [map.yaml]\n", to: "layer/kustomization.yaml")
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}}\n", to: "layer/map.yaml")
    directory.write(
      """
      apiVersion: example.com/v1
      kind: TellTale
      metadata: {name: tell}
      argsOneLiner: one 'two three'
      argsFromFile: words
      """, to: "layer/tell.yaml")
    directory.write("four\n  five six\n", to: "layer/words")
    script(
      """
      cat
      [ "$(cat "$1"; echo .)" = "$KUSTOMIZE_PLUGIN_CONFIG_STRING." ] && same=yes
      [ "$PWD" = "$KUSTOMIZE_PLUGIN_CONFIG_ROOT" ] && here=yes
      shift
      for word in "$@"; do words="$words<$word>"; done
      cat <<END
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: told}
      data: {words: "$words", same: "$same", here: "$here"}
      END
      """, "home/example.com/v1/telltale/TellTale")
    return ["KUSTOMIZE_PLUGIN_HOME=\(directory.path)/home"]
  }

  @Test func runsALegacyPlugin() {
    let result = build("--enable-alpha-plugins", environment: legacyPlugin())
    #expect(result.messages == "")
    #expect(result.output.contains("  name: map\n---\n"))
    #expect(result.output.contains("  here: \"yes\"\n  same: \"yes\"\n"))
    #expect(result.output.contains("  words: <one><two three><four><five six>\n"))
    #expect(temporaryFiles.isEmpty)
  }

  @Test func aLegacyPluginNeedsAFlag() {
    let result = build(environment: legacyPlugin())
    #expect(result.status == 2)
    #expect(result.messages.contains("the plugin \"TellTale\" is a program"))
    #expect(result.messages.contains("--enable-alpha-plugins"))
  }

  @Test func aLegacyPluginStaysBelowItsHome() {
    let environment = legacyPlugin()
    script("touch \(directory.path)/ran", "layer/d/v/telltale/TellTale")
    for version in ["../layer/d/v", "../layer/d//v", "..", "example.com/v1/../../../layer/d/v"] {
      directory.write(
        "{apiVersion: \"\(version)\", kind: TellTale, metadata: {name: tell}}\n", to: "layer/tell.yaml")
      let result = build("--enable-alpha-plugins", environment: environment)
      #expect(result.status == 2)
      #expect(result.messages.contains("tell.yaml:1"))
    }
    #expect(!directory.names.contains("ran"))
  }

  @Test func aLegacyPluginIsNoLinkOutOfItsHome() {
    let environment = legacyPlugin()
    script("touch \(directory.path)/ran", "layer/evil")
    let plugin = directory.path + "/home/example.com/v1/telltale/TellTale"
    unlink(plugin)
    symlink(directory.path + "/layer/evil", plugin)
    let result = build("--enable-alpha-plugins", environment: environment)
    #expect(result.status == 2)
    #expect(result.messages.contains("[plugin-outside-home]"))
    #expect(!directory.names.contains("ran"))
  }

  @Test func aLegacyPluginOfTheTreeNeedsOneMoreFlag() {
    _ = legacyPlugin()
    script("cat", "layer/plugins/example.com/v1/telltale/TellTale")
    let environment = ["KUSTOMIZE_PLUGIN_HOME=\(directory.path)/layer/plugins"]
    let refused = build("--enable-alpha-plugins", environment: environment)
    #expect(refused.status == 2)
    #expect(refused.messages.contains("--enable-exec"))
    let result = build("--enable-alpha-plugins", "--enable-exec", environment: environment)
    #expect(result.messages == "")
    #expect(result.output.contains("  name: map\n"))
  }

  @Test func withoutItsHomeAPluginIsUnknown() {
    _ = legacyPlugin()
    let result = build("--enable-alpha-plugins")
    #expect(result.status == 2)
    #expect(result.messages.contains("there is no transformer \"TellTale\""))
  }
}
