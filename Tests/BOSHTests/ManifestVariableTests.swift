import Diagnostics
import Testing
import YAML

@testable import BOSH

struct ManifestVariableTests {
  @Test(arguments: [
    ("((a))", ["a"]), ("x((a.b))y((/c/d-1))", ["a.b", "/c/d-1"]), ("((!a))", []), ("(((a)))", ["a"]),
    ("$((1 + 2))", []), ("((a)", []), ("((", []), ("(())", []), ("((é))", ["é"]),
  ])
  func `Names stand between double parentheses`(text: String, names: [String]) {
    #expect(UnresolvedVariables.names(in: text) == names)
  }

  @Test func `Each variable is told of once`() throws {
    let file = SourceFile(
      path: "manifest.yml", bytes: Array("a: ((x))\nb: [y-((x)), \"((z))\"]\n((k)): 1\n".utf8))
    let report = Report()
    let document = try #require(Composer.compose(file, index: 1, report: report)?.first)
    UnresolvedVariables.check(document, report)
    #expect(
      report.diagnostics.map(\.summary) == ["x", "z", "k"].map { "the variable \"\($0)\" has no value" })
    #expect(report.diagnostics.map(\.position?.line) == [1, 2, 3])
    #expect(report.diagnostics.first?.notes.map(\.text) == ["it is used in 1 more place"])
  }
}
