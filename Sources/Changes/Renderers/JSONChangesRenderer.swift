package import Diagnostics
package import Resources
package import YAML

/// For programs: every object with its changes, and the changes grouped as a reader counts them.
///
/// The schema is stable: fields are added, never renamed or removed, while ``version`` stays.
package struct JSONChangesRenderer {
  package static let version = 1

  private let comparison: Comparison
  private let changes: GroupedChanges
  private let places: ShownPlaces

  package init(_ comparison: Comparison, _ files: SourceFiles? = nil) {
    self.comparison = comparison
    places = ShownPlaces(files)
    changes = GroupedChanges(comparison)
  }

  package var text: String { String(decoding: json(document, form: .shown), as: UTF8.self) + "\n" }

  private var document: Node {
    let counts = Mapping(
      ObjectChange.Kind.allCases.map { kind in
        Mapping.Pair(
          key: Scalar(kind.rawValue), value: .integer(comparison.objects.count { $0.kind == kind }))
      })
    return .mapping([
      "version": .integer(Self.version),
      "summary": .mapping(counts),
      "changes": .sequence(changes.entries.map(entry)),
      "objects": .sequence(comparison.objects.map(object)),
    ])
  }

  private func entry(_ entry: GroupedChanges.Entry) -> Node {
    .mapping([
      "path": .string(entry.path.text), "old": entry.old, "new": entry.new,
      "objects": .sequence(entry.objects.map(\.identity)),
      "zones": .sequence(entry.zones.map { .string($0) }),
      "oldSource": places.node(entry.places[0].old), "newSource": places.node(entry.places[0].new),
    ])
  }

  private func object(_ change: ObjectChange) -> Node {
    var node = change.object.identity
    _ = node.changeMapping { mapping in
      mapping["change"] = .string(change.kind.rawValue)
      if change.kind == .renamed { mapping["oldName"] = .string(change.old?.name ?? "") }
      mapping["fields"] = .sequence(
        change.fields.map(places.node))
      mapping["oldSource"] = places.node(change.place.old)
      mapping["newSource"] = places.node(change.place.new)
    }
    return node
  }
}

extension Resource {
  /// What tells it from others, for programs.
  package var identity: Node {
    .mapping([
      "apiVersion": .string(gvk.apiVersion), "kind": .string(gvk.kind),
      "namespace": namespace.isEmpty ? nil : .string(namespace), "name": .string(name),
    ])
  }
}
