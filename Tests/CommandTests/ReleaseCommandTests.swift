import Machine
import Testing

/// `instance-group` and `template-render`, on a deployment of two groups that are linked.
@Suite struct ReleaseCommandTests {
  private let directory = TemporaryDirectory()
  private let path = "PATH=/usr/bin:/bin"

  init() {
    directory.write(
      """
      name: shop
      releases: [{name: r, version: "1"}]
      instance_groups:
      - name: db
        instances: 2
        azs: [z1, z2]
        jobs: [{name: db, release: r, properties: {quarks: {ports: [{name: sql, internal: 5432}]}}}]
      - {name: app, instances: 1, jobs: [{name: app, release: r, consumes: {db: {from: db}}}]}

      """, to: "manifest.yml")
    directory.write(
      """
      name: db
      templates: {db.erb: config/db, start.erb: bin/start, bpm.erb: config/bpm.yml}
      provides: [{name: db, type: sql, properties: [port]}]
      properties: {port: {default: 5432}}

      """, to: "jobs-src/r/db/job.MF")
    directory.write(
      "<%= [spec.id, spec.index, spec.az, spec.ip, spec.bootstrap, p('port')].join(' ') %>\n",
      to: "jobs-src/r/db/templates/db.erb")
    directory.write("#!/bin/sh\n", to: "jobs-src/r/db/templates/start.erb")
    directory.write(
      "processes: [{name: db, executable: /db}]\n", to: "jobs-src/r/db/templates/bpm.erb")
    directory.write(
      """
      name: app
      templates: {app.erb: app}
      consumes: [{name: db, type: sql}]

      """, to: "jobs-src/r/app/job.MF")
    directory.write(
      "<%= link('db').instances.map(&:address).join(',') %>:<%= link('db').p('port') %>\n",
      to: "jobs-src/r/app/templates/app.erb")
  }

  private func resolve(_ arguments: String...) -> Program.Result { resolve(arguments) }

  private func resolve(_ arguments: [String]) -> Program.Result {
    Program.run(
      ["instance-group", directory.path + "/manifest.yml", "--base-dir", directory.path] + arguments,
      environment: [path])
  }

  private func render(_ arguments: String..., environment: [String] = []) -> Program.Result {
    render(arguments, environment: environment)
  }

  private func render(_ arguments: [String], environment: [String]) -> Program.Result {
    Program.run(
      ["template-render", "--output-dir", directory.path + "/out"] + arguments,
      environment: [path] + environment)
  }

  /// What a pod's environment says.
  private var pod: [String] {
    [
      "BOSH_MANIFEST_PATH=\(directory.path)/manifest.yml", "INSTANCE_GROUP_NAME=db",
      "JOBS_DIR=\(directory.path)", "POD_ORDINAL=1", "AZ_INDEX=2", "REPLICAS=2", "POD_IP=10.0.0.7",
    ]
  }

