internal import Resources
internal import YAML

/// Finds things by the labels that they have, or select by, without looking at all of them.
struct LabelIndex {
  /// Something with labels, by its place in a list of the caller's.
  typealias Entry = (place: Int, namespace: String, labels: Mapping)

  private var labels: [Int: Mapping] = [:]
  private var having: [NamespacedLabel: [Int]] = [:]
  /// Everything once: under that of its labels which the fewest have.
  private var byRarest: [NamespacedLabel: [Int]] = [:]

  init(_ entries: [Entry]) {
    for entry in entries {
      labels[entry.place] = entry.labels
      for pair in entry.labels.pairs {
        having[NamespacedLabel(pair, in: entry.namespace), default: []].append(entry.place)
      }
    }
    for entry in entries {
      guard let rarest = rarest(of: entry.labels, in: entry.namespace) else { continue }
      byRarest[rarest, default: []].append(entry.place)
    }
  }

  private func rarest(of labels: Mapping, in namespace: String) -> NamespacedLabel? {
    labels.pairs.map { NamespacedLabel($0, in: namespace) }
      .min { (having[$0]?.count ?? 0) < (having[$1]?.count ?? 0) }
  }

  /// The places of those that have all of some labels, and maybe others.
  func holding(_ wanted: Mapping, in namespace: String) -> [Int] {
    let places = rarest(of: wanted, in: namespace).flatMap { having[$0] } ?? []
    return places.filter { labels[$0]?.holds(wanted) == true }
  }

  /// The places of those that have some of these labels, and no others.
  func within(_ given: Mapping, in namespace: String) -> [Int] {
    given.pairs.flatMap { byRarest[NamespacedLabel($0, in: namespace)] ?? [] }
      .filter { labels[$0].map(given.holds) == true }.sorted()
  }
}

extension NamespacedLabel {
  fileprivate init(_ pair: Mapping.Pair, in namespace: String) {
    self.init(namespace: namespace, key: pair.key.text, value: pair.value.text ?? "")
  }
}
