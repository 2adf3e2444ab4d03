import Diagnostics
import Resources
import Testing
import YAML

@Suite struct StrategicMergeListTests {
  private func containers(_ patch: String, _ target: String) -> AppliedPatch {
    AppliedPatch("{spec: {containers: \(patch)}}", to: "{spec: {containers: \(target)}}")
  }

  private func result(_ patch: String, _ target: String) -> String? {
    let applied = containers(patch, target)
    #expect(applied.mistakes == [])
    return applied.object.at("spec", "containers").map(Flow.write)
  }

  @Test func entriesMatchByTheirKeyAndThePatchComesFirst() {
    #expect(
      result("[{name: c, image: x}, {name: new}, {name: a, tty: true}]", "[{name: a}, {name: b}, {name: c}]")
        == Flow.normalized("[{name: c, image: x}, {name: new}, {name: a, tty: true}, {name: b}]"))
  }

  @Test func anEmptyListChangesNothing() {
    #expect(result("[]", "[{name: a}]") == Flow.normalized("[{name: a}]"))
  }

  @Test func listsWithoutKeysAreReplaced() {
    #expect(
      result("[{name: a, args: [x]}]", "[{name: a, args: [1, 2]}]")
        == Flow.normalized("[{name: a, args: [x]}]"))
    let custom = AppliedPatch("{l: [{name: b}]}", to: "{l: [{name: a}]}", kind: "example.com/v1/Custom")
    #expect(custom.text == Flow.normalized("{l: [{name: b}]}"))
  }

  @Test func aReplacedListKeepsItsNulls() {
    let applied = AppliedPatch("{spec: {tolerations: [{key: a, effect: null}]}}", to: "{spec: {}}")
    #expect(applied.text == Flow.normalized("{spec: {tolerations: [{key: a, effect: null}]}}"))
  }

  @Test func setsOfScalarsUnite() {
    let applied = AppliedPatch("{metadata: {finalizers: [z, b]}}", to: "{metadata: {finalizers: [a, b, c]}}")
    #expect(applied.text == Flow.normalized("{metadata: {finalizers: [z, b, a, c]}}"))
  }

  @Test func patchDeleteRemovesAnEntry() {
    #expect(result("[{name: a, $patch: delete}]", "[{name: a}, {name: b}]") == Flow.normalized("[{name: b}]"))
    #expect(result("[{name: a, $patch: delete}]", "[{name: a}]") == "[]")
    #expect(result("[{name: x, $patch: delete}]", "[{name: a}]") == Flow.normalized("[{name: a}]"))
  }

  @Test func patchReplaceReplacesAnEntry() {
    #expect(
      result("[{name: a, image: x, $patch: replace}]", "[{name: a, tty: true}, {name: b}]")
        == Flow.normalized("[{name: a, image: x}, {name: b}]"))
  }

  @Test(arguments: ["[{$patch: replace}, {name: a}]", "[{name: a}, {$patch: replace}]"])
  func patchReplaceAloneReplacesTheList(patch: String) {
    #expect(result(patch, "[{name: a, image: x}, {name: b}]") == Flow.normalized("[{name: a}]"))
    #expect(AppliedPatch("{l: \(patch)}", to: "{l: [b]}").text == Flow.normalized("{l: [{name: a}]}"))
    #expect(AppliedPatch("{spec: {containers: \(patch)}}", to: "{}").mistakes == [])
  }

  @Test func patchDeleteAloneRemovesTheList() {
    #expect(result("[{$patch: delete}, {name: a}]", "[{name: a}]") == nil)
    #expect(AppliedPatch("{l: [{$patch: delete}]}", to: "{l: [b]}").text == "{}")
    #expect(AppliedPatch("{l: [{$patch: delete}]}", to: "{}").text == "{}")
  }

  @Test func patchMergeAloneMergesTheList() {
    #expect(
      result("[{name: b}, {$patch: merge}]", "[{name: a}]") == Flow.normalized("[{name: b}, {name: a}]"))
  }

  @Test func anEntryOfTheObjectWithoutTheKeyStays() {
    #expect(
      result("[{name: a, tty: true}]", "[{name: a}, {image: x}, text]")
        == Flow.normalized("[{name: a, tty: true}, {image: x}, text]"))
  }

  @Test func addedEntriesHaveNeitherNullsNorDirectives() {
    #expect(
      result("[{name: b, $patch: merge, image: null, env: [{name: A, value: null}]}]", "[]")
        == Flow.normalized("[{name: b, env: [{name: A}]}]"))
  }
}