  @Test func resolvesAGroup() {
    let result = resolve("--group", "app", "--deployment-name", "other")
    #expect(result.status == 0)
    #expect(result.messages == "")
    #expect(
      result.output == """
        name: other
        instance_groups:
        - name: app
          instances: 1
          jobs:
          - name: app
            release: r
            properties:
              quarks:
                consumes:
                  db:
                    address: db
                    instances:
                    - address: db-z0-0
                      az: z1
                      bootstrap: true
                      id: db-0
                      index: 0
                      instance: 0
                      name: db-db
                    - address: db-z0-1
                      az: z1
                      bootstrap: false
                      id: db-1
                      index: 1
                      instance: 1
                      name: db-db
                    - address: db-z1-0
                      az: z2
                      bootstrap: false
                      id: db-10000
                      index: 10000
                      instance: 0
                      name: db-db
                    - address: db-z1-1
                      az: z2
                      bootstrap: false
                      id: db-10001
                      index: 10001
                      instance: 1
                      name: db-db
                    properties:
                      port: 5432
                instances:
                - address: app-0.app
                  az: ""
                  bootstrap: true
                  id: app-0
                  index: 0
                  instance: 0
                  name: app-app
                release: r

        """)
  }

  @Test func writesTheGroupAndItsProcesses() {
    let result = resolve("--group", "db", "-o", directory.path + "/resolved", "--initial-rollout=false")
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(directory.read("resolved/ig.yaml").contains("bootstrap: true\n          id: db-10001\n"))
    #expect(
      directory.read("resolved/bpm.yaml") == """
        instance_group:
          name: db
          instances: 2
          azs:
          - z1
          - z2
        configs:
          db:
            processes:
            - name: db
              executable: /db
            unsupported_template: false

        """)
  }

  @Test func rendersAResolvedGroupAsTheWholeManifest() {
    #expect(resolve("--group", "db", "-o", directory.path + "/resolved").status == 0)
    #expect(render(environment: pod).status == 0)
    let whole = directory.read("out/db/config/db")
    #expect(whole == "db-10001 10001 z2 10.0.0.7 false 5432\n")
    #expect(render("--manifest", directory.path + "/resolved/ig.yaml", environment: pod).status == 0)
    #expect(directory.read("out/db/config/db") == whole)
  }

  @Test func readsTheEnvironmentButFlagsWin() {
    let result = render(
      "--pod-ordinal", "4", "--az-index", "1", "--replicas", "2", "--pod-ip", "fd00::1",
      "--initial-rollout=false", environment: pod + ["INITIAL_ROLLOUT=true"])
    #expect(result.status == 0)
    // The pod is there, so there are at least five in each zone, and the last one bootstraps the group.
    #expect(directory.read("out/db/config/db") == "db-4 4 z1 fd00::1 false 5432\n")
    #expect(Program.run(["--help"]).status == 0)
  }

  @Test func countsInstancesOfAllZones() {
    let total = ["--instances-policy", "Total"]
    #expect(resolve(["--group", "app"] + total).output.contains("id: db-10000\n"))
    #expect(!resolve(["--group", "app"] + total).output.contains("db-z0-1"))
    let first = pod.filter { !$0.hasPrefix("POD_ORDINAL") && !$0.hasPrefix("REPLICAS") }
    let last = total + ["--pod-ordinal", "0", "--initial-rollout=false"]
    #expect(render(last, environment: first).status == 0)
    // The second of two is the last one, and bootstraps the group.
    #expect(directory.read("out/db/config/db") == "db-10000 10000 z2 10.0.0.7 true 5432\n")
    #expect(render(total, environment: pod).status == 0)
    #expect(directory.read("out/db/config/db") == "db-10001 10001 z2 10.0.0.7 false 5432\n")
  }

  @Test func refusesAnotherPolicy() {
    let wrong = ["--instances-policy", "All"]
    for result in [resolve(["--group", "db"] + wrong), render(wrong, environment: pod)] {
      #expect(result.status == 2)
      #expect(result.messages.contains("'All' is invalid for '--instances-policy <instances-policy>'"))
    }
  }

  @Test func makesProgramsExecutable() {
    #expect(render(environment: pod).status == 0)
    #expect(Program.isExecutable(directory.path + "/out/db/bin/start"))
    #expect(!Program.isExecutable(directory.path + "/out/db/config/db"))
  }

  @Test func saysWhatIsNotGiven() {
    let result = render(environment: pod.filter { !$0.hasPrefix("POD_ORDINAL") })
    #expect(result.status == 2)
    #expect(result.messages.contains("give --pod-ordinal, or set POD_ORDINAL"))
    #expect(render("--pod-ip", "pod", environment: pod).messages.contains("'pod' is no IP address"))
    let number = render(environment: pod.filter { !$0.hasPrefix("REPLICAS") } + ["REPLICAS=two"])
    #expect(number.messages.contains("REPLICAS must be a whole number, but is 'two'"))
  }

  @Test func refusesZonesThatAreNotThere() {
    let result = render("--az-index", "3", environment: pod)
    #expect(result.status == 2)
    #expect(
      result.messages.contains("the group \"db\" has no zone with the number 3 [az-index-out-of-range]"))
    #expect(result.messages.contains("give --az-index from 1 to 2"))
    #expect(render("--az-index", "0", environment: pod).status == 2)
    let flat = render("--group", "app", "--az-index", "2", environment: pod)
    #expect(flat.messages.contains("give --az-index from 0 to 1"))
    #expect(render("--group", "app", "--az-index", "0", environment: pod).status == 0)
    #expect(directory.read("out/app/app") == "db-z0-0,db-z0-1,db-z1-0,db-z1-1:5432\n")
  }

  @Test func suggestsTheGroupThatIsMeant() {
    let result = resolve("--group", "bd")
    #expect(result.status == 2)
    #expect(result.messages.contains("the deployment \"shop\" has no instance group \"bd\" [unknown-group]"))
    #expect(result.messages.contains("did you mean \"db\"?"))
  }

  @Test func wantsVariablesToBeFilledIn() {
    directory.write(
      "name: shop\nreleases: []\ninstance_groups: [{name: db, instances: ((count))}]\n", to: "manifest.yml")
    let result = resolve("--group", "db")
    #expect(result.status == 2)
    #expect(result.messages.contains("error: the variable \"count\" has no value [missing-variable]"))
    #expect(!result.messages.contains("[wrong-type]"))
  }

  @Test func needsRubyOnlyForTemplates() {
    let empty = "PATH=/nowhere"
    let arguments = ["instance-group", directory.path + "/manifest.yml", "--base-dir", directory.path]
    #expect(Program.run(arguments + ["--group", "db"], environment: [empty]).status == 0)
    let result = Program.run(
      arguments + ["--group", "db", "-o", directory.path + "/resolved"], environment: [empty])
    #expect(result.status == 3)
    #expect(result.messages.contains("[missing-program]"))
    #expect(result.messages.contains("apt-get install -y ruby"))
    #expect(directory.read("resolved/ig.yaml") == "")
  }

  @Test func givesTemplatesALimitedTime() {
    directory.write("<% sleep 30 %>", to: "jobs-src/r/db/templates/db.erb")
    let result = render("--timeout", "0.2", environment: pod)
    #expect(result.status == 2)
    #expect(result.messages.contains("was still being rendered after 0.2 s [took-too-long]"))
    #expect(directory.read("out/db/bin/start") == "")
  }

  @Test func saysWhereSourcesAreMissing() {
    let arguments = ["instance-group", "--group", "db", "--base-dir"]
    let result = Program.run(arguments + [directory.path + "/no", directory.path + "/manifest.yml"])
    #expect(result.status == 3)
    #expect(result.messages.contains("there is no directory"))
    let missing = Program.run(arguments + [directory.path, directory.path + "/no.yml"])
    #expect(missing.status == 3)
    #expect(missing.messages.contains("[unreadable-file]"))
  }
}
