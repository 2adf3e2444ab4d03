import Diagnostics
import Resources
import Testing
import YAML

/// A JSON patch applied to an object, both written as YAML.
private struct AppliedJSONPatch {
  let object: Node
  let succeeded: Bool
  let report = Report()

  init(_ patch: String, to target: String) {
    var object = Flow.read(target)
    let patch = JSONPatch.decode(Flow.read(patch), report: report)
    succeeded = patch?.apply(to: &object, report: report, describing: "Pod \"web\"") ?? false
    self.object = object
  }

  var text: String? { succeeded ? Flow.write(object) : nil }
  var mistake: Diagnostic? { report.diagnostics.first }
}

@Suite struct JSONPatchTests {
  private func result(_ patch: String, _ target: String) -> String? {
    AppliedJSONPatch("[\(patch)]", to: target).text
  }

  @Test func addPutsAFieldOrReplacesIt() {
    #expect(result("{op: add, path: /b, value: 2}", "{a: 1}") == "{a: 1, b: 2}")
    #expect(result("{op: add, path: /a, value: {x: 2}}", "{a: 1, b: 3}") == "{a: {x: 2}, b: 3}")
    #expect(result("{op: add, path: /a, value: null}", "{a: 1}") == "{a: null}")
  }

  @Test func addInsertsIntoAList() {
    #expect(result("{op: add, path: /l/0, value: 0}", "{l: [1, 2]}") == "{l: [0, 1, 2]}")
    #expect(result("{op: add, path: /l/2, value: 3}", "{l: [1, 2]}") == "{l: [1, 2, 3]}")
    #expect(result("{op: add, path: /l/-, value: 3}", "{l: [1, 2]}") == "{l: [1, 2, 3]}")
  }

  @Test func removeTakesAFieldOrAnEntry() {
    #expect(result("{op: remove, path: /a/x}", "{a: {x: 1, y: 2}}") == "{a: {y: 2}}")
    #expect(result("{op: remove, path: /l/1}", "{l: [1, 2, 3]}") == "{l: [1, 3]}")
  }

  @Test func replaceKeepsThePlace() {
    #expect(result("{op: replace, path: /a, value: [x]}", "{a: 1, b: 2}") == "{a: [\"x\"], b: 2}")
    #expect(result("{op: replace, path: /l/0, value: 9}", "{l: [1, 2]}") == "{l: [9, 2]}")
  }

  @Test func entriesAreAlsoCountedFromTheEnd() {
    #expect(result("{op: remove, path: /l/-1}", "{l: [1, 2, 3]}") == "{l: [1, 2]}")
    #expect(result("{op: replace, path: /l/-2/x, value: 9}", "{l: [{x: 1}, 2]}") == "{l: [{x: 9}, 2]}")
    #expect(result("{op: copy, from: /l/-1, path: /a}", "{l: [1, 2]}") == "{l: [1, 2], a: 2}")
  }

  @Test func replaceAddsAFieldThatIsMissing() {
    let applied = AppliedJSONPatch("[{op: replace, path: /a/repliacs, value: 3}]", to: "{a: {replicas: 2}}")
    #expect(applied.text == "{a: {replicas: 2, repliacs: 3}}")
    #expect(applied.mistake?.id == "patch-replaces-nothing")
    #expect(applied.mistake?.hint == "did you mean \"replicas\"?")
    #expect(!applied.report.hasErrors)
  }

  @Test func theWholeObjectCanBeReplaced() {
    #expect(result("{op: replace, path: '', value: {b: 2}}", "{a: 1}") == "{b: 2}")
    #expect(result("{op: add, path: '', value: [1]}", "{a: 1}") == "[1]")
  }

  @Test func moveAndCopyTakeFromElsewhere() {
    #expect(result("{op: move, from: /a/x, path: /b}", "{a: {x: [1]}}") == "{a: {}, b: [1]}")
    #expect(result("{op: move, from: /l/2, path: /l/0}", "{l: [1, 2, 3]}") == "{l: [3, 1, 2]}")
    #expect(result("{op: copy, from: /a, path: /a/x}", "{a: {y: 1}}") == "{a: {y: 1, x: {y: 1}}}")
    #expect(result("{op: move, from: /a, path: /a}", "{a: 1}") == "{a: 1}")
  }

  @Test func escapesStandForSlashAndTilde() {
    #expect(result("{op: remove, path: /a~1b}", "{a/b: 1, c: 2}") == "{c: 2}")
    #expect(result("{op: remove, path: /~01}", "{~1: 1, c: 2}") == "{c: 2}")
    #expect(result("{op: remove, path: /a~b~}", "{a~b~: 1, c: 2}") == "{c: 2}")
    #expect(result("{op: remove, path: /}", "{'': 1, c: 2}") == "{c: 2}")
  }

