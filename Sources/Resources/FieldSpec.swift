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

  /// Whether it is, or leads to, what objects are called.
  package var mayRename: Bool {
    guard path.segments.first.map({ sameBytes($0.name, "metadata") }) ?? true else { return false }
    return path.segments.dropFirst().first.map { ["name", "namespace"].containsBytes(of: $0.name) } ?? true
  }
}

extension FieldSpec: CustomStringConvertible {
  package var description: String {
    filter.kind.isEmpty ? path.text : "\(path.text) of \(filter.kind)"
  }
}

/// Field specs of which none is there twice; thousands may be added.
package struct FieldSpecList: Sendable {
  package private(set) var specs: [FieldSpec] = []
  private var places: [FieldPath: [Int]] = [:]

  package init(_ specs: [FieldSpec]) {
    for spec in specs { append(spec) }
  }

  private mutating func append(_ spec: FieldSpec) {
    places[spec.path, default: []].append(specs.count)
    specs.append(spec)
  }

  /// Adds a spec when none for its field is there; one for a part of its kinds is enough for it to be left out
  /// (kustomize v5 `FsSlice.MergeOne`).
  ///
  /// - Returns: the spec that is there and disagrees about creating the field.
  @discardableResult
  package mutating func merge(_ other: FieldSpec) -> FieldSpec? {
    let known = places[other.path]?.first { other.filter.covers(specs[$0].filter) }
    guard let known else {
      append(other)
      return nil
    }
    return specs[known].creates == other.creates ? nil : specs[known]
  }
}

extension Array where Element == FieldSpec {
  /// Adds the specs that are not there yet.
  package mutating func merge(_ others: [FieldSpec]) {
    var list = FieldSpecList(self)
    for other in others { list.merge(other) }
    self = list.specs
  }
}
