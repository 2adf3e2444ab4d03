import Diagnostics
import Testing
import YAML

@testable import Transforms

/// Paths of vars and of replacements are one language; only what kustomize reads in different ways differs.
@Suite struct ValuePathTests {
  private static func steps(_ text: String, _ dialect: ValuePath.Dialect) -> [ValuePath.Step]? {
    ValuePath(Located(text, Position.none), dialect, Report())?.steps
  }

  @Test(arguments: [
    ("metadata.name", [ValuePath.Step.field("metadata"), .field("name")]),
    (".spec.replicas", [.field("spec"), .field("replicas")]),
    ("spec.ports.0.port", [.field("spec"), .field("ports"), .index(0), .field("port")]),
    ("spec.ports.-.port", [.field("spec"), .field("ports"), .field("-"), .field("port")]),
    (
      "spec.ports.[name=http].port",
      [.field("spec"), .field("ports"), .item(key: "name", value: "http"), .field("port")]
    ),
    ("args.[=--v=1.5]", [.field("args"), .item(key: "", value: "--v=1.5")]),
    (#"data.server\.host"#, [.field("data"), .field("server.host")]),
    ("data.[server.host]", [.field("data"), .field("server.host")]),
    ("spec.*", [.field("spec"), .every]),
  ])
  func readAlike(text: String, steps: [ValuePath.Step]) {
    for dialect in [ValuePath.Dialect.source, .target, .variable] {
      #expect(Self.steps(text, dialect) == steps)
    }
  }

  @Test func onlyVarsHaveBracketsBehindAKey() {
    let indexed = "spec.ports[0].port"
    #expect(Self.steps(indexed, .variable) == [.field("spec"), .field("ports"), .index(0), .field("port")])
    #expect(Self.steps(indexed, .source) == [.field("spec"), .field("ports[0]"), .field("port")])
    #expect(
      Self.steps("ports[name=a.b].port", .variable)
        == [.field("ports"), .item(key: "name", value: "a.b"), .field("port")])
    #expect(Self.steps("ports.[0]", .variable) == [.field("ports"), .index(0)])
    #expect(Self.steps("ports.[0]", .source) == nil)
  }

  @Test func onlyTargetsMindGaps() {
    #expect(Self.steps("a..b", .variable) == [.field("a"), .field("b")])
    #expect(Self.steps("a..b", .source) == [.field("a"), .field("b")])
    #expect(Self.steps("a..b", .target) == nil)
  }

  @Test(arguments: ["data.[key]", "data.[]"]) func bracketsNeedMoreThanAName(text: String) {
    for dialect in [ValuePath.Dialect.source, .target, .variable] {
      #expect(Self.steps(text, dialect) == nil)
    }
  }
}
