internal import Resources

extension PodSelector {
  /// What to do about a selector that matches no pod: the first label that none has is the one to look at.
  func remedy(_ inventory: Inventory, in namespace: String) -> String {
    for case .among(let key, let wanted) in requirements where !RuntimeLabels.isSetOnPods(key) {
      guard let value = wanted.first,
        !wanted.contains(where: { inventory.isLabel(key, $0, in: namespace) })
      else { continue }
      let values = inventory.values(of: key, in: namespace)
      guard !values.isEmpty else { return "no pod template here has the label \(key)" }
      let near =
        likely(value, among: values)
        ?? "others have \(values.prefix(5).joined(separator: ", "))"
      return "no pod template here has \(key): \(value); \(near)"
    }
    return "select labels that the pod template has, or leave the object out"
  }
}
