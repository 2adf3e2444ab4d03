import Testing

/// Small BOSH manifests and deployments of which much would be made.
@Suite struct SmallDeploymentTests {
  private let directory = TemporaryDirectory()

  private func zonal(_ arguments: String...) -> Program.Result {
    Program.run(arguments, directory: directory.path)
  }

  private func write(deployments count: Int, maps: Int = 0) {
    let deployments = (0..<count).map {
      """
      apiVersion: quarks.cloudfoundry.org/v1alpha1
      kind: BOSHDeployment
      metadata: {name: d\($0), namespace: n\($0)}
      spec: {manifest: {type: configmap, name: m}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: m, namespace: n\($0)}
      data:
        manifest: |
          {name: d, instance_groups: []}

      """
    }
    let others = (0..<maps).map { "{apiVersion: v1, kind: ConfigMap, metadata: {name: x\($0)}}\n" }
    directory.write((deployments + others).joined(separator: "---\n"), to: "app/all.yaml")
    directory.write("resources: [all.yaml]\n", to: "app/kustomization.yaml")
  }

  @Test func boundsDeploymentsAmongManyObjects() {
    write(deployments: 100, maps: 2000)
    #expect(zonal("build", "app").status == 0)
    let refused = zonal("build", "app", "--max-growth", "1MiB")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[too-much-growth]"))
    #expect(refused.messages.contains("app/all.yaml:"))
    write(deployments: 5)
    #expect(zonal("build", "app", "--max-growth", "1KiB").status == 0)
  }

  @Test func boundsGroupsOfAManifest() {
    func write(groups: Int) {
      let list = (0..<groups).map { "{name: g\($0), instances: 0, jobs: []}" }.joined(separator: ", ")
      directory.write("name: d\ninstance_groups: [\(list)]\n", to: "manifest.yml")
    }
    write(groups: 300)
    let refused = zonal("build", "--bosh", "manifest.yml", "--max-growth", "1MiB")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[too-much-growth]"))
    #expect(refused.messages.contains("manifest.yml:1:7"))
    #expect(!zonal("build", "--bosh", "manifest.yml").messages.contains("[too-much-growth]"))
  }

  @Test func boundsReferencesIntoLargeVariables() {
    let references = (0..<500).map { "((x.k\($0)))" }.joined(separator: ", ")
    directory.write("a: [\(references)]\n", to: "manifest.yml")
    directory.write("x: {\((0..<500).map { "k\($0): v" }.joined(separator: ", "))}\n", to: "values.yml")
    #expect(zonal("interpolate", "manifest.yml", "-l", "values.yml").status == 0)
    let refused = zonal("interpolate", "manifest.yml", "-l", "values.yml", "--max-growth", "1KiB")
    #expect(refused.status == 2)
    #expect(refused.messages.contains("[too-much-growth]"))
    #expect(refused.messages.contains("manifest.yml:1:"))
  }
}
