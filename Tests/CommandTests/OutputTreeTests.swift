import Glibc
import Testing

/// What `zonal build -o DIR` does with a directory that others may have files in, too.
@Suite struct OutputTreeTests {
  private let directory = TemporaryDirectory()

  private func sources(_ maps: [String], data: String = "one") {
    directory.write("resources: [maps.yaml]\n", to: "app/kustomization.yaml")
    let documents = maps.map {
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: \"\($0)\"}, data: {v: \(data)}}\n"
    }
    directory.write(documents.joined(separator: "---\n"), to: "app/maps.yaml")
  }

  private func build(_ flags: String...) -> Program.Result {
    Program.run(["build", directory.path + "/app", "-o", directory.path + "/out/"] + flags)
  }

  private func status(_ command: String) -> Int32 { system("cd \(directory.path)/out/app && \(command)") }

  private func inode(_ name: String) -> UInt {
    var status = stat()
    stat("\(directory.path)/out/app/\(name)", &status)
    return status.st_ino
  }

  @Test func writesEveryObjectIntoAFile() {
    sources(["a", "b"])
    #expect(build("--layout", "tree").status == 0)
    #expect(status("test \"$(ls)\" = \"$(printf 'configmap-a.yaml\\nconfigmap-b.yaml')\"") == 0)
    #expect(status("sha256sum --check --strict --quiet .zonal") == 0)
  }

  @Test func namesThemAsKustomizeDoes() {
    sources(["a"])
    #expect(build("--layout", "tree", "--naming", "kustomize").status == 0)
    #expect(status("test -f v1_configmap_a.yaml") == 0)
  }

  @Test func listsThemForFlux() {
    sources(["b", "a"])
    #expect(build("--layout", "tree", "--with-kustomization").status == 0)
    #expect(
      directory.read("out/app/kustomization.yaml") == """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        resources:
        - configmap-a.yaml
        - configmap-b.yaml

        """)
  }

  @Test func tellsNamesApartThatDifferOnlyInCase() {
    directory.write("resources: [roles.yaml]\n", to: "app/kustomization.yaml")
    let role = "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: "
    directory.write(
      ["Reader", "reader", "system:reader", String(repeating: "long", count: 60)].map {
        "\(role)\"\($0)\"}}\n"
      }
      .joined(separator: "---\n"), to: "app/roles.yaml")
    #expect(build("--layout", "tree").status == 0)
    #expect(status("test $(ls | tr A-Z a-z | sort -u | wc -l) = 4") == 0)
    #expect(status("test -f clusterrole-system-reader.yaml") == 0)
    #expect(status("ls | awk 'length > 240 { exit 1 }'") == 0)
  }

  @Test func removesWhatIsRenderedNoMore() {
    sources(["a", "b"])
    #expect(build("--layout", "tree").status == 0)
    sources(["b"])
    #expect(build("--layout", "tree").status == 0)
    #expect(status("test \"$(ls)\" = configmap-b.yaml") == 0)
    #expect(build("--layout", "single").status == 0)
    #expect(status("test \"$(ls)\" = manifest.yaml") == 0)
  }

  @Test func leavesUnchangedFilesAlone() {
    sources(["a"])
    #expect(build("--layout", "tree").status == 0)
    let before = [inode("configmap-a.yaml"), inode(".zonal")]
    #expect(build("--layout", "tree").status == 0)
    #expect([inode("configmap-a.yaml"), inode(".zonal")] == before)
  }

  @Test func keepsWhatSomebodyChanged() {
    sources(["a", "b"])
    #expect(build("--layout", "tree").status == 0)
    directory.write("mine\n", to: "out/app/configmap-a.yaml")
    sources(["a", "b"], data: "two")
    let kept = build("--layout", "tree")
    #expect(kept.status == 1)
    #expect(kept.messages.contains("out/app/configmap-a.yaml"))
    #expect(directory.read("out/app/configmap-a.yaml") == "mine\n")
    #expect(directory.read("out/app/configmap-b.yaml").contains("two"))
    // It stays known as changed, also when it is rendered no more.
    sources(["b"], data: "two")
    #expect(build("--layout", "tree").status == 1)
    #expect(directory.read("out/app/configmap-a.yaml") == "mine\n")
    #expect(build("--layout", "tree", "--force").status == 0)
    #expect(status("test \"$(ls)\" = configmap-b.yaml") == 0)
  }

  @Test func touchesNoForeignFile() {
    sources(["a"])
    directory.write("theirs\n", to: "out/app/configmap-a.yaml")
    directory.write("theirs\n", to: "out/app/README.md")
    let kept = build("--layout", "tree")
    #expect(kept.status == 1)
    #expect(kept.messages.contains("zonal did not write it"))
    #expect(directory.read("out/app/configmap-a.yaml") == "theirs\n")
    #expect(build("--layout", "tree", "--force").status == 0)
    #expect(directory.read("out/app/README.md") == "theirs\n")
    #expect(directory.read("out/app/configmap-a.yaml").contains("one"))
  }

  @Test func makesItsOwnWhatIsThereAlready() {
    sources(["a"])
    #expect(build().status == 0)
    unlink(directory.path + "/out/app/.zonal")
    #expect(build().status == 0)
    #expect(status("sha256sum --check --strict --quiet .zonal") == 0)
  }

  @Test func letsOnlyOneWrite() {
    sources(["a"])
    #expect(build().status == 0)
    let descriptor = open(directory.path + "/out/app", O_RDONLY | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    sources(["a"], data: "two")
    let second = build()
    close(descriptor)
    #expect(second.status == 3)
    #expect(second.messages.contains("another zonal is writing"))
    #expect(build().status == 0)
  }

  /// Killed at any moment, every file is the old or the new one, the index knows them all, and the next run is whole.
  @Test func survivesBeingKilled() {
    let names = (0..<300).map { "m\($0)" }
    sources(names, data: "v0")
    #expect(build("--layout", "tree").status == 0)
    directory.write("theirs\n", to: "out/app/README.md")
    let arguments = ["build", directory.path + "/app", "-o", directory.path + "/out/", "--layout", "tree"]
    for round in 1...20 {
      sources(names, data: "v\(round)")
      let process = Program.start(arguments)
      usleep(UInt32.random(in: 0...60_000))
      kill(process, SIGKILL)
      var ended: Int32 = 0
      waitpid(process, &ended, 0)
      // Whole files only, each with a content that the index has.
      #expect(status("sha256sum configmap-*.yaml > ../sums && test $(wc -l < ../sums) = 300") == 0)
      let known = Set(directory.read("out/app/.zonal").split(separator: "\n"))
      #expect(directory.read("out/sums").split(separator: "\n").allSatisfy(known.contains))
      #expect(directory.read("out/app/README.md") == "theirs\n")
    }
    #expect(build("--layout", "tree").status == 0)
    #expect(
      status("test $(grep -l 'v: v20' configmap-*.yaml | wc -l) = 300 && test $(ls -A | wc -l) = 302") == 0)
    #expect(status("sha256sum --check --strict --quiet .zonal") == 0)
  }
}
