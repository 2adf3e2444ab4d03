internal import Resources
internal import YAML

/// Pods that a policy labels when they are made: those that are made before it takes effect stay without.
///
/// On a server of Kubernetes 1.36, three of four pods were made before the policy of the same apply took effect.
enum FirstApply {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    var entries: [PlanEntry] = []
    let added = input.comparison.objects.filter { $0.old == nil }.map(\.object)
    for policy in added where policy.gvk.kind == "MutatingAdmissionPolicy" {
      guard
        let label = policy.labels?.pairs.first(where: { $0.key.text.hasSuffix(Resource.firstLabel) })?.key
          .text
      else { continue }
      let prefix = String(label.dropLast(Resource.firstLabel.count))
      let changes = input.groups.flatMap(\.sets).filter { ($0.new ?? $0.old)?.labelPrefix == prefix }
      if changes.contains(where: { !$0.added.isEmpty }) { entries.append(steps(policy, label, input)) }
      if let entry = unlabelled(changes, policy, "\(prefix)/pod-ordinal") { entries.append(entry) }
    }
    return entries
  }

  private static func steps(_ policy: Resource, _ label: String, _ input: PlanInput) -> PlanEntry {
    var entry = PlanEntry(
      kind: .addition, objects: [policy],
      summary: "the first apply has two steps: \(policy.name) first, then everything else")
    entry.notes = [
      "the policy labels pods when they are made, and takes effect some seconds after it was applied",
      "pods that are made before stay without the label, and their Services without endpoints",
    ]
    entry.commands = [
      "\(input.applyCommand) --selector=\(quoted: "\(label)=true")", "sleep 30", input.applyCommand,
    ]
    return entry
  }

  private static func unlabelled(
    _ changes: [StatefulSetChange], _ policy: Resource, _ label: String
  ) -> PlanEntry? {
    let lists = changes.compactMap { change -> PodList? in
      guard change.old != nil, let new = change.new else { return nil }
      let labelled = Set(texts: change.added + (change.update?.pods ?? []))
      let stay = new.ordinals.map(new.pod).filter { !labelled.contains($0) }
      return stay.isEmpty
        ? nil : PodList(owner: new.resource, zone: new.zone, names: stay, count: stay.count)
    }
    guard !lists.isEmpty else { return nil }
    let count = lists.reduce(0) { $0 + $1.names.count }
    var entry = PlanEntry(
      kind: .naming, level: .disruptive, objects: lists.map(\.owner),
      summary:
        "\(ChangeText.counted(count, "pod")) \(count == 1 ? "runs" : "run") without the label \(label)",
      pods: lists)
    entry.notes = [
      "Services that select by it don't find them: \(policy.name) labels pods only when they are made",
      "label them by hand before Services select by it: kubectl label pod NAME \(label)=ORDINAL",
    ]
    return entry
  }
}
