import Glibc
import Machine
import Testing

/// Sides at a Git revision, of which only what is looked at is read.
@Suite struct RevisionTests {
  private let directory = TemporaryDirectory()
  private let environment = ["PATH=/usr/local/bin:/usr/bin:/bin", "HOME=/nonexistent"]

  init() { start() }

  private func start(_ format: String = "sha1") {
    directory.write("resources: [map.yaml]\n", to: "repo/app/kustomization.yaml")
    write("one")
    directory.write("far: away\n", to: "repo/other/deep/file.yaml")
    #expect(system("git init -q -b main --object-format=\(format) \(directory.path)/repo") == 0)
    commit()
  }

  private func write(_ value: String) {
    directory.write(
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: map}, data: {value: \(value)}}\n",
      to: "repo/app/map.yaml")
  }

  private func commit() {
    let git = "git -C \(directory.path)/repo -c user.name=test -c user.email=test@example.com"
    #expect(system("\(git) add -A && \(git) commit -qm change") == 0)
  }

  /// Takes an object out of the repository, as a partial clone leaves them out.
  private func lose(_ name: String) {
    let script = """
      cd \(directory.path)/repo && hash=$(git rev-parse '\(name)') && \
      rm -f .git/objects/$(echo $hash | cut -c1-2)/$(echo $hash | cut -c3-)
      """
    #expect(system(script) == 0)
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(arguments, environment: environment, directory: directory.path + "/repo")
  }

  @Test func readsNothingThatTheBuildDoesNot() {
    lose("HEAD:other/deep/file.yaml")
    lose("HEAD:other/deep")
    write("two")
    let result = run("diff", "HEAD:app", "app")
    #expect(result.messages == "")
    let places = "(HEAD:/app/map.yaml:1:72 → app/map.yaml:1:72)"
    #expect(
      result.output
        == "ConfigMap map\n  /data/value  \(places)\n    - one\n    + two\n1 change in 1 object\n")
  }

  @Test func namesTheFileThatGitCanNotRead() {
    lose("HEAD:app/map.yaml")
    let result = run("diff", "HEAD:app", "app")
    #expect(result.status == 2)
    #expect(result.messages.contains("\"map.yaml\" can't be read: "))
    #expect(result.messages.contains("--> HEAD:/app/kustomization.yaml:1:13\n"))
  }

  @Test func followsLinksWithinTheRevision() {
    #expect(
      system("cd \(directory.path)/repo && ln -s ../app/map.yaml other/map.yaml && ln -s app link") == 0)
    directory.write("resources: [../other/map.yaml]\n", to: "repo/through/kustomization.yaml")
    commit()
    write("two")
    #expect(run("diff", "HEAD:link", "app").status == 1)
    #expect(run("diff", "HEAD:link", "HEAD:app").output == "no changes\n")
    let through = run("diff", "HEAD:through", "HEAD:app", "--load-restrictor", "LoadRestrictionsNone")
    #expect(through.messages == "")
    #expect(through.output == "no changes\n")
  }

  @Test func linksThatLeadOutOfItAreFilesOfTheDisk() {
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: out}}\n", to: "outside.yaml")
    #expect(system("ln -s \(directory.path)/outside.yaml \(directory.path)/repo/app/out.yaml") == 0)
    directory.write("resources: [out.yaml]\n", to: "repo/app/kustomization.yaml")
    commit()
    let result = run("diff", "HEAD:app", "app")
    #expect(result.status == 2)
    #expect(result.messages.contains("\"out.yaml\" lies outside of HEAD:/app"))
    #expect(
      run("diff", "HEAD:app", "app", "--load-restrictor", "LoadRestrictionsNone").output == "no changes\n")
  }

  @Test func linksInACircleLeadNowhere() {
    #expect(system("cd \(directory.path)/repo/app && ln -s b.yaml a.yaml && ln -s a.yaml b.yaml") == 0)
    directory.write("resources: [a.yaml]\n", to: "repo/app/kustomization.yaml")
    commit()
    #expect(run("diff", "HEAD:app", "HEAD:app").messages.contains("there is no file \"a.yaml\""))
  }

  @Test func readsDirectoriesOfManifests() {
    #expect(run("diff", "HEAD:other", "HEAD:other").messages.contains("HEAD:/other/deep/file.yaml:1:1"))
    directory.write("resources: []\n", to: "repo/app/kustomization.yaml")
    #expect(run("diff", "HEAD:app/map.yaml", "HEAD:app").output == "no changes\n")
  }

  @Test func readsRepositoriesWithLongHashes() {
    #expect(system("rm -rf \(directory.path)/repo") == 0)
    start("sha256")
    write("two")
    #expect(run("diff", "HEAD:app", "app").status == 1)
  }

  /// Lets a build of the application run a script beside it.
  private func addFunction(_ script: String) {
    directory.write("generators: [generator.yaml]\n", to: "repo/app/kustomization.yaml")
    directory.write(
      """
      apiVersion: example/v1
      kind: Lines
      metadata:
        name: lines
        annotations: {config.kubernetes.io/function: "exec: {path: ./list.sh}"}

      """, to: "repo/app/generator.yaml")
    directory.write("#!/bin/sh\ncat >/dev/null\n\(script)\n", to: "repo/app/list.sh")
    chmod("\(directory.path)/repo/app/list.sh", 0o755)
    commit()
    mkdir("\(directory.path)/tmp", 0o755)
  }

  private func runWithFunction(_ revision: String) -> Program.Result {
    Program.run(
      ["diff", "\(revision):app", "app", "--enable-alpha-plugins", "--enable-exec"],
      environment: environment + ["TMPDIR=\(directory.path)/tmp"], directory: directory.path + "/repo")
  }

  /// Another program sees the files of the revision on the disk, and they are gone after it.
  @Test func programsSeeTheRevision() {
    addFunction("cat map.yaml")
    write("two")
    let result = runWithFunction("HEAD")
    #expect(result.messages == "")
    #expect(result.output.contains("    - one\n    + two\n"))
    #expect(directory.names(in: "tmp") == [])
  }

  /// Trees that no Git makes: nothing of them lands outside of where the revision lies.
  @Test func passesOverNamesThatNoGitMakes() {
    addFunction("find \"$TMPDIR\" >> \(directory.path)/seen; cat map.yaml")
    mkdir("\(directory.path)/outside", 0o755)
    directory.write(
      """
      import subprocess
      def git(*words, data=b''):
          return subprocess.run(['git', *words], input=data, stdout=subprocess.PIPE, check=True).stdout.strip().decode()
      def make(kind, data): return git('hash-object', '-t', kind, '-w', '--literally', '--stdin', data=data)
      def tree(*entries): return make('tree', b''.join(m + b' ' + n + b'\\0' + bytes.fromhex(h) for m, n, h in entries))
      evil = make('blob', b'evil')
      inner = tree((b'100644', b'evil', evil))
      link = make('blob', b'\(directory.path)/outside')
      root = tree(
          (b'100644', b'', evil), (b'40000', b'.', inner), (b'40000', b'..', inner), (b'40000', b'.git', inner),
          (b'100644', b'../evil', evil), (b'100644', b'sub/evil', evil), (b'100644', b'/evil', evil),
          (b'100644', 'leads/\u{301}evil'.encode(), evil), (b'40000', b'app', git('rev-parse', 'HEAD:app')),
          (b'120000', b'leads', link), (b'40000', b'leads', inner))
      git('tag', 'crafted', git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit-tree', '-m', 'x', root))

      """, to: "craft.py")
    #expect(system("cd \(directory.path)/repo && python3 ../craft.py") == 0)
    write("two")
    let result = runWithFunction("crafted")
    #expect(result.messages == "")
    #expect(result.output.contains("    - one\n    + two\n"))
    #expect(directory.read("seen").contains("/tree/app/map.yaml\n"))
    #expect(!directory.read("seen").contains("evil"))
    #expect(directory.names(in: "outside") == [])
    #expect(directory.names(in: "tmp") == [])
  }
}
