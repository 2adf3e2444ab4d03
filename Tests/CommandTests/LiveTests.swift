import Machine
import Testing

/// What commands read from a cluster, through a stand-in for kubectl that records its calls and answers from files.
@Suite struct LiveTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("resources: [db.yaml]\n", to: "app/kustomization.yaml")
    directory.write(Self.rendered, to: "app/db.yaml")
    directory.addKubectl(answering: Self.live)
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(
      arguments + ["--kubectl", directory.path + "/kubectl"], environment: ["PATH=/usr/bin:/bin"],
      directory: directory.path)
  }

  private var calls: [Substring] { directory.kubectlCalls }

  private static let rendered = """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: db}
    spec:
      replicas: 3
      selector: {matchLabels: {app: db}}
      serviceName: db
      template:
        metadata: {labels: {app: db}}
        spec:
          containers:
          - name: db
            image: db:2
            ports: [{containerPort: 5432}]

    """

  /// The same with another image, what the server fills in, what a person added, and what a webhook did.
  private static let live = """
    apiVersion: v1
    kind: List
    items:
    - apiVersion: apps/v1
      kind: StatefulSet
      metadata:
        name: db
        namespace: default
        uid: 8a0c
        managedFields:
        - manager: kubectl
          operation: Apply
          fieldsV1:
            f:spec:
              f:replicas: {}
              f:selector: {}
              f:serviceName: {}
              f:template:
                f:metadata: {f:labels: {f:app: {}}}
                f:spec:
                  f:containers:
                    k:{"name":"db"}:
                      .: {}
                      f:image: {}
                      f:name: {}
                      f:ports: {'k:{"containerPort":5432,"protocol":"TCP"}': {.: {}, f:containerPort: {}}}
        - manager: kubectl-edit
          operation: Update
          fieldsV1: {f:spec: {f:template: {f:spec: {f:containers: {'k:{"name":"db"}': {f:env: {'k:{"name":"DEBUG"}': {}}}}}}}}
        - manager: injector
          operation: Update
          fieldsV1: {f:spec: {f:template: {f:spec: {f:containers: {'k:{"name":"proxy"}': {.: {}, f:image: {}, f:name: {}}}}}}}
      spec:
        podManagementPolicy: OrderedReady
        replicas: 3
        selector: {matchLabels: {app: db}}
        serviceName: db
        template:
          metadata: {labels: {app: db}}
          spec:
            containers:
            - name: db
              image: db:1
              imagePullPolicy: IfNotPresent
              env: [{name: DEBUG, value: "1"}]
              ports: [{containerPort: 5432, protocol: TCP}]
            - {name: proxy, image: "proxy:7"}
            restartPolicy: Always

    """

  // MARK: diff and plan

  @Test func driftIsWhatSomebodyWrote() {
    let result = run("diff", "--live", "app")
    #expect(result.messages == "")
    #expect(
      result.output == """
        StatefulSet db
          /spec/template/spec/containers/name=db/image  (app/db.yaml:13:16)
            - db:1
            + db:2
          /spec/template/spec/containers/name=db/env
            - - name: DEBUG
            -   value: "1"
        2 changes in 1 object

        """)
    #expect(result.status == 1)
    #expect(calls == ["get --filename=- --ignore-not-found --output=yaml --show-managed-fields"])
  }

  /// An apply takes nothing away that somebody else owns.
  @Test func planIsOfWhatAnApplyDoes() {
    let result = run("plan", "--live", "app", "--context", "production", "--kubeconfig", "config")
    #expect(result.messages == "")
    #expect(result.output.contains("~ 3 pods of db restart\n"))
    #expect(!result.output.contains("DEBUG"))
    #expect(result.status == 0)
    #expect(calls.count == 1 && calls[0].hasPrefix("--context=production --kubeconfig=config get "))
  }

  @Test func whatRunsIsTheOldSideOfAGraph() {
    let result = run("graph", "--live", "app", "--format", "json")
    #expect(result.status == 0 && result.messages == "")
    #expect(result.output.contains("\"change\":\"restarts\",\"name\":\"db-2\""))
    #expect(result.output.contains("\"summary\":\"3 pods restart\""))
    #expect(!result.output.contains("DEBUG"))
    #expect(calls.count == 1)
  }

  /// The StatefulSet waits for its pods to be deleted; one of them was.
  @Test func podsThatRunAnOlderTemplateAreKnown() {
    let strategy = "updateStrategy: {type: OnDelete}"
    directory.write(
      """
      #!/bin/sh
      here=$(dirname "$0")
      echo "$@" >> "$here/calls"
      if grep -q 'kind: Pod'; then cat "$here/pods"; else cat "$here/answer"; fi

      """, to: "kubectl")
    directory.write(
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {replicas: 3, \(strategy), template: {spec: {containers: [{name: db, image: 'db:2'}]}}}}\n",
      to: "answer")
    let pod = { (ordinal: Int, revision: String) in
      "{apiVersion: v1, kind: Pod, metadata: {name: db-\(ordinal), labels: {controller-revision-hash: \(revision)}}}\n---\n"
    }
    directory.write(
      pod(0, "db-1") + pod(1, "db-2") + pod(2, "db-1")
        + "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, status: {updateRevision: db-2}}\n",
      to: "pods")
    directory.write(
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {replicas: 3, template: {spec: {containers: [{name: db, image: 'db:2'}]}}}}\n",
      to: "app/db.yaml")
    let result = run("plan", "--live", "app")
    #expect(result.messages == "")
    #expect(
      result.output == """
        ~ 2 pods of db restart
            db: db-2, db-0
            the template stays, but what held them back goes, and they run an older one
            1 pod at a time, from the highest ordinal down
        2 pods restart

        """)
    #expect(calls.count == 2)
  }

  @Test(arguments: [true, false]) func claimsThatAreThereAreKnown(isThere: Bool) {
    directory.write(
      """
      #!/bin/sh
      here=$(dirname "$0")
      if grep -q 'kind: PersistentVolumeClaim'; then cat "$here/claims"; else cat "$here/answer"; fi

      """, to: "kubectl")
    let set = { (replicas: Int) in
      "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db}, spec: {replicas: \(replicas), volumeClaimTemplates: [{metadata: {name: data}}]}}\n"
    }
    directory.write(set(1), to: "answer")
    directory.write(set(3), to: "app/db.yaml")
    directory.write(
      isThere
        ? "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data-db-1, namespace: default}}\n"
        : "",
      to: "claims")
    let result = run("plan", "--live", "app")
    #expect(result.messages == "")
    #expect(result.output.contains("+ 2 pods of db are added\n"))
    #expect(result.output.contains("there already, and taken with what they hold: data-db-1\n") == isThere)
    #expect(result.output.contains("none of these claims is there yet\n") == !isThere)
  }

  @Test func onlyWhatOldNamesIsRemoved() {
    directory.write("resources: [../app/db.yaml, map.yaml]\n", to: "old/kustomization.yaml")
    directory.write("{apiVersion: v1, kind: ConfigMap, metadata: {name: gone}}\n", to: "old/map.yaml")
    directory.write(
      Self.live + "- {apiVersion: v1, kind: ConfigMap, metadata: {name: gone, namespace: default}}\n",
      to: "answer")
    let result = run("diff", "--live", "old", "app", "--load-restrictor", "LoadRestrictionsNone")
    #expect(result.messages == "")
    #expect(result.output.contains("- ConfigMap gone\n"))
  }

  @Test func asksForAThousandObjectsInFewCalls() {
    let maps = (0..<1000).map {
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: m\($0), namespace: n}}\n"
    }
    directory.write(maps.joined(separator: "---\n"), to: "app/db.yaml")
    directory.write("", to: "answer")
    let result = run("diff", "--live", "app", "--format", "summary")
    #expect(result.messages == "")
    #expect(calls.count == 4)
    let inputs = directory.names.filter { $0.hasPrefix("input.") }.map { directory.read($0) }
    #expect(inputs.reduce(0) { $0 + $1.split(separator: "\n").count { $0 == "kind: ConfigMap" } } == 1000)
    // Names are enough to ask by.
    #expect(inputs.allSatisfy { !$0.contains("\ndata") })
  }

  @Test func kindsThatTheClusterDoesNotKnowAreNotThere() {
    directory.write("{apiVersion: k.io/v1, kind: Kafka, metadata: {name: k}}\n", to: "app/db.yaml")
    directory.write("", to: "answer")
    directory.write("1", to: "code")
    directory.write(
      """
      error: resource mapping not found for name: "k" namespace: "" from "STDIN": no matches for kind "Kafka" in version "k.io/v1"
      ensure CRDs are installed first

      """, to: "errors")
    let result = run("diff", "--live", "app")
    #expect(result.messages == "")
    #expect(result.output == "+ Kafka k  (app/db.yaml:1:53)\n1 object added\n")
  }

  @Test func aClusterThatDoesNotAnswerIsNoDifference() {
    directory.write("1", to: "code")
    directory.write(
      "The connection to the server localhost:8080 was refused - did you specify the right host or port?\n",
      to: "errors")
    for command in ["diff", "plan", "check"] {
      let result = run(command, "--live", "app")
      #expect(result.status == 3)
      #expect(result.messages.contains("error: kubectl could not ask the cluster [cluster-unreachable]"))
      #expect(result.messages.contains("--context"))
      #expect(result.output == "")
    }
  }

  @Test func withoutKubectlItSaysSo() {
    let result = Program.run(
      ["diff", "--live", "app", "--kubectl", "no-such-program"], environment: ["PATH=/usr/bin:/bin"],
      directory: directory.path)
    #expect(result.status == 3)
    #expect(result.messages.contains("there is no program \"no-such-program\""))
    #expect(result.messages.contains("hint: install kubectl"))
  }

  @Test func oneSideIsEnoughOnlyWithACluster() {
    let result = run("diff", "app")
    #expect(result.status == 2)
    #expect(result.messages.contains("with --live one side is enough"))
  }

  // MARK: check

  @Test func checkFindsDrift() {
    let result = run("check", "--live", "app", "--disable", "missing-governing-service")
    #expect(result.status == 1)
    #expect(result.output.contains("error: the cluster does not run what app renders to [cluster-drift]"))
    #expect(result.output.contains("note: StatefulSet \"db\" (apps/v1) differs"))
    #expect(result.output.contains("-        image: db:1\n+      - image: db:2\n"))
  }

  @Test func checkFindsNoDriftWhereThereIsNone() {
    directory.write(Self.rendered, to: "answer")
    let result = run("check", "--live", "app", "--disable", "missing-governing-service")
    #expect(!result.output.contains("cluster-drift"))
  }

  @Test func refusalsStandAtTheirFields() {
    directory.write("1", to: "code")
    directory.write(
      """
      Warning: would violate PodSecurity "restricted:latest": allowPrivilegeEscalation != false
      The StatefulSet "db" is invalid:\u{20}
      * spec.template.spec.containers[0].image: Required value
      * spec.replicas: Invalid value: -1: must be greater than or equal to 0

      """, to: "errors")
    let result = run("check", "--server", "app", "--disable", "missing-governing-service")
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        """
        error: the API server refuses StatefulSet "db" (apps/v1): spec.template.spec.containers[0].image: Required value [server-refuses]
          --> app/db.yaml:13:16
        """))
    #expect(result.output.contains("--> app/db.yaml:5:13\n"))
    #expect(result.output.contains("warning: the API server warns: would violate PodSecurity"))
    #expect(
      calls == [
        "apply --server-side --force-conflicts --dry-run=server --validate=strict --filename=- --output=name"
      ])
  }

  @Test func aServerThatAgreesSaysNothing() {
    let result = run("check", "--server", "app", "--disable", "missing-governing-service")
    #expect(!result.output.contains("[server-"))
  }
}
