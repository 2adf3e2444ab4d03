import Resources
import Testing
import YAML

@Suite struct FieldPathTests {
  @Test func readsEscapedSlashes() {
    #expect(
      FieldPath(#"metadata/annotations/a.b\/c"#).segments.map(\.name) == ["metadata", "annotations", "a.b/c"])
    #expect(FieldPath("/spec/replicas").segments.map(\.name) == ["spec", "replicas"])
    #expect(FieldPath(#"a\/b\/c/d\"#).segments.map(\.name) == ["a/b/c", #"d\"#])
    #expect(FieldPath("spec/containers[]/image").segments[1].isSequence)
  }

  @Test func fansOutOverSequences() throws {
    var node: Node = .mapping(["items": .sequence([.mapping(["a": 1]), .mapping(["a": 2])])])
    try FieldPath("items/a").visit(&node) { $0 = "x" }
    #expect(node["items"]?.items?.map { $0["a"]?.string } == ["x", "x"])
  }

  @Test func createsWhatIsMissing() throws {
    var node: Node = .mapping(["metadata": .null])
    try FieldPath("metadata/labels").visit(&node, creating: .mapping) { labels in
      _ = labels.changeMapping { $0["a"] = "b" }
    }
    #expect(node.at("metadata", "labels", "a")?.string == "b")
  }

  @Test func createsNothingBelowASequence() throws {
    var node: Node = .mapping(["spec": .mapping([:])])
    try FieldPath("spec/containers[]/image").visit(&node, creating: .scalar) { $0 = "x" }
    #expect(node["spec"]?.mapping?.isEmpty == true)
  }

  @Test func saysWhereAPathMeetsAScalar() {
    var node: Node = .mapping(["spec": "text"])
    #expect(throws: FieldMismatch.self) { try FieldPath("spec/replicas").visit(&node) { $0 = 1 } }
  }
}
