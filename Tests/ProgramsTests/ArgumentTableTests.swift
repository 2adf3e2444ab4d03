import Diagnostics
import Machine
import Testing
import YAML

@testable import Programs

/// Plants what would be an option in every field of every table whose values become arguments.
@Suite struct ArgumentTableTests {
  private static let evil = "--post-renderer=./evil.sh"

  /// Fields that become no argument: they have no effect, or are what the program itself is given to read.
  private static let harmless = ["chartRepoName", "helmBin", "extraArgs", "apiVersion", "kind"]

  /// What a field says with the option in it, in every place that it has for one.
  private func plant(_ type: ShapeType) -> Node? {
    switch type {
    case .string, .text, .choice: .string(Self.evil)
    case .matching(_, let inner), .named(_, let inner): plant(inner)
    case .list(let inner, _): plant(inner).map { .sequence([$0]) }
    // Objects are tables of their own.
    case .object, .oneOf, .integer, .boolean, .any, .map: nil
    }
  }

  private func check<Owner>(_ schema: Schema<Owner>) -> [String] {
    var planted: [String] = []
    for field in schema.fields where !Self.harmless.contains(field.name) {
      guard let node = plant(field.description.type) else { continue }
      let report = Report()
      _ = schema.decode(
        .mapping(Mapping([.init(key: Scalar(field.name), value: node)])), Reader(report: report))
      let ids = report.diagnostics.map(\.id)
      #expect(
        ids.contains("value-as-option") || ids.contains("unknown-value"), "\(schema.name): \(field.name)")
      planted.append(field.name)
    }
    return planted
  }

  @Test func helm() {
    #expect(
      check(HelmChart.schema) == [
        "name", "version", "digest", "repo", "releaseName", "namespace", "valuesFile",
        "additionalValuesFiles",
        "valuesMerge", "apiVersions", "kubeVersion", "nameTemplate",
      ])
    #expect(check(HelmChart.configurationSchema).suffix(2) == ["chartHome", "configHome"])
    #expect(check(HelmGlobals.schema) == ["chartHome", "configHome"])
    #expect(
      check(HelmInflation.schema) == [
        "chartName", "chartVersion", "chartRepoUrl", "chartHome", "helmHome", "values", "valuesMerge",
        "releaseName", "releaseNamespace",
      ])
  }

  @Test func docker() {
    #expect(check(FunctionSpec.Container.schema) == ["image", "envs"])
    #expect(check(ContainerMount.schema) == ["type", "src", "dst"])
  }

  @Test(arguments: ["/v,source=/", "/v\"x", "/v\nsource=/"])
  func aMountIsOneMount(_ value: String) {
    for name in ["src", "dst"] {
      let report = Report()
      let mount = Node.mapping(["type": "bind", name: .string(value)])
      _ = ContainerMount.schema.decode(mount, Reader(report: report))
      #expect(report.diagnostics.map(\.id) == ["value-as-list"])
    }
  }

  @Test func usualMountsStay() {
    let report = Report()
    let mount = ContainerMount.schema.decode(
      .mapping(["type": "bind", "src": "a=b 'c'", "dst": "/v:w"]), Reader(report: report))
    #expect(report.diagnostics.isEmpty)
    #expect(mount?.argument(seenFrom: "/l") == "type=bind,source=/l/a=b 'c',target=/v:w,readonly")
  }
}
