import Glibc
import Testing

/// `zonal build -o DIR --layout zones`: directories for a chain of Flux Kustomizations.
@Suite struct ZoneLayoutTests {
  private let directory = TemporaryDirectory()

  init() { write(zones: "a, b") }

  private func write(zones: String) {
    directory.write("resources: [group.yaml]\n", to: "overlays/app/kustomization.yaml")
    directory.write(
      """
      apiVersion: zonal/v1alpha1
      kind: InstanceGroup
      metadata: {name: db}
      spec:
        instances: 1
        zones: [\(zones)]
        template: {spec: {containers: [{name: db, image: db:1, ports: [{name: db, containerPort: 5432}]}]}}

      """, to: "overlays/app/group.yaml")
  }

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  @discardableResult
  private func build(_ flags: String...) -> Program.Result {
    Program.run(["build", "overlays/app", "-o", "output/"] + flags, directory: directory.path)
  }

  private func files() -> String {
    _ = system("cd \(directory.path) && find output -type f ! -name .zonal | sort > files")
    return directory.read("files")
  }

  private func manifest(_ part: String) -> String { directory.read("output/app/\(part)/manifest.yaml") }

  private static let parts = """
    output/app/common/kustomization.yaml
    output/app/common/manifest.yaml
    output/app/zones/0-a/kustomization.yaml
    output/app/zones/0-a/manifest.yaml
    output/app/zones/1-b/kustomization.yaml
    output/app/zones/1-b/manifest.yaml

    """

  @Test func writesWhatIsSharedAndEachZoneIntoDirectories() {
    #expect(build("--layout", "zones").status == 0)
    #expect(files() == Self.parts)
    #expect(!manifest("common").contains("StatefulSet"))
    #expect(manifest("common").contains("name: db-z1-0"))
    #expect(manifest("zones/0-a").contains("kind: StatefulSet"))
    #expect(
      manifest("zones/0-a").contains("name: db-z0\n") && !manifest("zones/0-a").contains("name: db-z1\n"))
    #expect(
      directory.read("output/app/zones/1-b/kustomization.yaml") == """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        - manifest.yaml

        """)
  }

  @Test func losesNothingOfTheBuild() {
    build("--layout", "zones")
    let parts = zonal("build", "output/app/common", "output/app/zones/0-a", "output/app/zones/1-b")
    directory.write(parts.output, to: "parts.yaml")
    #expect(zonal("diff", "overlays/app", "parts.yaml").status == 0)
  }

  @Test func staysInItsForm() {
    build("--layout", "zones")
    #expect(build("--exit-code").status == 0)
    #expect(files() == Self.parts)
    #expect(zonal("check").output == "")
  }

  @Test func takesAwayTheDirectoryOfAZoneThatGoes() {
    build("--layout", "zones")
    write(zones: "a")
    let check = zonal("check")
    #expect(check.status == 1)
    #expect(check.output.contains("output/app/zones/1-b is not what overlays/app renders to [stale-output]"))
    #expect(build().status == 0)
    #expect(!files().contains("1-b"))
    #expect(system("test ! -e \(directory.path)/output/app/zones/1-b") == 0)
    #expect(zonal("check").output == "")
  }

  @Test func comesFromAndGoesToAnotherLayout() {
    build()
    #expect(files() == "output/app/manifest.yaml\n")
    build("--layout", "zones")
    #expect(files() == Self.parts)
    build("--layout", "single")
    #expect(files() == "output/app/manifest.yaml\n")
    #expect(system("test ! -e \(directory.path)/output/app/zones") == 0)
  }

  @Test func keepsWhatOthersWroteAndChanged() {
    build("--layout", "zones")
    directory.write("mine\n", to: "output/app/zones/1-b/notes.txt")
    directory.write("changed: true\n", to: "output/app/zones/0-a/manifest.yaml")
    let result = build()
    #expect(result.status != 0)
    #expect(result.messages.contains("manifest.yaml was changed since zonal wrote it"))
    #expect(zonal("check").output.contains("[edited-output]"))
    write(zones: "a")
    build("--force")
    #expect(files().contains("zones/1-b/notes.txt"))
    #expect(!files().contains("zones/1-b/manifest.yaml"))
  }

  @Test func followsNoLink() {
    directory.write("", to: "elsewhere/kept")
    #expect(
      system(
        "mkdir -p \(directory.path)/output/app && ln -s ../../elsewhere \(directory.path)/output/app/zones")
        == 0)
    let result = build("--layout", "zones")
    #expect(result.status == 3)
    #expect(result.messages.contains("output/app/zones/0-a can't be written"))
    #expect(system("test \"$(ls \(directory.path)/elsewhere)\" = kept") == 0)
  }

  @Test func isReadByAPlanInItsOrder() {
    build("--layout", "zones")
    _ = system("cp -r \(directory.path)/output \(directory.path)/before")
    directory.write(
      directory.read("overlays/app/group.yaml").replacing("image: db:1,", with: "image: db:2,"),
      to: "overlays/app/group.yaml")
    build()
    let plan = zonal("plan", "before/app", "output/app")
    #expect(
      plan.output.contains("a chain of Flux Kustomizations updates them in 2 steps, one after the other"))
  }
}
