internal import YAML

/// Which objects a rule is about: empty parts match everything.
package struct KindFilter: Sendable, Hashable {
  package var group: String
  package var version: String
  package var kind: String

  package init(group: String = "", version: String = "", kind: String = "") {
    self.group = group
    self.version = version
    self.kind = kind
  }

  package func matches(_ gvk: GroupVersionKind) -> Bool {
    (kind.isEmpty || sameBytes(kind, gvk.kind)) && (group.isEmpty || sameBytes(group, gvk.group))
      && (version.isEmpty || sameBytes(version, gvk.version))
  }

  /// Whether it is about everything that another one is about.
  package func covers(_ other: KindFilter) -> Bool {
    (kind.isEmpty || sameBytes(kind, other.kind)) && (group.isEmpty || sameBytes(group, other.group))
      && (version.isEmpty || sameBytes(version, other.version))
  }
}

/// A field that a transformer writes to, in which kinds, and whether it is created when it is missing.
package struct FieldSpec: Sendable, Hashable {
  package var filter: KindFilter
  package var path: FieldPath
  package var creates: Bool

  package init(_ path: String, in filter: KindFilter = KindFilter(), creates: Bool = false) {
    self.filter = filter
    self.path = FieldPath(path)
    self.creates = creates
  }

  package init(path: FieldPath, in filter: KindFilter, creates: Bool) {
    self.filter = filter
    self.path = path
    self.creates = creates
  }
}

extension FieldSpec: CustomStringConvertible {
  package var description: String {
    filter.kind.isEmpty ? path.text : "\(path.text) of \(filter.kind)"
  }
}

extension Array where Element == FieldSpec {
  /// Adds the specs that are not there yet.
  package mutating func merge(_ others: [FieldSpec]) {
    for other in others { merge(other) }
  }

  /// Adds a spec when none for its field is there; one for a part of its kinds is enough for it to be left out
  /// (kustomize v5 `FsSlice.MergeOne`).
  ///
  /// - Returns: the spec that is there and disagrees about creating the field.
  @discardableResult
  package mutating func merge(_ other: FieldSpec) -> FieldSpec? {
    guard let known = first(where: { $0.path == other.path && other.filter.covers($0.filter) }) else {
      append(other)
      return nil
    }
    return known.creates == other.creates ? nil : known
  }
}
