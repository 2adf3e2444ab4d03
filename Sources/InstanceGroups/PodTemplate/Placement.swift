package import YAML

/// Which nodes the pods of a group may and should go to.
package struct Placement: Sendable {
  package var zoneAffinity = ZoneAffinityStrength.required
  package var hostAntiAffinity = HostAntiAffinityStrength.preferred
  package var spread: [Node] = []

  static let schema = Schema("placement", initial: Placement()) {
    Field(
      "zoneAffinity", .choice(), \.zoneAffinity,
      "Whether pods must stay in their zone, should, or (None) go wherever they fit.")
    Field(
      "hostAntiAffinity", .choice(), \.hostAntiAffinity,
      "Whether pods of the group must be on different nodes, should be, or need not.")
    Field(
      "spread", .list(of: .mappingNode), \.spread,
      "More topology spread constraints; a missing labelSelector selects the group.")
  }
}

package enum HostAntiAffinityStrength: String, Sendable, CaseIterable {
  case required = "Required"
  case preferred = "Preferred"
  case none = "None"
}

/// Keeps the pods of a group on different nodes.
///
/// Preferred by default: a Service that selects a single pod takes part in the scheduler's default spreading,
/// which then compares each pod with itself alone and puts all of them on one node.
enum HostAntiAffinity {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    let strength = plan.spec.placement.hostAntiAffinity
    guard strength != .none, !plan.isErrand else { return }
    let term: Node = .mapping([
      "labelSelector": .mapping(["matchLabels": .mapping(plan.labels.selectingGroup)]),
      "topologyKey": "kubernetes.io/hostname",
    ])
    template.edit("spec", reader) { spec, reader in
      spec.edit("affinity", reader) { affinity, reader in
        affinity.edit("podAntiAffinity", reader) { antiAffinity, reader in
          switch strength {
          case .required:
            antiAffinity.editSequence("requiredDuringSchedulingIgnoredDuringExecution", reader) { terms, _ in
              terms.items.append(term)
            }
          default:
            antiAffinity.editSequence("preferredDuringSchedulingIgnoredDuringExecution", reader) { terms, _ in
              terms.items.append(.mapping(["weight": 100, "podAffinityTerm": term]))
            }
          }
        }
      }
    }
  }
}

/// Adds the group's own spread constraints to those of the template.
enum TopologySpread {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    guard !plan.spec.placement.spread.isEmpty else { return }
    var spread = Node.sequence(plan.spec.placement.spread)
    placeholders.replace(in: &spread)
    let constraints = spread.items ?? []
    let selector: Node = .mapping(["matchLabels": .mapping(plan.labels.selectingGroup)])
    template.edit("spec", reader) { spec, reader in
      spec.editSequence("topologySpreadConstraints", reader) { sequence, _ in
        for var constraint in constraints {
          _ = constraint.changeMapping { $0["labelSelector"] = $0["labelSelector"] ?? selector }
          sequence.items.append(constraint)
        }
      }
    }
  }
}
