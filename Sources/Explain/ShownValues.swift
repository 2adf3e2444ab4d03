package import Changes
internal import Resources
package import YAML

/// Values as they are shown: those of Secrets, also of such that a group holds, are not.
package struct ShownValues {
  private let showsSecrets: Bool

  package init(showsSecrets: Bool) {
    self.showsSecrets = showsSecrets
  }

  private static func isSecret(_ node: Node) -> Bool {
    node["kind"]?.text == "Secret" && node["apiVersion"]?.text == "v1"
  }

  /// Whether a field of an object is one of a Secret's values, or holds them.
  package func hides(_ path: ChangePath, of object: Node) -> Bool {
    if showsSecrets { return false }
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
    if showsSecrets { return node }
    switch node {
    case .scalar: return node
    case .sequence(var sequence):
      sequence.items = sequence.items.map(object)
      return .sequence(sequence)
    case .mapping(var mapping):
      let isSecret = Self.isSecret(node)
      for index in mapping.pairs.indices {
        let key = mapping.pairs[index].key.text
        let isHidden = isSecret && !SecretMask.open.contains(key) || key == SecretMask.copy
        mapping.pairs[index].value =
          isHidden ? Self.masked(mapping.pairs[index].value) : object(mapping.pairs[index].value)
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
