import Diagnostics
import Resources
import Testing
import YAML

@Suite struct StrategicMergeTests {
  @Test func mergesMappingsFieldByField() {
    let applied = AppliedPatch("{a: {y: 3, z: 4}, c: 5}", to: "{a: {x: 1, y: 2}, b: 0}")
    #expect(applied.text == "{a: {x: 1, y: 3, z: 4}, b: 0, c: 5}")
    #expect(applied.outcome == .merged)
    #expect(applied.mistakes == [])
  }

  @Test func nullRemovesAField() {
    #expect(AppliedPatch("{a: null, b: {x: null}, gone: null}", to: "{a: 1, b: {x: 2}}").text == "{b: {}}")
  }

  @Test func nullsOfTheObjectStay() {
    #expect(AppliedPatch("{b: 1}", to: "{a: null}").text == "{a: null, b: 1}")
    #expect(AppliedPatch("{a: {x: 1}}", to: "{a: null}").text == "{a: {x: 1}}")
  }

  @Test func whatIsAddedHasNeitherNullsNorDirectives() {
    let applied = AppliedPatch(
      "{a: {$patch: replace, x: null, y: {$patch: delete}, z: {$patch: merge, v: 1}, w: {u: null}}}",
      to: "{b: 1}")
    #expect(applied.text == "{b: 1, a: {z: {v: 1}, w: {}}}")
  }

  @Test func aScalarReplacesAScalar() {
    #expect(AppliedPatch("{a: 2, b: text}", to: "{a: 1, b: true}").text == "{a: 2, b: \"text\"}")
  }

  @Test func inTheQuotesOfTheObjectAScalarIsAString() {
    #expect(AppliedPatch("{a: 2, b: true}", to: "{a: \"1\", b: 'x'}").text == "{a: \"2\", b: \"true\"}")
  }

  @Test func patchDeleteRemovesAMapping() {
    #expect(AppliedPatch("{a: {$patch: delete}}", to: "{a: {x: 1}, b: 2}").text == "{b: 2}")
  }

  @Test func patchDeleteAtTheRootDeletesTheObject() {
    #expect(AppliedPatch("{$patch: delete, kind: Pod}", to: "{kind: Pod}").outcome == .deleted)
  }

  @Test func patchReplaceReplacesAMapping() {
    #expect(AppliedPatch("{a: {$patch: replace, y: 2}}", to: "{a: {x: 1}}").text == "{a: {y: 2}}")
    #expect(AppliedPatch("{$patch: replace, y: 2}", to: "{x: 1}").text == "{y: 2}")
  }

  @Test func anObjectInAnUnknownPlaceMergesAsItsKindDoes() {
    let target = "{spec: {object: {apiVersion: v1, kind: Pod, spec: {containers: [{name: a, image: b}]}}}}"
    let patch = "{spec: {object: {spec: {containers: [{name: a, tty: true}]}}}}"
    let applied = AppliedPatch(patch, to: target, kind: "example.com/v1/Bundle")
    let containers = applied.object.at("spec", "object", "spec", "containers")
    #expect(containers.map(Flow.write) == "[{name: \"a\", image: \"b\", tty: true}]")
  }

  @Test func whatThePatchBringsKeepsItsPositions() {
    let applied = AppliedPatch("\n\na: {x: 1}\nb:\n  y: 2", to: "a: {x: 0}\nc: 3")
    #expect(applied.object.at("a", "x")?.position == Position(file: 1, line: 3, column: 8))
    #expect(applied.object.at("b", "y")?.position.line == 5)
    #expect(applied.object["b"]?.position.line == 5)
    #expect(applied.object["c"]?.position.line == 2)
  }

  @Test func keysAreComparedByTheirBytes() {
    let applied = AppliedPatch("{\"e\\u0301\": 2}", to: "{\"\\u00e9\": 1}")
    #expect(applied.object.mapping?.pairs.count == 2)
  }
}

@Suite struct StrategicMergeMistakeTests {
  @Test(arguments: [
    ("{a: {x: 1}}", "{a: [1]}", "\"a\" is a mapping in the patch, but a sequence in the object"),
    ("{a: [1]}", "{a: {x: 1}}", "\"a\" is a sequence in the patch, but a mapping in the object"),
    ("{a: 1}", "{a: {x: 1}}", "\"a\" is a number in the patch, but a mapping in the object"),
    ("{a: {}}", "{a: text}", "\"a\" is a mapping in the patch, but a string in the object"),
    ("{a: []}", "{a: text}", "\"a\" is a sequence in the patch, but a string in the object"),
  ])
  func refusesAnotherKindOfValue(patch: String, target: String, summary: String) {
    let applied = AppliedPatch(patch, to: target)
    #expect(applied.mistakes == ["patch-type-mismatch"])
    #expect(applied.report.diagnostics.first?.summary == summary)
  }

  @Test func namesTheWayToTheMistake() {
    let applied = AppliedPatch(
      "{spec: {containers: [{name: web, env: [{name: A, value: {x: 1}}]}]}}",
      to: "{spec: {containers: [{name: web, env: [{name: A, value: b}]}]}}")
    #expect(
      applied.report.diagnostics.first?.summary
        == "\"spec.containers[web].env[A].value\" is a mapping in the patch, but a string in the object")
  }

  @Test func reportsEveryMistakeAtItsPlace() {
    let applied = AppliedPatch("a: {$patch: replase}\nb: [1]\nc: 3", to: "{a: {x: 1}, b: {y: 2}}")
    #expect(applied.mistakes == ["unknown-patch-directive", "patch-type-mismatch"])
    #expect(applied.report.diagnostics.map(\.position?.line) == [1, 2])
    #expect(applied.report.diagnostics.first?.hint == "did you mean \"replace\"?")
    #expect(applied.object["c"]?.text == "3")
  }

  @Test(arguments: ["{a: {$patch: null}}", "{a: {$patch: {x: 1}}}", "{$patch: Delete}"])
  func refusesAnUnknownDirective(patch: String) {
    #expect(AppliedPatch(patch, to: "{a: {b: c}}").mistakes == ["unknown-patch-directive"])
    #expect(AppliedPatch(patch, to: "{b: c}").mistakes == ["unknown-patch-directive"])
  }

  @Test(arguments: ["[a]", "text", "null"])
  func refusesAPatchThatIsNoMapping(patch: String) {
    let applied = AppliedPatch(patch, to: "{a: 1}")
    #expect(applied.mistakes == ["patch-not-a-mapping"])
    #expect(applied.text == "{a: 1}")
  }
}
