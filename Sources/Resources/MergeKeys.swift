internal import YAML

/// How the lists of a kind merge: by which keys their entries match.
///
/// Only what a merge can reach is kept: the fields on the way to a list that merges. A list that isn't
/// here is replaced as a whole.
package struct MergeSchema: Sendable {
  /// A type of the schema: what its fields are.
  package struct TypeID: Sendable, Hashable {
    fileprivate let index: Int
  }

  package enum Field: Sendable {
    /// A mapping with fields of its own.
    case object(TypeID)
    /// A list of mappings whose entries match by the keys: every entry has the first, and may lack the
    /// others. Without keys, a list of scalars that is a set.
    case list(keys: [String], entry: TypeID?)
  }

  private struct ObjectType {
    var fields: [(name: String, field: Field)] = []
  }

  private var types: [ObjectType] = []
  private var roots: [GroupVersionKind: TypeID] = [:]
  /// What is known of an object of a kind that Kubernetes serves but that the table doesn't name.
  private var otherKinds: TypeID?

  /// The type of an object; `nil` when nothing is known of its kind.
  package func type(of gvk: GroupVersionKind) -> TypeID? {
    if let root = roots[gvk] { return root }
    return BuiltinKinds.isKnown(gvk) ? otherKinds : nil
  }

  /// What is known of a field; `nil` for one that is replaced, or merged as a mapping of unknown fields.
  package func field(_ name: String, of type: TypeID?) -> Field? {
    guard let type else { return nil }
    return types[type.index].fields.first { sameBytes($0.name, name) }?.field
  }
}

// MARK: - Kubernetes' own kinds

extension MergeSchema {
  /// Of the kinds that Kubernetes serves itself; read from its table when it is asked for the first time.
  package static let builtin = MergeSchema(table: builtinTable)

  /// - Parameter table: as the comment of ``builtinTable`` describes it.
  init(table: String) {
    let lines = table.utf8.split(separator: UInt8(ascii: "\n")).map {
      $0.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    }
    var ids: [String: TypeID] = [:]
    for (index, words) in lines.enumerated() { ids[words[0]] = TypeID(index: index) }
    for words in lines {
      types.append(ObjectType(fields: words.dropFirst().compactMap { Self.readField($0, ids) }))
    }
    otherKinds = ids["*"]
    for (name, id) in ids {
      guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else { continue }
      let kind = String(name[name.index(after: slash)...])
      roots[GroupVersionKind(apiVersion: String(name[..<slash]), kind: kind)] = id
    }
  }

  /// Reads `field=Type`, `field=Type[key,…]` or `field=[]`.
  private static func readField(_ word: String, _ ids: [String: TypeID]) -> (name: String, field: Field)? {
    let bytes = word.utf8
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let name = String(word[..<equals])
    let value = bytes[bytes.index(after: equals)...]
    guard let bracket = value.firstIndex(of: UInt8(ascii: "[")) else {
      return ids[String(Substring(value))].map { (name, .object($0)) }
    }
    let keys = value[value.index(after: bracket)...].dropLast().split(separator: UInt8(ascii: ","))
    let entry = ids[String(Substring(value[..<bracket]))]
    return (name, .list(keys: keys.map { String(Substring($0)) }, entry: entry))
  }
}
