import Testing

/// What `zonal report` writes, and where.
@Suite struct ReportCommandTests {
  private let directory = TemporaryDirectory()

  init() {
    for (side, tag) in [("old", "1"), ("new", "2")] {
      directory.write(
        "resources: [set.yaml, token.yaml]\nimages: [{name: db, newTag: '\(tag)'}]\n",
        to: "\(side)/kustomization.yaml")
      directory.write(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: data}
        spec:
          replicas: 3
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec:
              containers: [{name: db, image: db}]

        """, to: "\(side)/set.yaml")
      directory.write(
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: token}
        stringData:
          password: correct-horse-\(tag)

        """, to: "\(side)/token.yaml")
    }
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(["report"] + arguments, directory: directory.path)
  }

  @Test func holdsPlanAndDifferencesWithTheirLines() {
    let result = run("old", "new")
    #expect(result.status == 0)
    #expect(result.messages == "")
    let page = result.output
    #expect(page.contains("<title>3 pods restart: 2 changes in 2 objects</title>"))
    #expect(page.contains("<p>3 pods of db restart</p>"))
    #expect(page.contains(" data-kinds=\"StatefulSet\" data-namespaces=\"data\""))
    #expect(page.contains("<code>new/kustomization.yaml:2:29</code>"))
    #expect(page.contains("images: [{name: db, newTag: '2'}]</ins>"))
    #expect(page.contains("<ins>+      - image: db:2</ins>"))
  }

  @Test func keepsSecretsToItself() {
    let page = run("old", "new").output
    #expect(page.contains("Secret token"))
    #expect(!page.contains("correct-horse"))
  }

  @Test func loadsNothing() {
    let page = run("old", "new").output
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains(" src="))
  }

  @Test func isWrittenIntoAFile() {
    let result = run("old", "new", "-o", "report.html")
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(directory.read("report.html").hasPrefix("<!doctype html>"))
  }

  @Test func saysThatNothingDiffers() {
    let page = run("old", "old").output
    #expect(page.contains("<title>Nothing happens to what runs: no changes</title>"))
    #expect(page.contains("No object differs."))
  }

  @Test(arguments: ["old none", "old", "old new --format html"]) func refuses(arguments: String) {
    let result = Program.run(
      ["report"] + arguments.split(separator: " ").map(String.init) + ["-o", "report.html"],
      directory: directory.path)
    #expect(result.status != 0)
    #expect(result.messages != "")
    #expect(directory.read("report.html").isEmpty)
  }

  /// A hundred zones are as many as a graph has.
  @Test(arguments: [100, 101]) func hasNoGraphOfTooMuch(zones count: Int) {
    let sets = (0..<count).map { number in
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db-\(number)}
      spec:
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec:
            nodeSelector: {topology.kubernetes.io/zone: z\(number)}
            containers: [{name: db, image: "db:1"}]

      """
    }
    directory.write(sets.joined(separator: "---\n"), to: "zones.yaml")
    let result = run("/dev/null", "zones.yaml")
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(result.output.contains("What runs where") == (count == 100))
    #expect(result.output.contains("id=\"plan\"") && result.output.contains("id=\"changes\""))
  }

  /// A page of a thousand objects that all changed in ways of their own.
  @Test func staysSmall() {
    for side in ["old", "new"] {
      let objects = (0..<1000).map { number in
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web-\(number)}
        spec:
          selector: {matchLabels: {app: web-\(number)}}
          template:
            metadata: {labels: {app: web-\(number)}}
            spec:
              containers:
              - name: main
                image: registry.example.com/team/web:\(side)-\(number)
                env: [{name: MODE, value: \(side)}]

        """
      }
      directory.write(objects.joined(separator: "---\n"), to: "many/\(side).yaml")
    }
    let result = run("many/old.yaml", "many/new.yaml")
    #expect(result.status == 0)
    #expect(result.output.utf8.count <= 2_000_000)
    #expect(!result.output.contains("is left out"))
  }
}