  @Test func operationsSeeWhatTheOnesBeforeDid() {
    #expect(
      result(
        "{op: add, path: /l, value: []}, {op: add, path: /l/-, value: 1}, {op: test, path: /l/0, value: 1}",
        "{}")
        == "{l: [1]}")
  }

  @Test func aFieldThatIsMissingIsNullForATest() {
    #expect(result("{op: test, path: /b, value: null}", "{a: 1}") != nil)
    #expect(result("{op: test, path: /a, value: null}", "{a: null}") != nil)
    #expect(result("{op: test, path: /a, value: null}", "{a: 1}") == nil)
    #expect(result("{op: test, path: /b/c, value: null}", "{a: 1}") == nil)
    #expect(result("{op: test, path: /b, value: 1}", "{a: 1}") == nil)
  }

  @Test func aValueKeepsThePositionInThePatch() {
    let applied = AppliedJSONPatch("\n- op: add\n  path: /a\n  value: {x: 1}", to: "{b: 1}")
    #expect(applied.object.at("a", "x")?.position == Position(file: 1, line: 4, column: 14))
  }
}

@Suite struct JSONPatchMistakeTests {
  private func mistake(_ operation: String, _ target: String) -> Diagnostic? {
    let applied = AppliedJSONPatch("[\(operation)]", to: target)
    #expect(!applied.succeeded)
    #expect(applied.report.diagnostics.count == 1)
    return applied.mistake
  }

  @Test func namesThePlaceWhereThePathEnds() {
    let mistake = mistake("{op: remove, path: /spec/replica}", "{spec: {replicas: 2}}")
    #expect(mistake?.id == "patch-path-not-found")
    #expect(
      mistake?.summary == "can't remove \"/spec/replica\" in Pod \"web\": \"/spec\" has no \"replica\"")
    #expect(mistake?.hint == "did you mean \"replicas\"?")
  }

  @Test func listsTheKeysThatAreThere() {
    #expect(mistake("{op: remove, path: /zzz/y}", "{a: 1, b: 2}")?.hint == "it has a, b")
  }

  @Test func objectsAreNotMadeOnTheWay() {
    #expect(mistake("{op: add, path: /a/b, value: 1}", "{}")?.id == "patch-path-not-found")
  }

  @Test func saysHowLongTheListIs() {
    let add = mistake("{op: add, path: /l/3, value: 1}", "{l: [1, 2]}")
    #expect(add?.summary.hasSuffix("\"/l\" has no entry 3: it has 2 entries") == true)
    let remove = mistake("{op: remove, path: /l/1}", "{l: [1]}")
    #expect(remove?.summary.hasSuffix("\"/l\" has no entry 1: it has 1 entry") == true)
  }

  @Test(arguments: ["-3", "-0", "01", "00", "1e0", "x", "", "1.0", "+1", "٣", "99999999999999999999"])
  func refusesWhatIsNoIndex(token: String) {
    #expect(mistake("{op: add, path: /l/\(token), value: 0}", "{l: [1, 2]}")?.id == "patch-path-not-found")
    #expect(mistake("{op: test, path: /l/\(token), value: 1}", "{l: [1, 2]}")?.id == "patch-path-not-found")
  }

  @Test func nothingIsInsertedBeforeTheStart() {
    #expect(mistake("{op: add, path: /l/-1, value: 0}", "{l: [1, 2]}")?.hint?.contains("\"-\" adds") == true)
  }

  @Test func theEndOfAListIsOnlyForAdd() {
    for operation in ["{op: remove, path: /l/-}", "{op: replace, path: /l/-, value: 1}"] {
      #expect(mistake(operation, "{l: [1]}")?.hint?.contains("only \"add\"") == true)
    }
  }

  @Test func aScalarHasNoFields() {
    #expect(
      mistake("{op: add, path: /a/b, value: 1}", "{a: text}")?.summary.hasSuffix(
        "\"/a\" is a string, so it can't have \"b\"") == true)
  }

  @Test func refusesAMoveIntoItself() {
    #expect(mistake("{op: move, from: /a, path: /a/b}", "{a: {b: 1}}")?.id == "patch-moves-into-itself")
    #expect(mistake("{op: move, from: '', path: /a}", "{a: 1}")?.id == "patch-moves-into-itself")
  }

  @Test func refusesToRemoveTheWholeObject() {
    #expect(mistake("{op: remove, path: ''}", "{a: 1}")?.hint?.contains("$patch: delete") == true)
  }

  @Test func pointsAtTheSourceThatIsMissing() {
    let applied = AppliedJSONPatch("- op: copy\n  path: /b\n  from: /c", to: "{a: 1}")
    #expect(applied.mistake?.position == Position(file: 1, line: 3, column: 9))
    #expect(applied.mistake?.summary == "can't copy \"/c\" to \"/b\" in Pod \"web\": the object has no \"c\"")
  }

  @Test func aFailedTestShowsBothValues() {
    let mistake = mistake("{op: test, path: /a, value: '1'}", "{a: 1}")
    #expect(mistake?.id == "patch-test-failed")
    #expect(mistake?.summary == "can't confirm \"/a\" in Pod \"web\": there is 1, not \"1\"")
  }

  @Test func nothingFollowsAFailure() {
    let applied = AppliedJSONPatch("[{op: test, path: /a, value: 2}, {op: remove, path: /x}]", to: "{a: 1}")
    #expect(applied.report.diagnostics.map(\.id) == ["patch-test-failed"])
  }
}
