import Diagnostics
import Machine
import Pipeline
import Testing
import YAML

/// Over the objects of a layer that only names files, the function gives what a build gives.
@Suite struct FunctionAgreementTests {
  /// A case whose kustomization holds nothing but files, with groups among them.
  struct Plain: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: String
    let objects: [Node]

    var testDescription: String { name }

    init?(_ golden: GoldenCase) {
      let input = FilePath.join(golden.folder, "input")
      guard let expected = content(of: "expected.yaml", in: golden.folder),
        content(of: "options", in: golden.folder) == nil,
        let root = content(of: "kustomization.yaml", in: input).flatMap(documents)?.first?.mapping,
        root.pairs.allSatisfy({ ["apiVersion", "kind", "resources"].contains($0.key.text) })
      else { return nil }
      let texts = (root["resources"]?.items ?? []).map { content(of: $0.text ?? "", in: input) }
      let objects = texts.flatMap { $0.flatMap(documents) ?? [] }
      guard !texts.contains(nil), objects.contains(where: { $0["apiVersion"]?.text == "zonal/v1alpha1" }),
        objects.allSatisfy({ $0["kind"]?.text?.hasSuffix("List") == false })
      else { return nil }
      (name, self.expected, self.objects) = (golden.name, expected, objects)
    }
  }

  private static let cases = GoldenCase.all.compactMap(Plain.init)

  @Test func thereAreMany() {
    #expect(Self.cases.count >= 40)
  }

  @Test(arguments: cases) func theFunctionGivesWhatABuildGives(_ plain: Plain) throws {
    let list = Node.mapping([
      "apiVersion": "config.kubernetes.io/v1", "kind": "ResourceList", "items": .sequence(plain.objects),
      "functionConfig": .mapping([
        "apiVersion": "v1", "kind": "ConfigMap", "metadata": .mapping(["name": "f"]),
        "data": .mapping(["check": .string("false")]),
      ]),
    ])
    let scratch = try TemporaryDirectory()
    defer { scratch.remove() }
    try scratch.write([("list.yaml", Array(list.yaml.utf8))])
    let function = ListFunction(
      FilePath.join(scratch.path, "list.yaml"), maxFileSize: InputLimits.fileSize,
      maxGrowth: InputLimits.growth)
    let items = documents(function.list.text)?.first?["items"]?.items
    let expected = try #require(documents(plain.expected))
    #expect(items?.map(\.yaml).sorted() == expected.map(\.yaml).sorted())
  }
}

private func documents(_ text: String) -> [Node]? {
  Composer.compose(SourceFile(path: "", bytes: Array(text.utf8)), index: 0, report: Report())
}
