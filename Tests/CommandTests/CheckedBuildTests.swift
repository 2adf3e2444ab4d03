import Testing

/// `zonal build --check`, and what bases are spared.
@Suite struct CheckedBuildTests {
  private let directory = TemporaryDirectory()

  init() {
    directory.write("", to: ".git")
    directory.write("resources: [web.yaml]\n", to: "base/kustomization.yaml")
    directory.write(
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers: [{name: web, image: web, envFrom: [{secretRef: {name: a}}, {secretRef: {name: b}}]}]
      """, to: "base/web.yaml")
    directory.write(
      "resources: [../../base]\nimages: [{name: web, newTag: \"1\"}]\n",
      to: "overlays/good/kustomization.yaml")
    directory.write("resources: [../../base]\n", to: "overlays/poor/kustomization.yaml")
  }

  private func run(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  @Test func writesWhatIsGood() {
    let result = run("build", "overlays/good", "--check")
    #expect(result.status == 0)
    #expect(result.output == run("build", "overlays/good").output)
    #expect(result.messages.contains("[missing-config]"))
    #expect(run("build", "overlays/good", "--check", "--quiet").messages == "")
  }

  @Test func writesNothingWhenSomethingIsFound() {
    let result = run("build", "overlays/good", "overlays/poor", "--check", "-o", "out/")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.messages.contains("[missing-image-tag]\n  --> base/web.yaml:9:"), "\(result.messages)")
    #expect(directory.read("out/good/manifest.yaml") == "")
    #expect(run("build", "overlays/poor").status == 0)
  }

  @Test func remarksOfATreeAreSaid() {
    let result = run("build", "overlays/good", "--check", "-o", "out/")
    #expect(result.status == 0)
    #expect(result.messages.contains("[missing-config]"))
    #expect(directory.read("out/good/manifest.yaml").contains("image: web:1"))
  }

  @Test func followsTheConfiguration() {
    directory.write(
      "apiVersion: zonal/v1alpha1\nkind: Configuration\ncheck: {rules: {missing-image-tag: off}}\n",
      to: "zonal.yaml")
    #expect(run("build", "overlays/poor", "--check").status == 0)
    directory.write("kind: Configuration\n", to: "zonal.yaml")
    let result = run("build", "overlays/poor", "--check")
    #expect(result.status == 2)
    #expect(result.output == "")
  }

  @Test func wrongInputIsSaidOnce() {
    directory.write("resources: [nowhere.yaml]\n", to: "overlays/poor/kustomization.yaml")
    let result = run("build", "overlays/poor", "--check")
    #expect(result.status == run("build", "overlays/poor").status)
    #expect(result.messages == run("build", "overlays/poor").messages)
  }

  @Test func sparesBasesWhatOverlaysBring() {
    #expect(run("check", "base").output == "")
    #expect(run("check", "overlays/poor").output.contains("[missing-image-tag]"))
    // Elsewhere the same directory is no base.
    directory.write("resources: [web.yaml]\n", to: "web/kustomization.yaml")
    directory.write(directory.read("base/web.yaml"), to: "web/web.yaml")
    #expect(run("check", "web").output.contains("[missing-image-tag]"))
  }

  /// Outside of a repository, what lies above a directory says nothing of it.
  @Test func sparesOnlyBasesOfTheRepository() {
    let elsewhere = TemporaryDirectory()
    for place in ["base/app", "app/base"] {
      elsewhere.write("resources: [web.yaml]\n", to: "\(place)/kustomization.yaml")
      elsewhere.write(directory.read("base/web.yaml"), to: "\(place)/web.yaml")
    }
    func check(_ place: String) -> String {
      Program.run(["check", place], directory: elsewhere.path).output
    }
    #expect(check("base/app").contains("[missing-image-tag]"))
    #expect(check("app/base") == "")
    elsewhere.write("", to: ".git")
    #expect(check("base/app") == "")
  }

  @Test func countsInOverlaysWhatABaseLacks() {
    directory.write(
      directory.read("base/web.yaml").replacing(
        "spec:\n  selector", with: "spec:\n  replicas: \"3\"\n  selector"),
      to: "base/web.yaml")
    #expect(run("check", "base").output.contains("[wrong-type]"))
    directory.write(
      """
      resources: [../../base]
      images: [{name: web, newTag: "1"}]
      patches: [{patch: '[{op: replace, path: /spec/replicas, value: 3}]', target: {kind: Deployment}}]
      """, to: "overlays/good/kustomization.yaml")
    let mended = run("check", "base", "overlays/good")
    #expect(!mended.output.contains("[wrong-type]"), "\(mended.output)")
    #expect(run("check", "base", "overlays/good", "overlays/poor").output.contains("[wrong-type]"))
    #expect(run("check", "base", "base").output.contains("[wrong-type]"))
  }

  @Test func countsWhatOthersBring() {
    let result = run("check", "overlays/good")
    #expect(result.status == 0)
    #expect(
      result.output.contains(
        "info: 2 ConfigMaps and Secrets that pods need are not in this set [missing-config]"))
    let all = run("check", "overlays/good", "--verbose").output
    #expect(all.split(separator: "\n").count { $0.hasSuffix("[missing-config]") } == 2)
  }

  /// A set for any namespace gets that of its bindings with the others.
  @Test func wantsNoNamespaceWhereNoneIsNamed() {
    func write(_ metadata: String) {
      directory.write(
        """
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: web}}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata: {name: web}
        roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
        subjects: [{kind: ServiceAccount, name: web}]
        ---
        {apiVersion: v1, kind: ConfigMap, metadata: \(metadata)}
        """, to: "binding.yaml")
    }
    write("{name: a}")
    #expect(run("check", "binding.yaml").output == "")
    write("{name: a, namespace: b}")
    #expect(run("check", "binding.yaml").output.contains("[missing-subject]"))
  }

  /// A suffix reaches a reference only within a namespace, and an object without one is in none.
  @Test func knowsNamesFromBeforeTheBuild() {
    func write(namespace: String) {
      directory.write(
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: obs}
        spec:
          serviceAccountName: web
          containers: [{name: web, image: "web:1"}]
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data\(namespace)}
        spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
        ---
        {apiVersion: v1, kind: ServiceAccount, metadata: {name: web\(namespace)}}
        """, to: "named/pod.yaml")
    }
    directory.write("resources: [pod.yaml]\nnameSuffix: -prod\n", to: "named/kustomization.yaml")
    write(namespace: "")
    let found = run("check", "named").output
    #expect(
      found.contains("the PersistentVolumeClaim \"data\" is not in this set [missing-claim]"), "\(found)")
    #expect(
      found.contains("hint: the build calls it \"data-prod\", but only in objects of the same namespace"))
    #expect(found.contains("[missing-service-account]"))
    write(namespace: ", namespace: obs")
    #expect(run("check", "named").output == "")
    write(namespace: ", namespace: other")
    #expect(run("check", "named").output == "")
  }

  /// What is wrong with single objects is found also where others can't be read.
  @Test func checksWhatCouldBeRead() {
    directory.write(
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: a}
      dta: {}
      ---
      apiVersion: v1
      kind: Service
      metafdata: {name: s}
      """, to: "typos.yaml")
    let result = run("check", "typos.yaml")
    #expect(result.status == 2)
    #expect(result.messages.contains("[object-without-name]"))
    #expect(result.messages.contains("[unknown-field]"), "\(result.messages)")
  }

  @Test func explainsARule() {
    let result = run("check", "--explain", "service-selects-nothing")
    #expect(result.status == 0)
    #expect(
      result.output == """
        service-selects-nothing (warning)

        A Service whose selector matches no pod template.

        It never gets endpoints: whoever connects to it waits, or is refused.

        Bad:

            selector: {app: wbe} # the pods have app: web

        Good:

            selector: {app: web}

        """)
    #expect(run("check", "--explain", "stale-output").output.hasSuffix("the sources say.\n"))
    #expect(run("check", "--explain", "nope").status == 2)
  }
}
