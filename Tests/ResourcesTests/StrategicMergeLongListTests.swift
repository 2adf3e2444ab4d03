import Diagnostics
import Resources
import Testing
import YAML

/// Entries of long lists are found through an index, and merge like those of short ones.
@Suite struct StrategicMergeLongListTests {
  private let filling = (0..<60).map { "f\($0)" }

  /// Merges into a list with a filling behind what is there, which the patch does not speak of.
  ///
  /// - Returns: the merged list without it.
  private func containers(_ patch: String, _ target: String, filled: Bool) -> (String?, [String]) {
    let more = filled ? filling.map { ", {name: \($0)}" }.joined() : ""
    let applied = AppliedPatch(
      "{spec: {containers: [\(patch)]}}", to: "{spec: {containers: [\(target)\(more)]}}")
    let items = applied.object.at("spec", "containers")?.items ?? []
    let names = Set(filling)
    let others = items.filter { !names.contains($0["name"]?.text ?? "") }
    #expect(items.count - others.count == (filled ? filling.count : 0))
    return (Flow.write(.sequence(others)), applied.mistakes)
  }

  @Test(arguments: [
    "{name: c, image: x}, {name: new}, {name: a, tty: true}",
    "{name: b, $patch: delete}, {name: a, image: y}", "{name: a, $patch: replace, tty: true}, {name: d}",
    "{name: a, image: 1}, {name: a, image: 2}", "{image: x}, {name: b}", "{name: nowhere, $patch: delete}",
    "{name: twice, image: x}",
  ]) func mergesLikeAShortOne(patch: String) {
    let target = "{name: a}, {name: twice, tty: true}, {name: b, image: b}, {name: c}, {name: twice}"
    let more = (0..<10).map { ", {name: n\($0)}" }.joined()
    let (long, longMistakes) = containers(patch + more, target, filled: true)
    let (short, shortMistakes) = containers(patch + more, target, filled: false)
    #expect(long == short)
    #expect(longMistakes == shortMistakes)
  }

  private func ports(_ patch: String, _ target: String, filled: Bool) -> (String?, [String]) {
    let more = filled ? (1000..<1060).map { ", {port: \($0), protocol: UDP}" }.joined() : ""
    let applied = AppliedPatch(
      "{spec: {ports: [\(patch)]}}", to: "{spec: {ports: [\(target)\(more)]}}", kind: "v1/Service")
    let items = applied.object.at("spec", "ports")?.items ?? []
    return (Flow.write(.sequence(items.filter { $0["port"]?.text?.count != 4 })), applied.mistakes)
  }

  /// Of a port without a protocol, TCP is meant, or else the only one that is there.
  @Test(arguments: [
    "{port: 80, name: x}", "{port: 53, name: x}", "{port: 90, name: x}", "{port: 99, name: x}",
    "{port: 53, protocol: TCP, name: t}, {port: 53, name: u}", "{port: 80, protocol: UDP, name: x}",
    "{port: 70, name: x}",
  ]) func findsEntriesOfSeveralKeys(patch: String) {
    let target =
      "{port: 80}, {port: 53, protocol: UDP}, {port: 90, protocol: UDP}, {port: 90, protocol: TCP}, "
      + "{port: 70, protocol: UDP}, {port: 70, protocol: SCTP}"
    let more = (200..<210).map { ", {port: \($0)}" }.joined()
    let (long, longMistakes) = ports(patch + more, target, filled: true)
    let (short, shortMistakes) = ports(patch + more, target, filled: false)
    #expect(long == short)
    #expect(longMistakes == shortMistakes)
  }

  @Test func mergesLargeMappings() {
    let old = (0..<200).map { "k\($0): old" }.joined(separator: ", ")
    let new = (100..<300).map { $0 % 7 == 0 ? "k\($0): null" : "k\($0): new" }.joined(separator: ", ")
    let applied = AppliedPatch("{data: {\(new)}}", to: "{data: {\(old)}}", kind: "v1/ConfigMap")
    let data = applied.object["data"]?.mapping?.pairs ?? []
    let expected = (0..<300).filter { $0 < 100 || $0 % 7 != 0 }
    #expect(data.map(\.key.text) == expected.map { "k\($0)" })
    #expect(data.map(\.value.text) == expected.map { $0 < 100 ? "old" : "new" })
  }

  @Test func ordersLongLists() {
    let target = (0..<100).map { "{name: c\($0)}" }.joined(separator: ", ")
    let order = (0..<90).reversed().map { "{name: c\($0)}" }.joined(separator: ", ")
    let applied = AppliedPatch(
      "{spec: {$setElementOrder/containers: [\(order)]}}", to: "{spec: {containers: [\(target)]}}")
    #expect(
      applied.object.at("spec", "containers")?.items?.map { $0["name"]?.text }
        == ((0..<90).reversed() + (90..<100)).map { "c\($0)" })
  }
}
