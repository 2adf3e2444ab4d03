import Diagnostics
import Resources
import Testing

@testable import Graph

@Suite struct ZoneGraphTests {
  private typealias Setup = GraphSetup

  private func zones(_ graph: ZoneGraph) -> [String] { graph.zones.map(\.name) }

  @Test func aGroupIsItsSetsInTheOrderOfZones() {
    let graph = Setup.graph(
      Setup.zoned(2, replicas: 1), Setup.zoned(0, replicas: 2), Setup.zoned(1, replicas: 2))
    #expect(zones(graph) == ["z1", "z2", "z3"])
    #expect(graph.groups.map(\.name) == ["db"])
    #expect(graph.groups[0].sets.map { graph.sets[$0].name } == ["db-z0", "db-z1", "db-z2"])
    #expect(graph.sets.map(\.zone) == [0, 1, 2])
    #expect(graph.groups[0].quorum.needed == 3 && graph.groups[0].quorum.total == 5)
    #expect(graph.groups[0].quorum.promise == nil)
  }

  @Test func aZoneOfNodesIsTheZoneThatAGroupCallsOtherwise() {
    let alone = Setup.statefulSet(
      "web", replicas: 1, pod: ", nodeSelector: {topology.kubernetes.io/zone: eu-1a}")
    let graph = Setup.graph(Setup.zoned(0, replicas: 1, node: "eu-1a"), alone)
    #expect(zones(graph) == ["z1"])
    #expect(graph.sets.map(\.zone) == [0, 0])
    #expect(zones(Setup.graph(alone)) == ["eu-1a"])
    #expect(Setup.graph(Setup.statefulSet("web", replicas: 1)).sets[0].zone == nil)
  }

  @Test func ofTwoPodsOneMustStay() {
    let needed = (0...5).map { count in
      Setup.graph(Setup.statefulSet("db", replicas: count)).groups[0].quorum.needed
    }
    #expect(needed == [0, 1, 1, 2, 3, 3])
  }

  @Test func aPromiseDecidesWhatIsNeeded() {
    var set = Setup.set(
      Setup.zoned(0, replicas: 2) + Setup.zoned(1, replicas: 2) + Setup.zoned(2, replicas: 1))
    for place in set.resources.indices {
      set.resources[place].promise = SurvivalPromise(zones: 1, quorum: .count(3))
    }
    let kept = ZoneGraph(set, Report()).groups[0].quorum
    #expect(kept.needed == 3 && kept.isKept)
    for place in set.resources.indices {
      set.resources[place].promise = SurvivalPromise(zones: 2, quorum: .any)
    }
    #expect(ZoneGraph(set, Report()).groups[0].quorum.needed == 1)
    for place in set.resources.indices {
      set.resources[place].promise = SurvivalPromise(zones: 2, quorum: .majority)
    }
    #expect(!ZoneGraph(set, Report()).groups[0].quorum.isKept)
  }

  @Test func aServiceSelectsAllOneZoneOrOnePod() {
    let services = Setup.graph(
      Setup.zoned(0, replicas: 2), Setup.zoned(1, replicas: 1),
      Setup.service("db", "{app: db}", more: ", clusterIP: None"),
      Setup.service("first", "{app: db, statefulset.kubernetes.io/pod-name: db-z0-1}"),
      Setup.service("leader", "{app: db, a.b/pod-active: active}"),
      Setup.service("none", "{app: other}"),
      Setup.service("second", "{app: db, a.b/az-index: \"1\", apps.kubernetes.io/pod-index: \"0\"}"),
      Setup.service("zone", "{app: db, a.b/az-index: \"0\"}")
    ).services
    #expect(services.map(\.role) == [.group, .instance, .group, .none, .instance, .zone])
    #expect(services.map(\.isGoverning) == [true, false, false, false, false, false])
    #expect(services.map(\.isOfSome) == [false, false, true, false, false, false])
    #expect(services[1].selections.map(\.set) == [0] && services[1].selections[0].pod == 1)
    #expect(services[4].selections.map(\.set) == [1] && services[4].selections[0].pod == 0)
    #expect(services[0].isHeadless && services[0].selections.count == 2)
  }

  @Test func aServiceOfASubsetIsNotThatOfASingleOrdinalElsewhere() {
    let services = Setup.graph(
      Setup.statefulSet("db", replicas: 2),
      Setup.service("far", "{app: db, apps.kubernetes.io/pod-index: \"5\"}"),
      Setup.service("outside", "{app: db}", more: ", type: ExternalName")
    ).services
    #expect(services.map(\.role) == [.none, .none])
  }

  @Test func podsAreOnAsManyNodesAsKeepThemApart() {
    let rule =
      "{labelSelector: {matchLabels: {app: db}}, topologyKey: kubernetes.io/hostname}"
    func graph(_ rules: String) -> ZoneGraph {
      Setup.graph(Setup.statefulSet("db", replicas: 3, pod: rules))
    }
    let required = graph(
      ", affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [\(rule)]}}")
    #expect(required.sets[0].spread == .required)
    #expect(required.sets[0].pods.map(\.node) == [0, 1, 2] && required.nodesOutsideOfZones == 3)
    let preferred = graph(
      ", affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 1, podAffinityTerm: \(rule)}]}}"
    )
    #expect(preferred.sets[0].spread == .preferred && preferred.nodesOutsideOfZones == 3)
    let free = graph("")
    #expect(free.sets[0].spread == .none)
    #expect(free.sets[0].pods.map(\.node) == [0, 0, 0] && free.nodesOutsideOfZones == 1)
  }

  @Test func aBudgetCoversWhatItSelects() {
    let budget = """
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: db}
      spec: {maxUnavailable: 1, selector: {matchLabels: {app: db}}}
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: other}
      spec: {minAvailable: 50%}

      """
    let budgets = Setup.graph(Setup.zoned(0, replicas: 2), Setup.zoned(1, replicas: 1), budget).budgets
    #expect(budgets.map(\.selections.count) == [2, 0])
    #expect(budgets.map(\.maxUnavailable) == ["1", nil])
    #expect(budgets.map(\.minAvailable) == [nil, "50%"])
  }

  @Test func tooManyPodsAreNotDrawn() {
    let report = Report()
    let text = Setup.statefulSet("a", replicas: 20_000) + Setup.statefulSet("b", replicas: 1)
    #expect(!ZoneGraph.isBearable(Setup.set(text), report))
    #expect(report.diagnostics.map(\.id) == ["too-many-pods"])
    #expect(ZoneGraph.isBearable(Setup.set(Setup.statefulSet("a", replicas: 20_000)), report))
  }

  @Test func tooManyZonesAreNotDrawn() {
    let report = Report()
    let sets = (0...100).map { Setup.zoned($0, replicas: 1) }
    _ = ZoneGraph(Setup.set(sets.joined()), report)
    #expect(report.diagnostics.map(\.id) == ["too-many-zones"])
    #expect(Setup.graph(sets.dropLast().joined()).zones.count == 100)
  }

  @Test func theProductOfServicesAndSetsIsNotDrawn() {
    let report = Report()
    let sets = (0..<800).map { Setup.statefulSet("db\($0)", replicas: 0) }.joined()
    let services = (0..<700).map { Setup.service("s\($0)", "{app: db}") }.joined()
    let graph = ZoneGraph(Setup.set(sets + services), report)
    #expect(report.diagnostics.map(\.id) == ["too-many-selections"])
    #expect(graph.services.count == 625)
  }
}
