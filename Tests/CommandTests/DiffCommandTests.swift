import Glibc
import Testing

@Suite struct DiffCommandTests {
  private let directory = TemporaryDirectory()
  private let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent"]

  init() {
    directory.write("resources: [../base]\n", to: "repo/overlay/kustomization.yaml")
    directory.write("resources: [map.yaml]\n", to: "repo/base/kustomization.yaml")
    write("one")
    let git = "git -C \(directory.path)/repo -c user.name=test -c user.email=test@example.com"
    #expect(
      system("git init -q -b main \(directory.path)/repo && \(git) add -A && \(git) commit -qm one") == 0)
    write("two")
  }

  private func write(_ value: String) {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}, data: {value: \(value)}}\n",
      to: "repo/base/map.yaml")
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["diff"] + arguments, environment: environment, directory: directory.path + "/repo")
  }

  @Test func comparesWithARevision() {
    let result = run("HEAD:overlay", "overlay")
    #expect(result.messages == "")
    #expect(result.status == 1)
    #expect(
      result.output == """
        ConfigMap map
          /data/value  (HEAD:/base/map.yaml:1:72 → base/map.yaml:1:72)
            - one
            + two
        1 change in 1 object

        """)
    #expect(
      system("cd \(directory.path)/repo && test \"$(git status --porcelain)\" = ' M base/map.yaml'") == 0)
  }

  @Test func seesPathsFromWhereTheUserIs() {
    let result = Program.run(
      ["diff", "main:./", "."], environment: environment, directory: directory.path + "/repo/overlay")
    #expect(result.messages == "")
    #expect(result.status == 1)
  }

  @Test func exitsWithZeroWhenNothingDiffers() {
    let result = run("overlay", "base")
    #expect(result.status == 0)
    #expect(result.output == "no changes\n")
  }

  @Test func comparesWhatWasRendered() {
    #expect(
      Program.run(["build", directory.path + "/repo/overlay", "-o", directory.path + "/out.yaml"]).status == 0
    )
    #expect(run("overlay", directory.path + "/out.yaml").status == 0)
  }

  @Test func comparesWithNothing() {
    #expect(run("/dev/null", "overlay").output == "+ ConfigMap map  (base/map.yaml:1:52)\n1 object added\n")
    #expect(run("/dev/zero", "overlay").status == 2)
  }

  @Test func exitsWithTwoForWhatItCanNotRead() {
    for (old, said) in [
      ("nothing", "there is no file or directory \"nothing\""), ("v9:overlay", "git knows no \"v9\" here"),
      ("HEAD:nothing", "there is no \"nothing\" at HEAD"),
    ] {
      let result = run(old, "overlay")
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.messages.contains(said))
    }
  }

  @Test func namesFilesOfARevision() {
    directory.write("resources: [nothing.yaml]\n", to: "repo/base/kustomization.yaml")
    let git = "git -C \(directory.path)/repo -c user.name=test -c user.email=test@example.com"
    #expect(system("\(git) commit -qam broken") == 0)
    #expect(run("HEAD:overlay", "HEAD~1:overlay").messages.contains("HEAD:/base/kustomization.yaml:1:13"))
  }
}
