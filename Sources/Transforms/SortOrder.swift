package import Diagnostics
package import Resources
package import YAML

/// The order of the output: `sortOptions` of a kustomization, or `--reorder`.
package struct SortOrder: Sendable {
  package enum Order: String, Sendable, CaseIterable {
    /// As the files and layers gave it.
    case fifo
    /// By kind, so that `kubectl apply` meets what others need first.
    case legacy
  }

  struct LegacyOptions: Sendable {
    var orderFirst: [String]?
    var orderLast: [String]?

    static let schema = Schema<LegacyOptions>("legacySortOptions", initial: LegacyOptions()) {
      Field("orderFirst", .list(of: .string), \.orderFirst, "kinds that come first, in this order")
      Field("orderLast", .list(of: .string), \.orderLast, "kinds that come last, in this order")
    }
  }

  var order: Order = .fifo
  var legacy: Located<LegacyOptions>?

  package static let schema = Schema<SortOrder>(
    // Without an order, kinds that come first are not to be called meaningless as well.
    "sortOptions", initial: SortOrder(order: .legacy)
  ) {
    Field("order", .choice(), \.order, required: true, "fifo or legacy")
    Field(
      "legacySortOptions", .located(.object(LegacyOptions.schema)), \.legacy,
      "which kinds come first and last")
  }

  /// Reports kinds that come first or last in an order that does not go by kinds; kustomize refuses them, too.
  package func check(_ report: Report) {
    guard let legacy, order != .legacy else { return }
    report.error(
      "setting-without-use", "\"legacySortOptions\" has no meaning for the order \(order.rawValue)",
      at: legacy.position, hint: "leave it out, or write \"order: legacy\"")
  }

  package init() {}

  package init(order: Order) {
    self.order = order
  }

  package func sort(_ set: inout ResourceSet) {
    let hasFirst = set.resources.indices.contains { set.resources[$0].comesFirst }
    guard order == .legacy || hasFirst else { return }
    var keys = SortKeys(ranks)
    for index in set.resources.indices { keys.add(set.resources[index]) }
    set.arrange(keys.sorted())
  }

  /// The ranks of kinds, 0 for those that are not in it; `nil` where the order is not by kind.
  private var ranks: [KeyBytes: Int]? {
    guard order == .legacy else { return nil }
    let first = legacy?.value.orderFirst ?? Self.kindsFirst
    let last = legacy?.value.orderLast ?? Self.kindsLast
    var ranks: [KeyBytes: Int] = [:]
    for (index, kind) in first.enumerated() { ranks[kind] = index - first.count }
    for (index, kind) in last.enumerated() { ranks[kind] = 1 + index }
    return ranks
  }

  /// What a kind among others is sorted by, where no object is told.
  static func legacyKey(_ filter: KindFilter) -> (rank: Int, text: String) {
    func named(_ text: String, _ absent: String) -> String { text.isEmpty ? absent : text }
    let parts = [named(filter.group, "~G"), named(filter.version, "~V"), named(filter.kind, "~K")]
    let rank =
      kindsFirst.firstIndex(of: filter.kind).map { $0 - kindsFirst.count }
      ?? kindsLast.firstIndex(of: filter.kind).map { $0 + 1 } ?? 0
    return (rank, parts.joined(separator: "_"))
  }

  private static let kindsFirst = [
    "Namespace", "ResourceQuota", "StorageClass", "CustomResourceDefinition", "ServiceAccount",
    "PodSecurityPolicy", "Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding", "ConfigMap", "Secret",
    "Endpoints", "Service", "LimitRange", "PriorityClass", "PersistentVolume", "PersistentVolumeClaim",
    "Deployment", "StatefulSet", "CronJob", "PodDisruptionBudget",
  ]
  private static let kindsLast = ["MutatingWebhookConfiguration", "ValidatingWebhookConfiguration"]
}
