import Machine
import Testing

/// Scripts of jobs that change the sources of a release before it is rendered.
@Suite struct PreRenderScriptTests {
  private let directory = TemporaryDirectory()
  private let path = "PATH=/usr/bin:/bin"
  private let flag = "--enable-pre-render-scripts"

  init() {
    directory.write(
      """
      name: db
      templates: {db.erb: config/db, bpm.erb: config/bpm.yml}
      properties: {port: {default: 5432}}

      """, to: "jobs-src/r/db/job.MF")
    directory.write("<%= p('port') %> old\n", to: "jobs-src/r/db/templates/db.erb")
    directory.write("processes: [{name: db, executable: /old}]\n", to: "jobs-src/r/db/templates/bpm.erb")
    write(
      resolver: "sed -i s/5432/6543/ jobs-src/r/db/job.MF",
      bpm: "sed -i s/old/new/ jobs-src/r/db/templates/bpm.erb",
      jobs: "sed -i s/old/new/ jobs-src/r/db/templates/db.erb; echo ran >> runs")
  }

  /// Two groups have the same job.
  private func write(resolver: String = "true", bpm: String = "true", jobs: String) {
    let group = """
        instances: 1
        jobs:
        - name: db
          release: r
          properties:
            quarks:
              pre_render_scripts: {ig_resolver: ["\(resolver)"], bpm: ["\(bpm)"], jobs: ["\(jobs)"]}

      """
    directory.write(
      """
      name: shop
      releases: [{name: r, version: "1", url: example.com, stemcell: {os: jammy, version: "1"}}]
      instance_groups:
      - name: one
      \(group)- name: two
      \(group)
      """, to: "manifest.yml")
  }

  private func render(_ arguments: String...) -> Program.Result {
    run(
      ["template-render", "--manifest", directory.path + "/manifest.yml", "--group", "one"] + arguments
        + ["--pod-ordinal", "0", "--pod-ip", "10.0.0.7", "--output-dir", directory.path + "/out"])
  }

  private func run(_ arguments: [String]) -> Program.Result {
    Program.run(arguments + ["--base-dir", directory.path], environment: [path])
  }

  @Test func runWithTheFlagAlone() {
    let without = render()
    #expect(without.status == 0)
    #expect(without.messages.contains("[scripts-not-run]"))
    #expect(without.messages.contains("let them run with --enable-pre-render-scripts"))
    #expect(directory.read("out/db/config/db") == "5432 old\n")
    #expect(directory.read("runs") == "")
    let with = render(flag)
    #expect(with.status == 0)
    #expect(with.messages == "")
    #expect(directory.read("out/db/config/db") == "6543 new\n")
    #expect(directory.read("out/db/config/bpm.yml").contains("/new"))
  }

  @Test func changeWhatAGroupIsResolvedFrom() {
    let manifest = directory.path + "/manifest.yml"
    let resolved = directory.path + "/resolved"
    #expect(run(["instance-group", manifest, "--group", "one", flag, "-o", resolved]).status == 0)
    #expect(directory.read("resolved/ig.yaml").contains("port: 6543"))
    #expect(directory.read("resolved/bpm.yaml").contains("executable: /new"))
    // Nothing of a job's files was asked for.
    #expect(directory.read("runs") == "")
  }

  @Test func runOnceInABuild() {
    let result = run(["build", "--bosh", directory.path + "/manifest.yml", flag])
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.output.contains("- /new\n"))
    #expect(directory.read("runs") == "ran\n")
  }

  @Test func endTheRunWhereOneFails() {
    write(jobs: "echo no such patch >&2; exit 3")
    let result = render(flag)
    #expect(result.status == 2)
    #expect(
      result.messages.contains(
        "the script \"jobs\" of the job \"db\" ended with exit code 3 [script-failed]"))
    #expect(result.messages.contains("manifest.yml:11:"))
    #expect(result.messages.contains("note: no such patch"))
    #expect(directory.read("out/db/config/db") == "")
  }

  @Test func haveALimitedTime() {
    write(jobs: "sleep 30")
    let result = render(flag, "--timeout", "0.5")
    #expect(result.status == 2)
    #expect(result.messages.contains("was still running after 0.5 s [took-too-long]"))
  }

  @Test func showNoValueOfAVariable() {
    write(jobs: "echo the password is ((password)) >&2; exit 1")
    let value = ["-v", "password=swordfish"]
    let result = run(["build", "--bosh", directory.path + "/manifest.yml", flag] + value)
    #expect(result.status == 2)
    #expect(result.messages.contains("note: the password is "))
    #expect(!result.messages.contains("swordfish"))
  }
}
