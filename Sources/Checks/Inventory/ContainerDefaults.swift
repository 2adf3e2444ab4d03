internal import Resources
internal import YAML

extension Inventory {
  /// The namespaces in which a LimitRange gives containers what they do not say themselves.
  ///
  /// - Parameter gives: whether one of its limits does.
  func namespacesWithDefaults(where gives: (Node) -> Bool) -> Set<KeyBytes> {
    let ranges = all("LimitRange").filter { range in
      range.object["spec"]?.items(of: "limits").contains { $0["type"]?.text == "Container" && gives($0) }
        ?? false
    }
    return Set(texts: ranges.map(\.effectiveNamespace))
  }
}
