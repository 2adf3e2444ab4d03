internal import Changes
internal import Resources
internal import YAML

/// A graph for programs, and for the script of the page.
///
/// The schema is stable: fields are added, never renamed or removed, while ``version`` stays.
package struct GraphJSON {
  package static let version = 1

  private let graph: ZoneGraph

  package init(_ graph: ZoneGraph) {
    self.graph = graph
  }

  /// What JSON allows to be written otherwise is, so that it may stand in a page.
  package var text: String {
    let document: Node = .mapping([
      "version": .integer(Self.version),
      "zones": .sequence(graph.zones.map(zone)),
      "nodesOutsideOfZones": .integer(graph.nodesOutsideOfZones),
      "groups": .sequence(graph.groups.map(group)),
      "services": .sequence(graph.services.map(service)),
      "budgets": .sequence(graph.budgets.map(budget)),
      "plan": graph.plan.map(plan),
    ])
    return String(decoding: json(document, form: .shown), as: UTF8.self) + "\n"
  }

  private func zone(_ zone: ZoneGraph.Zone) -> Node {
    .mapping(["name": .string(zone.name), "nodes": .integer(zone.nodes)])
  }

  private func group(_ group: ZoneGraph.Group) -> Node {
    let quorum = group.quorum
    let promise: Node? = quorum.promise.map { promise in
      .mapping([
        "zones": .integer(promise.zones), "quorum": .string(promise.quorumWord), "kept": .bool(quorum.isKept),
      ])
    }
    return .mapping([
      "name": .string(group.name), "namespace": .string(group.namespace), "change": word(group.change),
      "needed": .integer(quorum.needed), "total": .integer(quorum.total), "promise": promise,
      "sets": .sequence(group.sets.map { set(graph.sets[$0]) }),
    ])
  }

  private func set(_ set: ZoneGraph.PodSet) -> Node {
    .mapping([
      "kind": .string(set.kind), "name": .string(set.name),
      "zone": set.zone.map { .string(graph.zones[$0].name) }, "spread": .string(set.spread.rawValue),
      "change": word(set.change), "pods": .sequence(set.pods.map(pod)),
    ])
  }

  private func pod(_ pod: ZoneGraph.Pod) -> Node {
    .mapping([
      "name": .string(pod.name), "ordinal": .integer(pod.ordinal), "node": .integer(pod.node + 1),
      "change": word(pod.change),
    ])
  }

  private func service(_ service: ZoneGraph.Service) -> Node {
    .mapping([
      "name": .string(service.name), "namespace": .string(service.namespace), "type": .string(service.type),
      "headless": .bool(service.isHeadless), "role": .string(service.role.rawValue),
      "governing": .bool(service.isGoverning), "some": .bool(service.isOfSome),
      "change": word(service.change), "selects": .sequence(service.selections.map(selection)),
    ])
  }

  private func budget(_ budget: ZoneGraph.Budget) -> Node {
    .mapping([
      "name": .string(budget.name), "namespace": .string(budget.namespace),
      "zoneAware": .bool(budget.isZoneAware), "partitions": .bool(budget.hasPartitions),
      "maxUnavailable": budget.maxUnavailable.map { .string($0) },
      "minAvailable": budget.minAvailable.map { .string($0) }, "change": word(budget.change),
      "covers": .sequence(budget.selections.map(selection)),
    ])
  }

  private func selection(_ selection: ZoneGraph.Selection) -> Node {
    let set = graph.sets[selection.set]
    return .mapping([
      "kind": .string(set.kind), "name": .string(set.name),
      "pod": selection.pod.map { .string(set.pods[$0].name) },
    ])
  }

  private func word(_ change: ZoneGraph.Change?) -> Node? { change.map { .string($0.rawValue) } }

  // MARK: The change

  private func plan(_ plan: Plan) -> Node {
    .mapping([
      "summary": .string(PlanText.summary(plan)), "disruptive": .bool(plan.isDisruptive),
      "entries": .sequence(plan.entries.map(entry)), "steps": .sequence(plan.steps.map(step)),
    ])
  }

  private func entry(_ entry: PlanEntry) -> Node {
    .mapping([
      "kind": .string(entry.kind.rawValue), "level": .string(entry.level.rawValue),
      "summary": .string(entry.summary), "notes": .sequence(entry.notes.map { .string($0) }),
      "commands": .sequence(entry.commands.map { .string($0.text) }),
    ])
  }

  private func step(_ step: RolloutStep) -> Node {
    .mapping([
      "wave": step.wave.map { .integer($0) },
      "pods": .sequence(
        step.pods.map { pods in
          .mapping([
            "event": .string(pods.event.rawValue), "kind": .string(pods.owner.gvk.kind),
            "namespace": .string(pods.owner.effectiveNamespace), "name": .string(pods.owner.name),
            "pods": .sequence(pods.names.map { .string($0) }),
          ])
        }),
    ])
  }
}
