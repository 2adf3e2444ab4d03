import Diagnostics
import Machine
import Pipeline
import Testing
import YAML

/// Gives every list of `functions/` to the function, and compares what comes of it; `RECORD=1` writes the expectations anew.
@Suite struct FunctionTests {
  @Test(arguments: FunctionCase.all) func expands(_ golden: FunctionCase) throws {
    try golden.run().check(in: golden.folder)
  }

  @Test(arguments: FunctionCase.all) func errorsHavePositionAndHint(_ golden: FunctionCase) {
    golden.run().checkMessages()
  }

  /// Who goes on all the same has what there was.
  @Test(arguments: FunctionCase.all) func itemsStayWhereSomethingIsWrong(_ golden: FunctionCase) throws {
    let result = golden.run()
    guard isFailure(result), let list = result.manifest else { return }
    let given = try #require(document(golden.input))
    let got = try #require(document(list))
    #expect(got["items"].map { $0.sameData(as: given["items"] ?? .null) } ?? false)
    #expect(got["results"]?.items?.contains { $0["severity"]?.text == "error" } ?? false)
  }

  /// As the specification says of a result, and no two objects in one place of a package.
  @Test(arguments: FunctionCase.all) func listsAreAsSpecified(_ golden: FunctionCase) throws {
    guard let list = golden.run().manifest.flatMap(document) else { return }
    for result in list["results"]?.items ?? [] {
      #expect(result["message"]?.string?.isEmpty == false)
      #expect(["error", "warning", "info"].contains(result["severity"]?.text))
      if result["field"] != nil { #expect(result["resourceRef"] != nil) }
      for field in ["apiVersion", "kind", "name"] where result["resourceRef"] != nil {
        #expect(result["resourceRef"]?[field]?.string?.isEmpty == false)
      }
      #expect(result["tags"]?.mapping?.pairs.allSatisfy { $0.value.string != nil } ?? true)
    }
    let places = (list["items"]?.items ?? []).compactMap { item -> String? in
      let annotations = item.at("metadata", "annotations")
      let path = annotations?["internal.config.kubernetes.io/path"]?.text
      return path.map { "\($0) \(annotations?["internal.config.kubernetes.io/index"]?.text ?? "0")" }
    }
    #expect(Set(places).count == places.count)
  }

  @Test func resultsHoldNoValueOfASecret() throws {
    let golden = try #require(FunctionCase.all.first { $0.name == "secrets-stay-secret" })
    let result = golden.run()
    let list = try #require(result.manifest)
    #expect(golden.input.contains("hunter") && list.hasPrefix(golden.input))
    #expect(!list.dropFirst(golden.input.count).contains("hunter"))
    #expect(result.messages?.contains("hunter") == false)
  }

  @Test func ofVeryManyMistakesTheFirstAreResults() throws {
    let scratch = try TemporaryDirectory()
    defer { scratch.remove() }
    let fields = (0..<20_000).map { "    field\($0): 1\n" }.joined()
    let group =
      "- apiVersion: zonal/v1alpha1\n  kind: InstanceGroup\n  metadata: {name: a}\n  spec:\n" + fields
    let list = "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n" + group
    try scratch.write([("list.yaml", Array(list.utf8))])
    let function = ListFunction(
      FilePath.join(scratch.path, "list.yaml"), maxFileSize: InputLimits.fileSize,
      maxGrowth: InputLimits.growth)
    let results = try #require(document(function.list.text)?["results"]?.items)
    #expect(results.count < 60)
    #expect(results.contains { $0["message"]?.text?.contains(" more of this kind") ?? false })
  }

  @Test func aListWithNothingToExpandKeepsItsBytes() throws {
    let golden = try #require(FunctionCase.all.first { $0.name == "nothing-to-expand" })
    #expect(golden.run().manifest == golden.input)
  }

  @Test func atLeastHalfOfTheCasesAreErrors() {
    let failing = FunctionCase.all.count { isFailure($0.run()) }
    #expect(failing >= 15)
    #expect(failing * 2 >= FunctionCase.all.count)
  }

  private func isFailure(_ result: GoldenResult) -> Bool { result.messages?.contains("error: ") ?? false }

  private func document(_ text: String) -> Node? {
    Composer.compose(SourceFile(path: "", bytes: Array(text.utf8)), index: 0, report: Report())?.first
  }
}
