import Diagnostics
import Resources
import YAML

/// The labels of what a group generates, and the selectors made of them.
///
/// Selectors of Services, budgets and anti-affinity follow an own selector of the group's: what runs already
/// may not carry the generated labels yet.
struct Labels {
  let prefix: String
  private let identity: Mapping
  private let selectorLabels: Mapping
  private let own: OwnSelector?
  /// Selects all pods of the group; empty when they have no label in common that is known.
  let selectingGroup: Mapping
  /// Whether the generated labels are on the pods, too.
  let areOnPods: Bool
  /// `P/quarks-statefulset-name`, which only Quarks' own objects carry.
  private let quarksNameKey: String?
  private let activePassive: Bool

  /// - Parameter placeholders: of the group.
  init(_ input: GroupInput, topology: TopologySpec, _ placeholders: Placeholders) {
    let group = input.group
    prefix = topology.labelPrefix.value
    let deployment = group.spec.deployment ?? topology.deployment
    let name = input.groupLabel ?? group.name
    var identity = Mapping()
    if let deployment {
      identity["\(prefix)/deployment-name"] = .string(deployment.value, at: deployment.position)
    }
    identity["\(prefix)/instance-group-name"] = .string(
      QualifiedName.isLabelValue(name) ? name : Names.sanitized(name))
    self.identity = identity
    selectorLabels = group.spec.selectorLabels
    own = group.spec.selector
    areOnPods = (group.spec.podLabels?.value ?? (own == nil ? .generated : .none)) == .generated
    quarksNameKey = input.isQuarks ? "\(prefix)/quarks-statefulset-name" : nil
    activePassive = group.spec.activePassive
    selectingGroup = placeholders.replace(
      in: Self.selectingGroup(group.spec, generated: areOnPods ? identity : Mapping()))
  }

  /// Of labels that differ from zone to zone none selects the group.
  private static func selectingGroup(_ spec: InstanceGroupSpec, generated: Mapping) -> Mapping {
    func shared(_ labels: Mapping) -> Mapping {
      Mapping(labels.pairs.filter { !$0.value.varies(within: .group) })
    }
    let added = shared(spec.selectorLabels)
    if let group = spec.groupSelector { return added.merging(group.matchLabels) }
    let own = shared(spec.selector?.matchLabels ?? Mapping())
    return added.merging(own.isEmpty ? generated : own)
  }

  private func key(_ name: String) -> String { "\(prefix)/\(name)" }

  // MARK: - Labels

  /// Of what belongs to all instances.
  var ofGroup: Mapping { identity }

  /// Of a StatefulSet, and of the Services of its instances.
  func ofWorkload(_ workload: Workload) -> Mapping {
    var labels = identity
    labels[key("az-index")] = .string(String(workload.azIndex))
    if let zone = workload.zone { labels[key("az-name")] = .string(zone.name) }
    if let quarksNameKey { labels[quarksNameKey] = .string(workload.name) }
    return labels
  }

  func ofPods(_ workload: Workload, _ placeholders: Placeholders) -> Mapping {
    let added = placeholders.replace(in: selectorLabels)
    return areOnPods ? added.merging(ofWorkload(workload)) : added
  }

  /// Of a StatefulSet, which the budgets of the rollout-operator select as they do its pods.
  func ofStatefulSet(_ workload: Workload, _ placeholders: Placeholders) -> Mapping {
    selectingGroup.merging(placeholders.replace(in: selectorLabels)).merging(ofWorkload(workload))
  }

  /// What the build alone sets.
  var reserved: [String] {
    ["deployment-name", "instance-group-name", "az-index", "az-name", "pod-ordinal", "service-role"].map(key)
  }

  var podOrdinal: String { key("pod-ordinal") }
  var serviceRole: String { key("service-role") }

  // MARK: - Selectors

  /// Whether a selector of one workload leaves out the pods of all others.
  var tellZonesApart: Bool {
    areOnPods || (own?.matchLabels ?? selectorLabels).pairs.contains { $0.value.varies(within: .group) }
  }

  /// Selects the pods of a workload.
  func selecting(_ workload: Workload, _ placeholders: Placeholders) -> Mapping {
    guard let own, !own.matchLabels.isEmpty else { return generatedSelector(workload, placeholders) }
    var selector = placeholders.replace(in: selectorLabels.merging(own.matchLabels))
    let tellsZonesApart = own.matchLabels.pairs.contains { $0.value.varies(within: .group) }
    if workload.zone != nil, !tellsZonesApart, areOnPods {
      selector[key("az-index")] = .string(String(workload.azIndex))
    }
    return selector
  }

  /// The selector of a StatefulSet, which can't be changed once it runs.
  func statefulSetSelector(_ workload: Workload, _ placeholders: Placeholders) -> Node {
    guard let own else {
      return .mapping(["matchLabels": .mapping(generatedSelector(workload, placeholders))])
    }
    var selector = Node.mapping(
      [
        "matchLabels": own.matchLabels.isEmpty ? nil : .mapping(own.matchLabels),
        "matchExpressions": own.matchExpressions.isEmpty ? nil : .sequence(own.matchExpressions),
      ], at: own.position)
    placeholders.replace(in: &selector)
    return selector
  }

  private func generatedSelector(_ workload: Workload, _ placeholders: Placeholders) -> Mapping {
    guard areOnPods else { return placeholders.replace(in: selectorLabels) }
    var selector = identity
    selector[key("az-index")] = .string(String(workload.azIndex))
    if let quarksNameKey { selector[quarksNameKey] = .string(workload.name) }
    return placeholders.replace(in: selectorLabels).merging(selector)
  }

  /// What a Service selects beside its pods' labels.
  func forService(_ selector: Mapping) -> Mapping {
    guard activePassive else { return selector }
    var selector = selector
    selector[key("pod-active")] = "active"
    return selector
  }

  /// Reports a text that can't be the value of a label.
  static func checkValue(_ text: String, _ what: String, at position: Position, _ report: Report) {
    // What is missing was reported as such.
    guard position.isKnown, text.isEmpty || !QualifiedName.isLabelValue(text) else { return }
    report.error(
      "bad-label-value", "the \(what) \"\(text)\" can't be the value of a label", at: position,
      hint: "use at most 63 letters, digits, \"-\", \"_\" and \".\", with a letter or digit at both ends")
  }
}
