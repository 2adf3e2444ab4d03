import Diagnostics
import Resources
import Testing
import YAML

/// Types and nulls that come of how a value was written, as in kustomize.
@Suite struct StrategicMergeStyleTests {
  @Test func aNumberInThePlaceOfQuotedTextIsText() {
    #expect(AppliedPatch("{spec: {p: 8080}}", to: "{spec: {p: \"http\"}}").text == "{spec: {p: \"8080\"}}")
    #expect(AppliedPatch("{spec: {p: 8080}}", to: "{spec: {p: http}}").text == "{spec: {p: 8080}}")
  }

  @Test func quotesOfAPatchDoNotStay() {
    let once = AppliedPatch("{spec: {p: \"http\", q: \"80\"}}", to: "{spec: {p: 1, q: 1}}")
    #expect(once.text == "{spec: {p: \"http\", q: \"80\"}}")
    var object = once.object
    let outcome = StrategicMerge(report: once.report).apply(
      Flow.read("{spec: {p: 8080, q: 90}}"), to: &object,
      gvk: GroupVersionKind(apiVersion: "v1", kind: "Pod"))
    #expect(outcome == .merged)
    #expect(Flow.write(object) == "{spec: {p: 8080, q: 90}}")
  }

  @Test func blankNullsGoWithAnyPatch() {
    let target =
      "spec:\n  a:\n  b: null\n  c: ~\n  d: {e: {f: }}\n  l: [{m: }]\n  containers: [{name: x, y: }]\n"
    #expect(
      AppliedPatch("{metadata: {labels: {x: y}}}", to: target).object["spec"].map(Flow.write)
        == "{b: null, c: ~, d: {e: {}}, l: [{m: }], containers: [{name: \"x\"}]}")
  }
}

/// What `--compat` takes over, step by step.
@Suite struct KustomizeMergeTests {
  private func merged(_ patch: String, _ target: String) -> String {
    var object = Flow.read(target)
    _ = StrategicMerge(report: Report(), isCompatible: true).apply(
      Flow.read(patch), to: &object, gvk: GroupVersionKind(apiVersion: "v1", kind: "Pod"))
    return Flow.write(object)
  }

  @Test func entriesThatAreTheSameForTheirKeyAreLost() {
    #expect(
      merged("{metadata: {labels: {a: b}}}", "{spec: {volumes: [{name: v, x: 1}, {name: v, y: 2}]}}")
        == Flow.normalized("{spec: {volumes: [{name: v, y: 2}]}, metadata: {labels: {a: b}}}"))
  }

  @Test func anEntryToReplaceStays() {
    #expect(
      merged("{spec: {volumes: [{name: v, $patch: replace}]}}", "{spec: {volumes: [{name: v, x: 1}]}}")
        == Flow.normalized("{spec: {volumes: [{name: v, x: 1}]}}"))
  }

  @Test func anEntryWithoutKeyTakesTheOthersAway() {
    #expect(
      merged("{spec: {volumes: [{x: 1}]}}", "{spec: {volumes: [{name: v}, {name: w}]}}")
        == "{spec: {volumes: []}}")
  }

  @Test func directivesThatKustomizeDoesNotKnowStay() {
    #expect(
      merged("{spec: {$retainKeys: [a], a: 1}}", "{spec: {b: 1}}")
        == "{spec: {b: 1, $retainKeys: [\"a\"], a: 1}}")
  }

  @Test func aPatchThatReplacesTheObjectHasNoEffect() {
    #expect(merged("{$patch: replace, a: 1}", "{b: 1}") == "{b: 1}")
  }
}
