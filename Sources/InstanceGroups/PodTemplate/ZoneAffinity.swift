import YAML

package enum ZoneAffinityStrength: String, Sendable, CaseIterable {
  case required = "Required"
  case preferred = "Preferred"
  /// For zones that are only logical.
  case none = "None"
}

/// Keeps the pods of a zone on the nodes of the zone.
///
/// The scheduler takes the terms of a node selector as alternatives, so the requirement goes into every one
/// of them: a term of its own would be one more way for a pod to leave its zone.
enum ZoneAffinity {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    let strength = plan.spec.placement.zoneAffinity
    guard strength != .none, !workload.nodeLabelValues.isEmpty else { return }
    let requirement: Node = .mapping([
      "key": .string(plan.zoneNodeLabel), "operator": "In",
      "values": .sequence(workload.nodeLabelValues.map { .string($0) }),
    ])
    template.edit("spec", reader) { spec, reader in
      spec.edit("affinity", reader) { affinity, reader in
        affinity.edit("nodeAffinity", reader) { nodeAffinity, reader in
          if strength == .required {
            require(requirement, of: &nodeAffinity, reader)
          } else {
            prefer(requirement, in: &nodeAffinity, reader)
          }
        }
      }
    }
  }

  private static func require(_ requirement: Node, of nodeAffinity: inout Mapping, _ reader: Reader) {
    nodeAffinity.edit("requiredDuringSchedulingIgnoredDuringExecution", reader) { selector, reader in
      selector.editSequence("nodeSelectorTerms", reader) { terms, reader in
        if terms.items.isEmpty {
          terms.items = [.mapping(["matchExpressions": .sequence([requirement])])]
        } else {
          terms.editItems(reader) { term, reader in
            // A term without conditions matches no node; with this one it would match the whole zone.
            guard term.pairs.contains(where: { !($0.value.items ?? []).isEmpty }) else { return }
            term.editSequence("matchExpressions", reader) { expressions, _ in
              expressions.items.append(requirement)
            }
          }
        }
      }
    }
  }

  private static func prefer(_ requirement: Node, in nodeAffinity: inout Mapping, _ reader: Reader) {
    nodeAffinity.editSequence("preferredDuringSchedulingIgnoredDuringExecution", reader) { terms, _ in
      terms.items.append(
        .mapping(["weight": 100, "preference": .mapping(["matchExpressions": .sequence([requirement])])]))
    }
  }
}