@Suite struct StrategicMergePortTests {
  private func ports(_ patch: String, _ target: String) -> AppliedPatch {
    AppliedPatch("{spec: {ports: \(patch)}}", to: "{spec: {ports: \(target)}}", kind: "v1/Service")
  }

  private func result(_ patch: String, _ target: String) -> String? {
    let applied = ports(patch, target)
    #expect(applied.mistakes == [])
    return applied.object.at("spec", "ports").map(Flow.write)
  }

  @Test func portsMatchByPortAndProtocol() {
    #expect(
      result("[{port: 53, protocol: UDP, name: u}]", "[{port: 53, protocol: TCP}, {port: 53, protocol: UDP}]")
        == Flow.normalized("[{port: 53, protocol: TCP}, {port: 53, protocol: UDP, name: u}]"))
  }

  @Test func withSeveralKeysOnlyNewEntriesComeFirst() {
    #expect(
      result(
        "[{port: 3, protocol: UDP, name: c}, {port: 9, protocol: TCP}]",
        "[{port: 1, protocol: TCP}, {port: 3, protocol: UDP}]")
        == Flow.normalized(
          "[{port: 9, protocol: TCP}, {port: 1, protocol: TCP}, {port: 3, protocol: UDP, name: c}]"))
  }

  @Test func withoutAnyProtocolThePatchComesFirst() {
    #expect(
      result("[{port: 3, name: c}, {port: 9}]", "[{port: 1}, {port: 3}]")
        == Flow.normalized("[{port: 3, name: c}, {port: 9}, {port: 1}]"))
  }

  @Test func aPatchWithoutProtocolFindsTheOnlyPort() {
    #expect(
      result("[{port: 80, name: web}]", "[{port: 80, protocol: TCP}]")
        == Flow.normalized("[{port: 80, protocol: TCP, name: web}]"))
    #expect(result("[{port: 80, $patch: delete}]", "[{port: 80, protocol: TCP}]") == "[]")
  }

  @Test func withoutProtocolAPortIsTCP() {
    #expect(
      result("[{port: 53, name: dns}]", "[{port: 53, protocol: UDP}]")
        == Flow.normalized("[{port: 53, name: dns}, {port: 53, protocol: UDP}]"))
    #expect(
      result("[{port: 53, name: t}]", "[{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]")
        == Flow.normalized("[{port: 53, protocol: UDP}, {port: 53, protocol: TCP, name: t}]"))
    #expect(
      result("[{port: 53, protocol: UDP}, {port: 53, protocol: TCP, name: t}]", "[{port: 53}]")
        == Flow.normalized("[{port: 53, protocol: UDP}, {port: 53, protocol: TCP, name: t}]"))
  }

  @Test func aNumberMatchesItsText() {
    #expect(
      result("[{port: \"80\", name: web}]", "[{port: 80}]") == Flow.normalized("[{port: \"80\", name: web}]"))
  }

  @Test func refusesAnEntryThatCouldBeSeveral() {
    let list = "topologySpreadConstraints"
    let applied = AppliedPatch(
      "{spec: {\(list): [{topologyKey: zone, maxSkew: 2}]}}",
      to:
        "{spec: {\(list): [{topologyKey: zone, whenUnsatisfiable: A}, {topologyKey: zone, whenUnsatisfiable: B}]}}"
    )
    #expect(applied.mistakes == ["ambiguous-patch-entry"])
    #expect(applied.report.diagnostics.first?.hint == "add whenUnsatisfiable to say which one is meant")
  }

  @Test func refusesAnEntryWithoutPort() {
    let applied = ports("[{protocol: TCP, name: x}]", "[{port: 1, protocol: TCP}]")
    #expect(applied.mistakes == ["patch-entry-without-key"])
    #expect(
      applied.object.at("spec", "ports").map(Flow.write) == Flow.normalized("[{port: 1, protocol: TCP}]"))
  }
}

