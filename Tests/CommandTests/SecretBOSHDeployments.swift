private let marker = SecretMarker.text

/// Places in what a BOSHDeployment of a tree gets its variables and operations from, and the configuration of a plugin.
enum SecretBOSHDeployments {
  /// A group whose azs, instances, release or name a variable gives.
  private static func deployment(
    _ name: String, says: String?, zones: String = "[z1]", instances: String = "1", release: String = "web",
    group: String = "web", variables: String = "{count: 1}\n", implicit: String = marker,
    operations: String = "[]\n"
  ) -> SecretPlace {
    SecretPlace(
      "BOSHDeployment: \(name)", says: says,
      [
        ("kustomization.yaml", kustomization + (says == nil ? "" : "- topology.yaml\n")),
        ("deployment.yaml", object), ("vars.txt", variables), ("ops.txt", operations),
        ("implicit.txt", implicit), ("single.txt", marker),
        (
          "topology.yaml",
          "{apiVersion: zonal/v1alpha1, kind: Topology, metadata: {name: t}, spec: {zones: [{name: z1}]}}\n"
        ),
        (
          "manifest.yml",
          """
          name: web
          releases: [{name: web, version: 1, url: ghcr.io/cf, stemcell: {os: jammy, version: 2}}]
          instance_groups:
          - name: \(group)
            instances: \(instances)
            azs: \(zones)
            env: {bosh: {agent: {settings: {labels: {a: "((implicit))", b: "((single))"}}}}}
            jobs:
            - name: web
              release: \(release)
              properties: {quarks: {bpm: {processes: [{name: web, executable: /web}]}}}

          """
        ),
      ])
  }

  private static let kustomization = """
    configMapGenerator:
    - {name: manifest, files: [manifest=manifest.yml]}
    secretGenerator:
    - {name: vars, files: [vars=vars.txt]}
    - {name: ops, files: [ops=ops.txt]}
    - {name: var-implicit, files: [value=implicit.txt]}
    - {name: single, files: [value=single.txt]}
    resources:
    - deployment.yaml

    """

  private static let object = """
    apiVersion: quarks.cloudfoundry.org/v1alpha1
    kind: BOSHDeployment
    metadata: {name: web}
    spec:
      manifest: {type: configmap, name: manifest}
      ops: [{type: secret, name: ops}]
      vars: [{type: secret, name: vars}, {name: single, secret: single}]

    """

  static let all: [SecretPlace] = [
    deployment(
      "variables with a mistake", says: "unquoted-value", variables: "count: x: \(marker)\n"),
    deployment("variables that are a list", says: "no-vars-file", variables: "[\(marker)]\n"),
    deployment(
      "variable where a number should be", says: "wrong-type", instances: "((count))",
      variables: "{count: \(marker)}\n"),
    deployment("implicit variable where a number should be", says: "wrong-type", instances: "((implicit))"),
    deployment("implicit variable as a list of zones", says: "wrong-type", zones: "((implicit))"),
    deployment("implicit variable as a zone", says: "unknown-zone", zones: "[((implicit))]"),
    deployment("implicit variable within a zone", says: "unknown-zone", zones: "[z-((implicit))]"),
    deployment("implicit variable within a name", says: "name-changed", group: "web-((implicit))"),
    deployment("single variable as a release", says: "unknown-release", release: "((single))"),
    deployment("part of an implicit variable", says: "no-variable-key", group: "((implicit.a))"),
    deployment(
      "operation with a mistake", says: "unquoted-value",
      operations: "- type: replace\n  path: /name\n  value: x: \(marker)\n"),
    deployment(
      "operation that fails", says: "failed-operation",
      operations: "- {type: replace, path: /a/b/c, value: \(marker)}\n"),
    SecretPlace(
      "configuration of a plugin that repeats it", says: "program-failed", flags: ["--enable-alpha-plugins"],
      [
        ("kustomization.yaml", "generators: [plugin.yaml]\n"),
        (
          "plugin.yaml",
          "apiVersion: example.com/v1\nkind: Secret\nmetadata: {name: p}\nstringData: {a: \(marker)}\npassword: \(marker)\n"
        ),
      ]),
  ]
}
