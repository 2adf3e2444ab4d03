import Testing

/// What configurations and transformers make of a small input.
extension SmallInputTests {
  @Test func boundsFieldsThatAreAdded() {
    write(maps: 300)
    let fields = (0..<1000).map { "- {path: spec/f\($0)}\n" }.joined()
    directory.write("commonAnnotations:\n" + fields, to: "app/fields.yaml")
    let kustomization = "resources: [maps.yaml]\nconfigurations: [fields.yaml]\ncommonAnnotations: {a: b}\n"
    #expect(build(kustomization).status == 0)
    expectTooMuch(build(kustomization, "--max-growth", "1MiB"), "app/fields.yaml:2:", "this field")
  }

  /// Each component and each base sorts out anew where transformers write.
  @Test(arguments: ["components", "resources"]) func boundsLayersThatAddFields(field: String) {
    let kind =
      field == "components" ? "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\n" : ""
    for index in 0..<20 {
      directory.write(kind + "configurations: [fields.yaml]\n", to: "c\(index)/kustomization.yaml")
      let fields = (0..<50).map { "- {path: spec/f\(index)x\($0)}\n" }.joined()
      directory.write("commonAnnotations:\n" + fields, to: "c\(index)/fields.yaml")
    }
    let kustomization = "\(field):\n" + (0..<20).map { "- ../c\($0)\n" }.joined()
    #expect(build(kustomization).status == 0)
    expectTooMuch(build(kustomization, "--max-growth", "256KiB"), "app/kustomization.yaml:", "this layer")
  }

  @Test func boundsTransformersThatLookUpNames() {
    directory.write(
      (0..<300).map {
        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d\($0)}, spec: {replicas: 1}}"
      }
      .joined(separator: "\n---\n"), to: "app/all.yaml")
    let replicas = (0..<300).map {
      "{apiVersion: builtin, kind: ReplicaCountTransformer, metadata: {name: r}, replica: {name: d\($0), count: 2}, "
        + "fieldSpecs: [{path: spec/replicas}]}"
    }
    directory.write(replicas.joined(separator: "\n---\n"), to: "app/replicas.yaml")
    let kustomization = "resources: [all.yaml]\ntransformers: [replicas.yaml]\n"
    #expect(build(kustomization).status == 0)
    expectTooMuch(
      build(kustomization, "--max-growth", "1KiB"), "app/replicas.yaml:", "this number")
  }
}
