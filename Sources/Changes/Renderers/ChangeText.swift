package import Resources
package import YAML

/// How changes are worded, whatever the format.
package enum ChangeText {
  /// `messaging/nats-z0`
  static func name(_ resource: Resource) -> String {
    resource.namespace.isEmpty ? resource.name : "\(resource.namespace)/\(resource.name)"
  }

  package static func object(_ resource: Resource) -> String { "\(resource.gvk.kind) \(name(resource))" }

  /// `StatefulSet messaging/nats-z0, nats-z1 and 3 more (3 zones)`; the objects are of one kind.
  ///
  /// - Parameter mark: what sets names off from the words around them.
  static func objects(_ resources: [Resource], mark: (String) -> String = { $0 }) -> String {
    let shown = 4
    var text = mark(object(resources[0]))
    for (before, resource) in zip(resources, resources.dropFirst()).prefix(shown - 1) {
      let isNear = sameBytes(resource.namespace, before.namespace)
      text += ", " + mark(isNear ? resource.name : name(resource))
    }
    if resources.count > shown { text += " and \(resources.count - shown) more" }
    let zones = resources.zones
    return zones.count > 1 ? text + " (\(zones.count) zones)" : text
  }

  /// `3 changes in 5 objects, 2 objects added, 1 removed`
  static func summary(_ changes: GroupedChanges, _ comparison: Comparison) -> String {
    var parts: [String] = []
    let changed = comparison.objects.count { !$0.fields.isEmpty }
    if changed > 0 {
      parts.append("\(counted(changes.entries.count, "change")) in \(counted(changed, "object"))")
    }
    for (kind, objects) in [
      ("added", changes.added.count), ("removed", changes.removed.count),
      ("renamed", changes.renamed.count),
    ] where objects > 0 {
      parts.append("\(counted(objects, "object")) \(kind)")
    }
    return parts.isEmpty ? "no changes" : parts.joined(separator: ", ")
  }

  /// As a title.
  static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  static let orderChanges = "the order of a list is another, and to the server that is a change"

  static func counted(_ count: Int, _ noun: String) -> String {
    count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
  }

  /// A node as block YAML for a reader, without its last line break.
  package static func yaml(_ node: Node) -> String {
    var emitter = Emitter(showsLines: true)
    emitter.emit(document: node)
    return String(decoding: emitter.bytes.dropLast(), as: UTF8.self)
  }

  package static func lines(_ text: String) -> [Substring] {
    // To Swift, a line break behind a carriage return is another character.
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Substring.init)
  }

  /// The JSON of a value, as far as it fits beside others.
  package static func short(_ value: Node) -> String {
    let scalars = value.oneLine.unicodeScalars
    return scalars.count > 80 ? String(scalars.prefix(79)) + "…" : String(scalars)
  }
}
