internal import Resources
internal import YAML

/// A label that a policy gives to pods when they are made: those that are made before it takes effect stay without.
///
/// On a server of Kubernetes 1.36, three of four pods were made before the policy of the same apply took effect.
enum LateLabel: PlanFinding {
  /// The policy comes with pods, and must come before them.
  ///
  /// - Parameters:
  ///   - label: of what comes first.
  ///   - applying: the command that applies the new side.
  case comesWithPods(policy: Resource, label: String, applying: ShellCommand)
  /// Pods that run on without the label.
  case comesAfterPods(policy: Resource, label: String, [PodList])

  static func all(in input: PlanInput) -> [LateLabel] {
    var found: [LateLabel] = []
    let added = input.comparison.objects.filter { $0.old == nil }.map(\.object)
    for policy in added where policy.gvk.kind == "MutatingAdmissionPolicy" {
      guard
        let label = policy.labels?.pairs.first(where: { $0.key.text.hasSuffix(Resource.firstLabel) })?.key
          .text
      else { continue }
      let prefix = String(label.dropLast(Resource.firstLabel.count))
      let changes = input.groups.flatMap(\.sets).filter { ($0.new ?? $0.old)?.labelPrefix == prefix }
      if changes.contains(where: { !$0.added.isEmpty }) {
        found.append(.comesWithPods(policy: policy, label: label, applying: input.applyCommand))
      }
      let pods = unlabelled(changes)
      if !pods.isEmpty {
        found.append(.comesAfterPods(policy: policy, label: "\(prefix)/pod-ordinal", pods))
      }
    }
    return found
  }

  private static func unlabelled(_ changes: [StatefulSetChange]) -> [PodList] {
    changes.compactMap { change in
      guard change.old != nil, let new = change.new else { return nil }
      let labelled = Set(texts: change.added + (change.update?.pods ?? []))
      let stay = new.ordinals.map(new.pod).filter { !labelled.contains($0) }
      return stay.isEmpty
        ? nil : PodList(owner: new.resource, zone: new.zone, names: stay, count: stay.count)
    }
  }
}

// MARK: - In words

extension LateLabel {
  var entry: PlanEntry {
    switch self {
    case .comesWithPods(let policy, let label, let command):
      return PlanEntry(
        kind: .addition, objects: [policy],
        summary: "the first apply has two steps: \(policy.name) first, then everything else",
        notes: [
          "the policy labels pods when they are made, and takes effect some seconds after it was applied",
          "pods that are made before stay without the label, and their Services without endpoints",
        ],
        commands: ["\(command) --selector=\(quoted: "\(label)=true")", "sleep 30", command])
    case .comesAfterPods(let policy, let label, let pods):
      let count = pods.reduce(0) { $0 + $1.names.count }
      return PlanEntry(
        kind: .naming, level: .disruptive, objects: pods.map(\.owner),
        summary:
          "\(ChangeText.counted(count, "pod")) \(count == 1 ? "runs" : "run") without the label \(label)",
        pods: pods,
        notes: [
          "Services that select by it don't find them: \(policy.name) labels pods only when they are made",
          "label them by hand before Services select by it: kubectl label pod NAME \(label)=ORDINAL",
        ])
    }
  }
}
