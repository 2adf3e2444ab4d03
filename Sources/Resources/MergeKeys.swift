internal import YAML

/// How the lists of a kind merge: by which keys their entries match.
///
/// Only what a merge can reach is kept: the fields on the way to a list that merges. A list that isn't
/// here is replaced as a whole.
package struct MergeSchema: Sendable {
  /// A type of the schema: what its fields are.
  package struct TypeID: Sendable, Hashable {
    let index: Int
  }

  package enum Field: Sendable {
    /// A mapping with fields of its own.
    case object(TypeID)
    /// A list of mappings whose entries match by the keys: every entry has the first, and may lack the
    /// others. Without keys, a list of scalars that is a set.
    case list(keys: [String], entry: TypeID?)
  }

  struct ObjectType {
    var fields: [(name: String, field: Field)] = []
    /// What every other key of a mapping holds, whose keys are the user's.
    var otherFields: Field?
  }

  let types: [ObjectType]
  let roots: [GroupVersionKind: TypeID]
  /// An object of a kind that Kubernetes serves but that isn't among the roots.
  let otherKinds: TypeID?
  /// Kubernetes' own types by the names that its table gives them.
  private let names: [String: TypeID]

  init(
    types: [ObjectType], roots: [GroupVersionKind: TypeID], otherKinds: TypeID? = nil,
    names: [String: TypeID] = [:]
  ) {
    self.types = types
    self.roots = roots
    self.otherKinds = otherKinds
    self.names = names
  }

  /// The type of an OpenAPI definition of Kubernetes, such as `io.k8s.api.core.v1.PodTemplateSpec`.
  func type(ofDefinition name: String) -> TypeID? {
    let parts = name.split(separator: ".")
    return names[parts.suffix(3).joined(separator: ".")] ?? parts.last.flatMap { names[String($0)] }
  }

  /// The type of an object; `nil` when nothing is known of its kind.
  package func type(of gvk: GroupVersionKind) -> TypeID? {
    if let root = roots[gvk] { return root }
    return otherKinds != nil && BuiltinKinds.isKnown(gvk) ? otherKinds : nil
  }

  /// What is known of a field; `nil` for one that is replaced, or merged as a mapping of unknown fields.
  package func field(_ name: String, of type: TypeID?) -> Field? {
    guard let type else { return nil }
    let known = types[type.index]
    return known.fields.first { sameBytes($0.name, name) }?.field ?? known.otherFields
  }
}

// MARK: - Kubernetes' own kinds

extension MergeSchema {
  /// Of the kinds that Kubernetes serves itself; read from its table when it is asked for the first time.
  package static let builtin = MergeSchema(table: builtinTable + "\n" + groupTable)

  /// The same of instance groups, so that an overlay patches the pods of one as it patches those of a StatefulSet.
  private static let groupTable =
    """
    zonal/v1alpha1/InstanceGroup metadata=ObjectMeta spec=InstanceGroupSpec
    InstanceGroupSpec template=PodTemplateSpec ports=InstanceGroupPort[port,protocol] services=InstanceGroupServices
    InstanceGroupServices aggregate=InstanceGroupService[name]
    InstanceGroupService
    InstanceGroupPort
    """

  /// - Parameter table: as the comment of ``builtinTable`` describes it.
  init(table: String) {
    let lines = Array(table.utf8).split(separator: UInt8(ascii: "\n")).map {
      $0.split(separator: UInt8(ascii: " "))
    }
    var ids: [String: TypeID] = [:]
    var roots: [GroupVersionKind: TypeID] = [:]
    for (index, words) in lines.enumerated() {
      let name = String(decoding: words[0], as: UTF8.self)
      ids[name] = TypeID(index: index)
      if let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) {
        let kind = String(name[name.index(after: slash)...])
        roots[GroupVersionKind(apiVersion: String(name[..<slash]), kind: kind)] = TypeID(index: index)
      }
    }
    let types = lines.map { words in
      ObjectType(fields: words.dropFirst().compactMap { Self.readField($0, ids) })
    }
    self.init(types: types, roots: roots, otherKinds: ids["*"], names: ids)
  }

  /// Reads `field=Type`, `field=Type[key,…]` or `field=[]`.
  private static func readField(
    _ word: ArraySlice<UInt8>, _ ids: [String: TypeID]
  ) -> (name: String, field: Field)? {
    let marks = Array("=[],".utf8)
    let parts = word.split(omittingEmptySubsequences: false) { marks.contains($0) }
      .map { String(decoding: $0, as: UTF8.self) }
    guard word.last == marks[2] else { return ids[parts[1]].map { (parts[0], .object($0)) } }
    return (parts[0], .list(keys: parts[2..<parts.count - 1].filter { !$0.isEmpty }, entry: ids[parts[1]]))
  }
}
