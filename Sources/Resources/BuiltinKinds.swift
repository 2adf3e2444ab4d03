/// The kinds that Kubernetes serves itself, and which of them live in a namespace.
///
/// The table is read when it is asked for the first time.
package enum BuiltinKinds {
  /// Whether objects of a kind live in a namespace; `nil` for a kind that Kubernetes doesn't serve itself.
  package static func isNamespaced(_ gvk: GroupVersionKind) -> Bool? { scopes[gvk] }

  package static func isKnown(_ gvk: GroupVersionKind) -> Bool { scopes[gvk] != nil }

  private static let scopes = scopes(table)

  static func scopes(_ table: String) -> [GroupVersionKind: Bool] {
    var scopes: [GroupVersionKind: Bool] = [:]
    scopes.reserveCapacity(128)
    for line in Array(table.utf8).split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "))
      let version = GroupVersionKind(apiVersion: String(decoding: words[0], as: UTF8.self), kind: "")
      for word in words.dropFirst() {
        let isClusterScoped = word.last == UInt8(ascii: "!")
        var gvk = version
        gvk.kind = String(decoding: isClusterScoped ? word.dropLast() : word, as: UTF8.self)
        scopes[gvk] = !isClusterScoped
      }
    }
    return scopes
  }
}