@Suite struct StrategicMergeListMistakeTests {
  @Test(arguments: ["{image: x}", "text", "null", "{name: null}", "{name: {}}", "[]"])
  func refusesAnEntryWithoutTheKey(entry: String) {
    let patch = "{spec: {containers: [{name: a, tty: true}, \(entry)]}}"
    for target in ["{spec: {containers: [{name: a}, {name: b}]}}", "{}"] {
      let applied = AppliedPatch(patch, to: target)
      #expect(applied.mistakes == ["patch-entry-without-key"])
      #expect(
        applied.object.at("spec", "containers")?.items?.first.map(Flow.write) == "{name: \"a\", tty: true}")
    }
  }

  @Test func takesANewListWhoseEntriesAllLackTheKey() {
    let applied = AppliedPatch("{spec: {containers: [{image: x}, {image: y}]}}", to: "{}")
    #expect(applied.mistakes == [])
    #expect(
      applied.object.at("spec", "containers").map(Flow.write) == Flow.normalized("[{image: x}, {image: y}]"))
  }

  @Test func refusesTwoEntriesWithTheSameKey() {
    let applied = AppliedPatch(
      "spec:\n  volumes:\n  - {name: v, emptyDir: {}}\n  - {name: v, hostPath: {}}",
      to: "{spec: {volumes: []}}")
    #expect(applied.mistakes == ["patch-entry-twice"])
    #expect(applied.report.diagnostics.first?.position?.line == 4)
    #expect(applied.report.diagnostics.first?.notes.first?.position?.line == 3)
  }

  @Test func warnsWhenTheObjectHasAnEntryTwice() {
    let applied = AppliedPatch(
      "{spec: {volumes: [{name: v, z: 3}]}}",
      to: "{spec: {volumes: [{name: v, x: 1}, {name: w}, {name: v, y: 2}]}}")
    #expect(applied.mistakes == ["duplicate-list-entry"])
    #expect(!applied.report.hasErrors)
    #expect(applied.text == Flow.normalized("{spec: {volumes: [{name: v, y: 2, z: 3}, {name: w}]}}"))
  }

  @Test func leavesTwinsAloneThatThePatchDoesNotSpeakOf() {
    let target = "{spec: {volumes: [{name: v, x: 1}, {name: v, y: 2}]}}"
    let applied = AppliedPatch("{metadata: {labels: {a: b}}}", to: target)
    #expect(applied.object.at("spec", "volumes")?.items?.count == 2)
    #expect(applied.mistakes == [])
  }

  @Test(arguments: ["[{$patch: merge}, a]", "[{name: a, $patch: delete}]", "[{name: a, $patch: replace}]"])
  func warnsOfDirectivesThatNeedAKey(list: String) {
    for target in ["{spec: {args: [b]}}", "{spec: {}}"] {
      let applied = AppliedPatch("{spec: {args: \(list)}}", to: target)
      #expect(applied.mistakes == ["list-without-merge-key"])
      #expect(!applied.report.hasErrors)
    }
  }

  @Test func refusesAnUnknownDirectiveInAList() {
    let lists = ["[{name: a, $patch: remove}]", "[{$patch: remove}]"]
    for list in lists {
      let applied = AppliedPatch("{spec: {containers: \(list)}}", to: "{spec: {containers: [{name: a}]}}")
      #expect(applied.mistakes == ["unknown-patch-directive"])
      #expect(AppliedPatch("{l: \(list)}", to: "{}").mistakes == ["unknown-patch-directive"])
    }
  }
}
