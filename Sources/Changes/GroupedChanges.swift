package import Resources
package import YAML

/// The changes of a comparison as a reader counts them: what happens in several objects alike is one.
package struct GroupedChanges: Sendable {
  /// One change, and where it happens.
  package struct Entry: Sendable {
    package let path: ChangePath
    package let old: Node?
    package let new: Node?
    package fileprivate(set) var objects: [Resource]
    /// What decides it, in each of the objects.
    package fileprivate(set) var places: [ChangePlace]

    /// The zones of the objects, in order; empty where none has one.
    package var zones: [String] { objects.zones }
  }

  /// Changes of fields, in the order of the first object of each.
  package let entries: [Entry]
  package let added: [ObjectChange]
  package let removed: [ObjectChange]
  package let renamed: [ObjectChange]

  package init(_ comparison: Comparison) {
    var entries: [Entry] = []
    var places: [Signature: Int] = [:]
    for change in comparison.objects {
      for field in change.fields {
        let signature = Signature(kind: change.object.gvk.kind, field)
        if let place = places[signature] {
          entries[place].objects.append(change.object)
          entries[place].places.append(field.place)
        } else {
          places[signature] = entries.count
          entries.append(
            Entry(
              path: field.path, old: field.old, new: field.new, objects: [change.object],
              places: [field.place]))
        }
      }
    }
    self.entries = entries
    added = comparison.objects.filter { $0.kind == .added }
    removed = comparison.objects.filter { $0.kind == .removed }
    renamed = comparison.objects.filter { $0.kind == .renamed }
  }

  private struct Signature: Hashable {
    let kind: KeyBytes
    let path: ChangePath
    let old: KeyBytes?
    let new: KeyBytes?

    init(kind: String, _ field: FieldChange) {
      self.kind = KeyBytes(text: kind)
      path = field.path
      old = field.old.map { KeyBytes(text: $0.oneLine) }
      new = field.new.map { KeyBytes(text: $0.oneLine) }
    }
  }
}

extension [Resource] {
  /// The zones that the objects are of, as their labels tell, sorted.
  package var zones: [String] {
    let names = compactMap { resource -> String? in
      let pairs = resource.labels?.pairs ?? []
      return pairs.first {
        $0.key.text.hasSuffix("/az-name") || $0.key.text == "topology.kubernetes.io/zone"
      }?.value.text
    }
    return Set(texts: names).map(\.text).sorted(by: precedesBytewise)
  }
}

extension Node {
  /// As JSON, which tells a string from a number.
  package var oneLine: String { String(decoding: json(self), as: UTF8.self) }
}
