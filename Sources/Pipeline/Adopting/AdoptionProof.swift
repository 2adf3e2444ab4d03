internal import Adoption
internal import Changes
internal import Diagnostics
internal import Resources
internal import YAML

/// What runs, compared with what adopted sources are built to.
struct AdoptionProof: Sendable {
  /// What is compared, when there are several.
  private let title: String?
  private let plan: Plan
  private let comparison: Comparison
  /// The first thing that is not as it runs: labels that objects themselves get count for nothing.
  let difference: String?

  init(_ title: String? = nil, running: ResourceSet, built: ResourceSet) {
    self.title = title
    // A plan may speak of marks that are there without a move.
    let isMarked = built.resources.contains { $0.annotations?[Resource.movedAnnotation] != nil }
    if !isMarked, let heads = Self.headsOfEquals(running, built) {
      plan = Plan(old: ResourceSet(), new: ResourceSet())
      comparison = Comparison(old: heads.old, new: heads.new)
    } else {
      plan = Plan(old: running, new: built)
      comparison = plan.comparison
    }
    difference = Self.difference(comparison, plan)
  }

  private static func difference(_ comparison: Comparison, _ plan: Plan) -> String? {
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

  /// Both sides are read apart, and what was just written is no source of anybody's yet: places would say nothing.
  var text: String {
    let changes = comparison.isEmpty ? "nothing differs\n" : PathsRenderer(comparison).text
    let side = title.map { " \($0)" } ?? ""
    return "$ zonal plan\(side)\n\(PlanTextRenderer(plan).text)\n$ zonal diff\(side)\n\(changes)"
  }

  // MARK: Most proofs

  /// Both sides without what their objects say besides their metadata, where they differ in labels of their own alone
  /// and what pods read is there as it was: no rule of a plan has anything to say of that.
  ///
  /// - Returns: `nil` where anything else differs.
  private static func headsOfEquals(
    _ old: ResourceSet, _ new: ResourceSet
  ) -> (old: ResourceSet, new: ResourceSet)? {
    guard old.resources.count == new.resources.count else { return nil }
    var places: [ResourceID: Int] = [:]
    for (place, resource) in old.resources.enumerated() { places[resource.canonicalID] = place }
    let pairs = new.resources.indices.compactMap { index in
      places[new.resources[index].canonicalID].map { (old.resources[$0], new.resources[index]) }
    }
    guard pairs.count == new.resources.count else { return nil }
    let heads = [(Resource, Resource)?](inParallel: pairs.count) { index in
      let (old, new) = pairs[index]
      let isSame =
        readByPods.contains(new.gvk.kind)
        ? new.object.sameData(as: old.object)
        : new.object.without(labels).sameData(as: old.object.without(labels))
      return isSame ? (old.head, new.head) : nil
    }
    let equals = heads.compactMap(\.self)
    guard equals.count == pairs.count else { return nil }
    return (ResourceSet(equals.map(\.0)), ResourceSet(equals.map(\.1)))
  }

  private static let readByPods = ["ConfigMap", "Secret"]
  private static let labels = ["metadata", "labels"]
}

extension FieldChange {
  fileprivate var isAddedLabel: Bool {
    old == nil && path.steps.starts(with: [.field("metadata"), .field("labels")])
  }
}

extension Node {
  fileprivate func without(_ path: [String]) -> Node {
    var node = self
    node[path] = nil
    return node
  }
}

extension Resource {
  /// What says which object it is.
  fileprivate var head: Resource {
    var head = self
    let fields = ["apiVersion", "kind", "metadata"].compactMap { field in
      object[field].map { Mapping.Pair(key: Scalar(field), value: $0) }
    }
    head.object = .mapping(Mapping(fields, at: object.position))
    return head
  }
}
