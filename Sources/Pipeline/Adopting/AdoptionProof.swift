internal import Adoption
internal import Changes
internal import Resources
internal import YAML

/// What runs, compared with what adopted sources are built to.
struct AdoptionProof: Sendable {
  /// What is compared, when there are several.
  private let title: String?
  private let plan: Plan
  private let comparison: Comparison

  init(_ title: String? = nil, running: ResourceSet, built: ResourceSet) {
    self.title = title
    guard let (old, new) = Self.withoutEqualPods(running, built) else {
      plan = Plan(old: running, new: built)
      comparison = plan.comparison
      return
    }
    // Nothing happens then; but a plan may speak of marks that are there without a move.
    let isMarked = built.resources.contains { $0.annotations?[Resource.movedAnnotation] != nil }
    plan = isMarked ? Plan(old: old, new: new) : Plan(old: ResourceSet(), new: ResourceSet())
    comparison = isMarked ? plan.comparison : Comparison(old: old, new: new)
  }

  /// The first thing that is not as it runs: labels that objects themselves get count for nothing.
  var difference: String? {
    for change in comparison.objects {
      switch change.kind {
      case .added: return "there would be \(change.object.id), too"
      case .removed, .renamed: return "\((change.old ?? change.object).id) would be gone"
      case .changed:
        let field = change.fields.first { !$0.isAddedLabel }
        if let field { return "\(change.object.id) would differ in \(field.path.text)" }
      }
    }
    // That a mark of a move is there without one is no event.
    return plan.entries.first { $0.kind != .move || $0.level != .note || !$0.pods.isEmpty }?.summary
  }

  /// Whether nothing happens.
  var isExact: Bool { difference == nil }

  var text: String {
    let changes = comparison.isEmpty ? "nothing differs\n" : PathsRenderer(comparison).text
    let side = title.map { " \($0)" } ?? ""
    return "$ zonal plan\(side)\n\(PlanTextRenderer(plan).text)\n$ zonal diff\(side)\n\(changes)"
  }

  // MARK: Most proofs

  /// Both sides without the specs of their pods, where workloads differ in their own labels alone and what pods read is
  /// there as it was: no rule of a plan has anything to say of that.
  ///
  /// - Returns: `nil` where anything else differs.
  private static func withoutEqualPods(_ old: ResourceSet, _ new: ResourceSet) -> (ResourceSet, ResourceSet)?
  {
    guard old.resources.count == new.resources.count else { return nil }
    var places: [ResourceID: Int] = [:]
    for (place, resource) in old.resources.enumerated() { places[resource.canonicalID] = place }
    var (old, new) = (old, new)
    for index in new.resources.indices {
      let resource = new.resources[index]
      guard let place = places[resource.canonicalID],
        resource.withoutOwnLabels.sameData(as: old.resources[place].withoutOwnLabels),
        !Self.readByPods.contains(resource.gvk.kind)
          || resource.object.sameData(as: old.resources[place].object)
      else { return nil }
      guard resource.gvk.group == "apps" else { continue }
      old.resources[place].object[podSpec] = nil
      new.resources[index].object[podSpec] = nil
    }
    return (old, new)
  }

  private static let readByPods = ["ConfigMap", "Secret"]
  private static let podSpec = ["spec", "template", "spec"]
}

extension FieldChange {
  fileprivate var isAddedLabel: Bool {
    old == nil && path.steps.starts(with: [.field("metadata"), .field("labels")])
  }
}

extension Resource {
  fileprivate var withoutOwnLabels: Node {
    var object = object
    object[["metadata", "labels"]] = nil
    return object
  }
}
