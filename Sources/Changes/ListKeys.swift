package import Resources
package import YAML

/// What tells the entries of a list apart: the merge keys of its schema, or names that are all different.
package struct ListKeys {
  private let keys: [String]
  /// What the schema says of an entry.
  package let entry: MergeSchema.Field?

  /// - Returns: `nil` for a list whose order counts.
  package init?(_ old: [Node], _ new: [Node], as field: MergeSchema.Field?, at path: ChangePath) {
    if case .list(let known, let type) = field, !known.isEmpty {
      keys = known
      entry = type.map(MergeSchema.Field.object)
    } else if path.steps.last == .field("volumeClaimTemplates") {
      keys = ["metadata.name"]
      entry = nil
    } else {
      keys = ["name"]
      entry = nil
    }
    guard isDistinct(old), isDistinct(new) else { return nil }
  }

  private func isDistinct(_ items: [Node]) -> Bool {
    var seen: Set<[ChangePath.KeyValue]> = []
    return items.allSatisfy { item in
      let values = values(of: item)
      return !values.isEmpty && seen.insert(values).inserted
    }
  }

  /// Empty for an item without the first key.
  package func values(of item: Node) -> [ChangePath.KeyValue] {
    guard let first = Self.text(of: item, keys[0]) else { return [] }
    return [ChangePath.KeyValue(key: keys[0], value: first)]
      + keys.dropFirst().compactMap { key in
        // As the API server fills it in.
        (item[key]?.text ?? (key == "protocol" ? "TCP" : nil)).map {
          ChangePath.KeyValue(key: key, value: $0)
        }
      }
  }

  func areSame(_ a: Node, _ b: Node) -> Bool {
    Self.text(of: a, keys[0]).map(KeyBytes.init) == Self.text(of: b, keys[0]).map(KeyBytes.init)
      && (keys.count == 1 || values(of: a) == values(of: b))
  }

  /// The keys of what both lists have, from the first that stands elsewhere to the last; `nil` when none does.
  func reordered(_ old: [Node], _ new: [Node]) -> (old: Node, new: Node)? {
    let (before, after) = (old.map(values), new.map(values))
    let (olds, news) = (Set(before), Set(after))
    var (a, b) = (before.filter(news.contains)[...], after.filter(olds.contains)[...])
    while let first = a.first, first == b.first { (a, b) = (a.dropFirst(), b.dropFirst()) }
    while let last = a.last, last == b.last { (a, b) = (a.dropLast(), b.dropLast()) }
    return a.isEmpty ? nil : (Self.list(a), Self.list(b))
  }

  private static func list(_ keys: ArraySlice<[ChangePath.KeyValue]>) -> Node {
    .sequence(keys.map { .string($0.map(\.value).joined(separator: "/")) })
  }

  private static func text(of item: Node, _ key: String) -> String? {
    key == "metadata.name" ? item["metadata"]?["name"]?.text : item[key]?.text
  }
}
