internal import Diagnostics
package import Resources
package import YAML

/// What is different between two sets of objects: the objects that only one has, and the fields of those that both have.
///
/// Objects are the same when group, kind, namespace and name are; an object that only one side has may be one of the
/// other side under another name (``Renames``). The order of objects, of keys, and of entries that a merge key tells
/// apart is no difference.
package struct Comparison: Sendable {
  /// In the order of kind, namespace and name.
  package private(set) var objects: [ObjectChange] = []

  package var isEmpty: Bool { objects.isEmpty }

  private let showsSecrets: Bool

  /// - Parameter showsSecrets: whether values of Secrets are kept; else only which of them differ.
  package init(old: ResourceSet, new: ResourceSet, showsSecrets: Bool = false) {
    self.showsSecrets = showsSecrets
    var (removed, added) = (old.resources, new.resources)
    // In each version of its API first, where an object is there in several.
    compare(&removed, &added) { $0.canonicalID }
    compare(&removed, &added) { $0.versionlessID }
    let renames = Renames(removed: removed, added: added)
    for (before, after) in renames.pairs { note(before, after, isRenamed: true) }
    objects += renames.removed.map { ObjectChange(old: shown($0), new: nil) }
    objects += renames.added.map { ObjectChange(old: nil, new: shown($0)) }
    objects.sort { $0.object.sortKey.lexicographicallyPrecedes($1.object.sortKey, by: precedesBytewise) }
  }

  /// Compares objects of one identity, one after the other where there are several, and leaves those without another.
  private mutating func compare(
    _ old: inout [Resource], _ new: inout [Resource], by identity: (Resource) -> ResourceID
  ) {
    if old.isEmpty || new.isEmpty { return }
    var places: [ResourceID: [Int]] = [:]
    for index in old.indices.reversed() { places[identity(old[index]), default: []].append(index) }
    var added: [Resource] = []
    for resource in new {
      if let index = places[identity(resource)]?.popLast() {
        note(old[index], resource)
      } else {
        added.append(resource)
      }
    }
    old = places.values.joined().sorted().map { old[$0] }
    new = added
  }

  private func shown(_ resource: Resource) -> Resource {
    showsSecrets || !SecretMask.applies(to: resource) ? resource : SecretMask.mask(resource)
  }

  private mutating func note(_ old: Resource, _ new: Resource, isRenamed: Bool = false) {
    // Most objects stay as they are.
    if !isRenamed && old.object.sameValue(as: new.object) { return }
    var (old, new) = (old, new)
    if [old, new].allSatisfy(SecretMask.applies) { old = SecretForm.aligned(old, to: new) }
    if !showsSecrets && [old, new].contains(where: SecretMask.applies) {
      (old, new) = SecretMask.mask(old, new)
    }
    let fields: [FieldChange]
    if let pair = ServerFields.comparable(old, new) {
      (old, new) = pair
      fields = ServerDefaults.changes(from: old, to: new).filter { !$0.isOrder }
    } else {
      fields = FieldComparison.changes(from: old, to: new, ignoringName: isRenamed)
    }
    if isRenamed || !fields.isEmpty { objects.append(ObjectChange(old: old, new: new, fields: fields)) }
  }
}

/// What became of one object.
package struct ObjectChange: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case added, removed, changed, renamed
  }

  package let old: Resource?
  package let new: Resource?
  /// The fields that differ, when both sides have it.
  package var fields: [FieldChange] = []

  package var kind: Kind {
    guard let old else { return .added }
    guard let new else { return .removed }
    return sameBytes(old.name, new.name) ? .changed : .renamed
  }

  /// The object as it is now, or was.
  package var object: Resource {
    // One of the two is always there.
    new ?? old!
  }
}

/// One field that differs.
package struct FieldChange: Sendable {
  package let path: ChangePath
  /// `nil` for a field that was added.
  package let old: Node?
  /// `nil` for a field that was removed.
  package let new: Node?
  /// Where the side that has it no more took it away.
  var removal = Position.none
  /// Whether they are the keys of a list's entries, of which only the order is another.
  var isOrder = false
}

extension Resource {
  /// Objects are listed by kind, namespace and name.
  var sortKey: [String] { [gvk.kind, gvk.group, namespace, name] }

  /// A new version of its API makes it no other object.
  package var versionlessID: ResourceID {
    ResourceID(
      gvk: GroupVersionKind(group: gvk.group, version: "", kind: gvk.kind), name: name,
      namespace: effectiveNamespace)
  }
}
