import Diagnostics
import Resources
import Testing
import YAML

@testable import Adoption

@Suite struct SmallestPatchTests {
  private static let kind = GroupVersionKind(apiVersion: "apps/v1", kind: "StatefulSet")

  private func node(_ text: String) throws -> Node {
    try #require(Composer.compose(text: Scalar(text), in: SourceFiles(), report: Report())?.first)
  }

  private func patch(_ old: String, _ new: String) throws -> String {
    SmallestPatch.patch(from: try node(old), to: try node(new), Self.kind).yaml
  }

  @Test func aFieldIsMerged() throws {
    #expect(try patch("{spec: {a: 1, b: 2}}", "{spec: {a: 1, b: 3}}") == "spec:\n  b: 3\n")
  }

  @Test func aFieldThatGoesIsNull() throws {
    #expect(try patch("{spec: {a: 1, b: 2}}", "{spec: {a: 1}}") == "spec:\n  b: null\n")
  }

  @Test func anEntryIsFoundByItsKey() throws {
    let old =
      "{spec: {template: {spec: {containers: [{name: a, image: x, args: [q]}, {name: b, image: y}]}}}}"
    let merged = try patch(
      old,
      "{spec: {template: {spec: {containers: [{name: a, image: x, args: [q]}, {name: b, image: z, tty: true, stdin: true}]}}}}"
    )
    #expect(
      merged == """
        spec:
          template:
            spec:
              containers:
              - image: z
                name: b
                stdin: true
                tty: true

        """)
  }

  /// Of a long list only what differs.
  @Test func anItemIsReplacedByItsPlace() throws {
    #expect(
      try patch("{spec: {list: [a, b, c, d, e, f]}}", "{spec: {list: [a, b, x, d, e, f]}}")
        == "- op: replace\n  path: /spec/list/2\n  value: x\n")
  }

  @Test func whatNoMergeGivesIsAnOperation() throws {
    #expect(
      try patch("{spec: {a: [1]}}", "{spec: {a: {b: 1}}}").hasPrefix("- op: replace\n  path: /spec/a\n"))
    #expect(try patch("{spec: {a: 1}}", "{spec: {a: 1, b: null}}").hasPrefix("- op: add\n  path: /spec/b\n"))
    #expect(try patch("{'a/b': 1}", "{'a/b': [2]}").contains("path: /a~1b\n"))
  }
}
