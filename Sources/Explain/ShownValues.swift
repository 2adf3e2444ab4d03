package import Changes
internal import Resources
package import YAML

/// Values as they are shown: those of Secrets, also of such that a group holds, are not.
package struct ShownValues {
  private let showsSecrets: Bool

  package init(showsSecrets: Bool) {
    self.showsSecrets = showsSecrets
  }

  /// One within another object, which says its version: `kind: Secret` alone is a reference there.
  private static func isSecret(_ node: Node) -> Bool {
    node["kind"]?.text == "Secret" && node["apiVersion"]?.text == "v1"
  }

  /// Whether a field of an object is one of a Secret's values, or holds them.
  package func hides(_ path: ChangePath, of object: Node) -> Bool {
    if showsSecrets { return false }
    if case .field(let name) = path.steps.first, !SecretMask.open.contains(name),
      SecretMask.applies(to: Resource(object: object))
    {
      return true
    }
    var node: Node? = object
    for step in path.steps {
      switch step {
      case .field(let name):
        if let holder = node, Self.isSecret(holder), !SecretMask.open.contains(name) { return true }
        if name == SecretMask.copy { return true }
        node = node?[name]
      case .index, .entry: node = node?.items.flatMap { step.item(of: $0) }
      }
    }
    return false
  }

  /// A whole object without what is hidden in it.
  package func object(_ node: Node) -> Node {
    showsSecrets
      ? node
      : shown(node, isSecret: SecretMask.applies(to: Resource(object: node)) && node["metadata"] != nil)
  }

  private func shown(_ node: Node, isSecret: Bool) -> Node {
    switch node {
    case .scalar: return node
    case .sequence(var sequence):
      sequence.items = sequence.items.map { shown($0, isSecret: Self.isSecret($0)) }
      return .sequence(sequence)
    case .mapping(var mapping):
      for index in mapping.pairs.indices {
        let key = mapping.pairs[index].key.text
        let isHidden = isSecret && !SecretMask.open.contains(key) || key == SecretMask.copy
        mapping.pairs[index].value =
          isHidden
          ? Self.masked(mapping.pairs[index].value)
          : shown(mapping.pairs[index].value, isSecret: Self.isSecret(mapping.pairs[index].value))
      }
      return .mapping(mapping)
    }
  }

  /// The same tree with nothing to read in it.
  package static func masked(_ node: Node, as text: String = SecretMask.same) -> Node {
    switch node {
    case .scalar(let scalar): return .string(text, at: scalar.position)
    case .sequence(var sequence):
      sequence.items = sequence.items.map { masked($0, as: text) }
      return .sequence(sequence)
    case .mapping(var mapping):
      for index in mapping.pairs.indices {
        mapping.pairs[index].value = masked(mapping.pairs[index].value, as: text)
      }
      return .mapping(mapping)
    }
  }
}
