import Changes
import Diagnostics
import Resources
import Testing

@testable import Graph

@Suite struct ChangeTests {
  private typealias Setup = GraphSetup

  private func graph(_ old: String, _ new: String) -> ZoneGraph {
    let sides = (old: Setup.set(old), new: Setup.set(new))
    return ZoneGraph(old: sides.old, new: sides.new, Plan(old: sides.old, new: sides.new), Report())
  }

  private func changes(_ graph: ZoneGraph, _ set: Int) -> [ZoneGraph.Change?] {
    graph.sets[set].pods.map(\.change)
  }

  @Test func podsComeAndGo() {
    let graph = graph(
      Setup.zoned(0, replicas: 2) + Setup.zoned(1, replicas: 3),
      Setup.zoned(0, replicas: 3) + Setup.zoned(1, replicas: 2))
    #expect(changes(graph, 0) == [nil, nil, .added])
    #expect(changes(graph, 1) == [nil, nil, .removed])
    #expect(graph.groups[0].quorum.total == 5)
    #expect(graph.groups[0].change == .changed)
  }

  @Test func podsOfAnotherTemplateRestart() {
    let old = Setup.zoned(0, replicas: 2)
    let new = old.split(separator: "db:1", omittingEmptySubsequences: false).joined(separator: "db:2")
    let graph = graph(old, new)
    #expect(changes(graph, 0) == [.restarts, .restarts])
    #expect(graph.plan?.steps.map { $0.pods.flatMap(\.names) } == [["db-z0-1"], ["db-z0-0"]])
  }

  @Test func aSetThatGoesIsStillDrawnAndCountsNoMore() {
    let service = Setup.service("db", "{app: db}")
    let graph = graph(
      Setup.zoned(0, replicas: 2) + Setup.zoned(1, replicas: 1) + service,
      Setup.zoned(0, replicas: 2) + service)
    #expect(graph.sets.map(\.change) == [nil, .removed])
    #expect(changes(graph, 1) == [.removed])
    #expect(graph.groups[0].quorum.total == 2)
    #expect(graph.services[0].selections.map(\.set) == [0])
    let gone = self.graph(Setup.zoned(0, replicas: 2) + service, "")
    #expect(gone.groups[0].change == .removed && gone.groups[0].quorum.total == 0)
    #expect(gone.services[0].change == .removed && gone.services[0].selections.isEmpty)
  }

  @Test func aNewGroupIsAdded() {
    let graph = graph("", Setup.zoned(0, replicas: 2))
    #expect(graph.groups[0].change == .added)
    #expect(changes(graph, 0) == [.added, .added])
  }
}
