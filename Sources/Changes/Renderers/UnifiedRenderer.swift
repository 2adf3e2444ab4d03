internal import Diagnostics
internal import Resources
internal import YAML

/// The manifests of what changed as `diff -u` shows them; of objects that changed alike only the first.
package struct UnifiedRenderer {
  private let comparison: Comparison

  package init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  package var text: String { sections.map { $0.heading + $0.diff }.joined() }

  struct Section {
    /// The objects that changed in this way.
    var objects: [ObjectChange]
    var diff: String

    var heading: String {
      objects.dropFirst().map { Escape.line("# the same in \(ChangeText.object($0.object))") + "\n" }.joined()
    }
  }

  /// What changed alike, together.
  var sections: [Section] {
    var groups: [[ObjectChange]] = []
    var places: [KeyBytes: Int] = [:]
    for change in comparison.objects {
      guard change.kind == .changed else {
        groups.append([change])
        continue
      }
      let signature =
        "\(change.object.gvk.kind) "
        + change.fields.map { "\($0.path.text) \($0.old?.oneLine ?? "") \($0.new?.oneLine ?? "")" }.joined(
          separator: "\n")
      if let place = places[signature] {
        groups[place].append(change)
      } else {
        places[signature] = groups.count
        groups.append([change])
      }
    }
    return groups.map { Section(objects: $0, diff: Self.diff($0[0])) }
  }

  private static func diff(_ change: ObjectChange) -> String {
    func path(_ resource: Resource?) -> String {
      guard let resource else { return "/dev/null" }
      return [resource.gvk.kind, resource.namespace, resource.name].filter { !$0.isEmpty }.joined(
        separator: "/")
    }
    func text(_ resource: Resource?) -> String { resource.map { ChangeText.yaml($0.written) } ?? "" }
    return Escape.line("--- \(change.old == nil ? "" : "a/")\(path(change.old))") + "\n"
      + Escape.line("+++ \(change.new == nil ? "" : "b/")\(path(change.new))") + "\n"
      + UnifiedDiff(text(change.old), text(change.new)).text
  }
}
