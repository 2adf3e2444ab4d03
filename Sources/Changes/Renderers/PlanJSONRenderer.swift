package import Diagnostics
internal import Resources
internal import YAML

/// A plan for programs.
///
/// The schema is stable: fields and kinds are added, never renamed or removed, while ``version`` stays.
package struct PlanJSONRenderer {
  package static let version = 1

  private let plan: Plan
  private let places: ShownPlaces

  package init(_ plan: Plan, _ files: SourceFiles? = nil) {
    self.plan = plan
    places = ShownPlaces(files)
  }

  package var text: String {
    let document: Node = .mapping([
      "version": .integer(Self.version), "disruptive": .bool(plan.isDisruptive),
      "summary": .mapping([
        "restarts": .integer(PlanText.count(plan, .restart)),
        "daemonSets": .integer(PlanText.daemonSets(plan)),
        "added": .integer(PlanText.count(plan, .addition)),
        "removed": .integer(PlanText.count(plan, .removal)),
        "disruptive": .integer(plan.entries.count(where: \.isDisruptive)),
        "errors": .integer(plan.entries.count { $0.level == .error }),
      ]),
      "entries": .sequence(plan.entries.map(entry)),
    ])
    return String(decoding: json(document, form: .shown), as: UTF8.self) + "\n"
  }

  private func entry(_ entry: PlanEntry) -> Node {
    .mapping([
      "kind": .string(entry.kind.rawValue), "level": .string(entry.level.rawValue),
      "summary": .string(entry.summary), "objects": .sequence(entry.objects.map(\.identity)),
      "fields": .sequence(entry.fields.map(places.node)),
      "sources": .sequence(
        entry.places.map { .mapping(["old": places.node($0.old), "new": places.node($0.new)]) }),
      "pods": .sequence(entry.pods.map(pods)), "notes": strings(entry.notes),
      "commands": strings(entry.commands.map(\.text)), "allow": entry.permission.map { .string($0) },
    ])
  }

  private func pods(_ list: PodList) -> Node {
    .mapping([
      "owner": list.owner.identity, "zone": list.zone.map { .string($0) },
      "count": list.count.map { .integer($0) }, "names": strings(list.names), "claims": strings(list.claims),
    ])
  }

  private func strings(_ texts: [String]) -> Node { .sequence(texts.map { .string($0) }) }
}
