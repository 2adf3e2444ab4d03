import Resources
import Testing

@testable import Changes

/// What rules of plans find out, whatever is said of it.
@Suite struct PlanFindingTests {
  private func input(_ old: Resource..., to new: Resource..., losing names: [String] = []) -> PlanInput {
    PlanInput(old: ResourceSet(old), new: ResourceSet(new), applying: "apply", losing: names)
  }

  private func zone(
    _ number: Int, named zone: String, claims: Bool = true, image: String = "db:1"
  ) -> Resource {
    let labels = "p/instance-group-name: db, p/az-name: \(zone), p/az-index: \"\(number)\""
    return PlanSetup.object(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db-z\(number), labels: {\(labels)}}
      spec:
        replicas: 1
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "\(image)"}]}
        volumeClaimTemplates: \(claims ? "[{metadata: {name: data}}]" : "[]")
      """)
  }

  // MARK: Data

  @Test func zonesThatChangePlacesPartPodsFromTheirData() throws {
    let input = input(
      zone(0, named: "a"), zone(1, named: "b"), to: zone(0, named: "b"), zone(1, named: "a"))
    let move = try #require(ZoneMove.all(in: input).first)
    let numbers = [DataMove.ZoneNumber(zone: "a", number: 0), .init(zone: "b", number: 1)]
    #expect(move.sense == .mistaken)
    #expect(
      move.moves.map(\.way) == [
        .zoneRenumbered(zone: "b", numbers: numbers), .zoneRenumbered(zone: "a", numbers: numbers),
      ])
    #expect(move.pods.map(\.claims) == [["data-db-z0-0"], ["data-db-z1-0"]])
  }

  @Test func withoutClaimsNothingIsLost() {
    let input = input(zone(0, named: "a", claims: false), to: zone(0, named: "b", claims: false))
    #expect(ZoneMove.all(in: input).map(\.sense) == [.harmless])
    #expect(ZoneMove.all(in: input).flatMap(\.moves).map(\.way) == [.otherZone(was: "a", now: "b")])
  }

  @Test func aPermissionIsAskedForByNameAndNamespace() {
    let claim = PlanSetup.object(
      "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: data, namespace: prod}}")
    let given: [([String], Bool)] = [
      ([], false), (["data"], true), (["prod/data"], true), (["test/data"], false),
    ]
    for (names, isGiven) in given {
      let removal = DataRemoval.all(in: input(claim, losing: names)).first
      #expect(removal?.loss == .claim)
      #expect(removal?.permission?.name == "prod/data")
      #expect(removal?.permission?.isGiven == isGiven)
    }
  }

  // MARK: Pods

  @Test func aMajorityIsWhatAGroupNeeds() throws {
    let zones = (0...2).map { zone($0, named: "z\($0)") }
    let others = (0...2).map { zone($0, named: "z\($0)", image: "db:2") }
    let input = input(zones[0], zones[1], zones[2], to: others[0], others[1], others[2])
    let loss = try #require(QuorumLoss.all(in: input).first)
    #expect([loss.restarting, loss.removed] == [3, 0])
    #expect([loss.needed, loss.base, loss.left] == [2, 3, 0])
    #expect(loss.recipe?.commands.isEmpty == false)
  }

  @Test func anAutoscalerGetsTheNumberOfPods() throws {
    let input = input(
      PlanSetup.statefulSet("replicas: 3\nvolumeClaimTemplates: [{metadata: {name: data}}]"),
      to: PlanSetup.statefulSet("volumeClaimTemplates: [{metadata: {name: data}}]"))
    let changes = InstanceChange.all(in: input)
    guard case .removal(let removal)? = changes.first else {
      Issue.record("nothing is removed")
      return
    }
    #expect(changes.count == 1)
    #expect(removal.pods.map(\.names) == [["db-2", "db-1"]])
    #expect(removal.claims == .stay)
    #expect(removal.majority == 2)
    #expect(removal.unmanaged.map(\.name) == ["db"])
    #expect(removal.gone.isEmpty)
    #expect(!removal.isUnserved)
  }

  // MARK: Objects

  @Test func whatAReplacementMeansForPods() {
    let old = PlanSetup.statefulSet("serviceName: db")
    let other = PlanSetup.statefulSet("serviceName: database")
    let replacements = Replacement.all(in: input(old, to: other))
    #expect(replacements.map(\.effects) == [[.podsRunOn, .subdomainEnds(was: "db", now: "database")]])
    #expect(replacements.flatMap(\.commands) == [["kubectl delete statefulset db --cascade=orphan"]])
    #expect(replacements.allSatisfy { $0.permission == nil })
  }
}
