import Testing

/// What `zonal check` says of rendered output, which lies in `output` beside the sources.
@Suite struct OutputCheckTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [map.yaml]\n", to: "overlays/app/kustomization.yaml")
    write("one")
    #expect(zonal("build", "-o", "output/", "--layout", "tree").status == 0)
  }

  private func write(_ value: String) {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}, data: {v: \(value)}}\n",
      to: "overlays/app/map.yaml")
  }

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  @Test func isSilentWhenItIsFresh() {
    let result = zonal("check")
    #expect(result.output + result.messages == "")
    #expect(result.status == 0)
  }

  @Test func showsWhatWouldBeWritten() {
    write("two")
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(
      result.output == """
        error: output/app is not what overlays/app renders to [stale-output]
          --> output/app
          note: configmap-map.yaml is out of date
          hint: zonal build overlays/app -o output/
        diff output/app overlays/app
        --- a/ConfigMap/map
        +++ b/ConfigMap/map
        @@ -1,6 +1,6 @@
         apiVersion: v1
         data:
        -  v: one
        +  v: two
         kind: ConfigMap
         metadata:
           name: map

        """)
  }

  @Test func namesFilesThatComeAndGo() {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: other}}\n", to: "overlays/app/map.yaml")
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(result.output.contains("  note: configmap-other.yaml is missing\n"))
    #expect(result.output.contains("  note: configmap-map.yaml is rendered no more\n"))
  }

  @Test func tellsWhatSomebodyChanged() {
    directory.write(
      directory.read("output/app/configmap-map.yaml") + "# mine\n", to: "output/app/configmap-map.yaml")
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(
      result.output == """
        error: configmap-map.yaml was changed since zonal wrote it [edited-output]
          --> output/app/configmap-map.yaml
          hint: change the sources instead, and have it written anew: zonal build overlays/app -o output/ --force

        """)
  }

  @Test func tellsWhatStandsInTheWay() {
    write("two")
    directory.write("# written with --layout tree\n", to: "output/app/.zonal")
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(
      result.output.contains("configmap-map.yaml is there, and zonal did not write it [foreign-output]"))
  }

  @Test func tellsWhatNothingRenders() {
    directory.write(directory.read("output/app/.zonal"), to: "output/gone/.zonal")
    directory.write("mine\n", to: "output/notes/README")
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(
      result.output == """
        error: nothing renders to output/gone any more [stale-output]
          --> output/gone
          hint: remove the directory

        """)
    #expect(zonal("check", "overlays/app").status == 0)
  }

  @Test func tellsAnInterruptedWrite() {
    let index = directory.read("output/app/.zonal")
    directory.write(
      index.replacing(
        "# zonal wrote these files; it removes or replaces no others",
        with: "# zonal was writing these files, and did not finish"),
      to: "output/app/.zonal")
    #expect(directory.read("output/app/.zonal") != index)
    let result = zonal("check")
    #expect(result.status == 1)
    #expect(
      result.output == """
        error: writing output/app was interrupted [interrupted-output]
          --> output/app/.zonal
          hint: zonal build overlays/app -o output/ finishes it

        """)
    #expect(zonal("build", "overlays/app", "-o", "output/").status == 0)
    #expect(directory.read("output/app/.zonal") == index)
    #expect(zonal("check").status == 0)
  }

  @Test func aDirectoryStaysInItsForm() {
    write("two")
    #expect(zonal("build", "-o", "output/").status == 0)
    #expect(directory.names(in: "output/app") == [".zonal", "configmap-map.yaml"])
    #expect(zonal("build", "-o", "output/", "--with-kustomization", "--naming", "kustomize").status == 0)
    #expect(directory.names(in: "output/app") == [".zonal", "kustomization.yaml", "v1_configmap_map.yaml"])
    #expect(
      directory.read("output/app/.zonal").contains(
        "# written with --layout tree --naming kustomize --with-kustomization\n"))
    #expect(zonal("check").status == 0)
    #expect(zonal("build", "-o", "output/", "--layout", "single", "--no-with-kustomization").status == 0)
    #expect(directory.names(in: "output/app") == [".zonal", "manifest.yaml"])
    #expect(zonal("check").status == 0)
  }

  @Test func isComparedWhereItIsSaidToBe() {
    let result = zonal("check", "--output", "rendered")
    #expect(result.status == 1)
    #expect(result.output.contains("rendered/app is not what overlays/app renders to [stale-output]"))
    #expect(result.output.contains("note: manifest.yaml is missing\n"))
  }

  @Test func isComparedWithTheManifestItWasBuiltWith() {
    directory.write(
      """
      name: shop
      releases: [{name: web, version: 1, url: ghcr.io/cf, stemcell: {os: jammy, version: 2}}]
      instance_groups:
      - name: web
        instances: 1
        azs: [z1]
        jobs:
        - {name: web, release: web, properties: {quarks: {bpm: {processes: [{name: web, executable: /bin/web}]}}}}
      """, to: "manifest.yml")
    #expect(zonal("build", "--bosh", "manifest.yml", "-o", "output/").status == 0)
    #expect(zonal("build", "overlays/app", "--bosh", "manifest.yml", "-o", "output/").status == 0)
    #expect(zonal("check").status == 0)
    #expect(zonal("check", "overlays/app", "--bosh", "manifest.yml").status == 0)
    directory.write(
      directory.read("manifest.yml").replacing("instances: 1", with: "instances: 2"), to: "manifest.yml")
    let result = zonal("check", "overlays/app", "--bosh", "manifest.yml")
    #expect(result.status == 1)
    #expect(result.output.contains("  note: statefulset-web-z0.yaml is out of date\n"))
    #expect(result.output.contains("hint: zonal build overlays/app --bosh manifest.yml -o output/\n"))
    #expect(zonal("check", "--bosh", "manifest.yml").status == 2)
  }

  @Test func isNotComparedForWhatIsNoSource() {
    write("two")
    #expect(zonal("check", "output/app").status == 0)
  }

  @Test func saysNothingButTheExitCodeWhenAsked() {
    write("two")
    let result = zonal("check", "--quiet")
    #expect(result.status == 1)
    #expect(result.output + result.messages == "")
    directory.write("{", to: "overlays/app/map.yaml")
    let wrong = zonal("check", "--quiet")
    #expect(wrong.status == 2)
    #expect(wrong.messages.contains("overlays/app/map.yaml:1:"))
  }

  // MARK: zonal.yaml

  private func configure(_ rules: String) {
    directory.write(
      "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck: {rules: {\(rules)}}\n", to: "zonal.yaml")
  }

  @Test func rulesAreSwitchedOff() {
    write("two")
    configure("stale-output: off")
    #expect(zonal("check").status == 0)
    #expect(Program.run(["check", "."], directory: directory.path + "/overlays/app").output == "")
  }

  @Test func flagsOutweighTheConfiguration() {
    write("two")
    configure("stale-output: off")
    #expect(zonal("check", "--enable", "stale-output").status == 1)
  }

  @Test func severitiesAreSet() {
    write("two")
    configure("stale-output: info")
    let result = zonal("check")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("info: output/app is not what overlays/app renders to"))
  }

  @Test func mistakesInTheConfigurationAreShown() {
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: Configuration
      check:
        rules:
          stale-ouput: off
          zone-majority: warn
      chekc: {}
      """, to: "zonal.yaml")
    let result = Program.run(["check", "."], directory: directory.path + "/overlays/app")
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(
      result.messages.contains(
        "there is no rule \"stale-ouput\" [unknown-rule]\n  --> ../../zonal.yaml:5:5\n"))
    #expect(result.messages.contains("hint: did you mean \"stale-output\"?"))
    #expect(result.messages.contains("\"check.rules.zone-majority\" can't be \"warn\""))
    #expect(result.messages.contains("chekc"))
  }

  @Test func aConfigurationThatIsNamedMustBeThere() {
    let result = zonal("check", "--config", "none.yaml")
    #expect(result.status == 3)
    #expect(result.messages.contains("none.yaml can't be read"))
  }
}
