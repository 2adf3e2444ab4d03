import Diagnostics
import Resources
import Testing
import YAML

@Suite struct StrategicMergeDirectiveTests {
  @Test func retainKeysRemovesTheOthers() {
    let applied = AppliedPatch(
      "{spec: {strategy: {$retainKeys: [type], type: Recreate}}}",
      to: "{spec: {strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1}}}}",
      kind: "apps/v1/Deployment")
    #expect(applied.text == "{spec: {strategy: {type: \"Recreate\"}}}")
  }

  @Test func retainKeysLeavesNoTraceInWhatIsAdded() {
    #expect(AppliedPatch("{a: {$retainKeys: [x], x: 1}}", to: "{}").text == "{a: {x: 1}}")
  }

  @Test func warnsOfAKeyThatIsNotRetained() {
    let applied = AppliedPatch("{a: {$retainKeys: [x], x: 1, y: 2, z: null}}", to: "{a: {z: 3}}")
    #expect(applied.mistakes == ["key-not-retained"])
    #expect(applied.text == "{a: {x: 1, y: 2}}")
    #expect(applied.report.diagnostics.first?.summary.contains("\"y\"") == true)
  }

  @Test func deletesFromASetOfScalars() {
    let applied = AppliedPatch(
      "{metadata: {$deleteFromPrimitiveList/finalizers: [b], finalizers: [d]}}",
      to: "{metadata: {finalizers: [a, b, c]}}")
    #expect(applied.text == Flow.normalized("{metadata: {finalizers: [d, a, c]}}"))
  }

  @Test func deletingFromNoListDoesNothing() {
    #expect(AppliedPatch("{$deleteFromPrimitiveList/x: [b]}", to: "{a: 1}").text == "{a: 1}")
  }

  @Test func ordersTheEntriesOfAList() {
    let applied = AppliedPatch(
      "{spec: {$setElementOrder/containers: [{name: b}, {name: new}, {name: a}], containers: [{name: new}]}}",
      to: "{spec: {containers: [{name: a}, {name: b}]}}")
    #expect(applied.text == Flow.normalized("{spec: {containers: [{name: b}, {name: new}, {name: a}]}}"))
  }

  @Test func entriesThatTheOrderLeavesOutStayBeforeThoseTheyStoodBefore() {
    let applied = AppliedPatch(
      "{spec: {$setElementOrder/containers: [{name: d}, {name: b}]}}",
      to: "{spec: {containers: [{name: a}, {name: b}, {name: c}, {name: d}, {name: e}]}}")
    let names = applied.object.at("spec", "containers")?.items?.compactMap { $0["name"]?.text }
    #expect(names == ["a", "c", "d", "b", "e"])
  }

  @Test func ordersScalarsToo() {
    let applied = AppliedPatch(
      "{metadata: {$setElementOrder/finalizers: [c, a], finalizers: [a]}}",
      to: "{metadata: {finalizers: [a, c]}}")
    #expect(applied.text == Flow.normalized("{metadata: {finalizers: [c, a]}}"))
  }

  @Test func refusesToOrderAListThatIsReplaced() {
    #expect(
      AppliedPatch("{$setElementOrder/args: [a]}", to: "{args: [a]}").mistakes == ["list-without-merge-key"])
  }

  @Test(arguments: ["$retainKeys", "$deleteFromPrimitiveList/a", "$setElementOrder/a"])
  func directivesNeedASequence(directive: String) {
    let applied = AppliedPatch("{m: {\(directive): x}}", to: "{m: {a: [1]}}")
    #expect(applied.mistakes == ["wrong-type"])
    #expect(applied.text == "{m: {a: [1]}}")
  }

  @Test func otherKeysWithADollarAreFields() {
    #expect(AppliedPatch("{$schema: x, $patches: y}", to: "{}").text == "{$schema: \"x\", $patches: \"y\"}")
  }
}
