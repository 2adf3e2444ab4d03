package import Resources
internal import YAML

/// Hides the values of Secrets, and keeps which of them differ.
package enum SecretMask {
  package static let same = "***"
  package static let changed = "*** (changed)"

  package static func applies(to resource: Resource) -> Bool {
    resource.gvk.kind == "Secret" && resource.gvk.group.isEmpty
  }

  package static func mask(_ resource: Resource) -> Resource { masked(resource) { _, _ in same } }

  static func mask(_ old: Resource, _ new: Resource) -> (old: Resource, new: Resource) {
    let after = masked(new) { field, key in
      let sides = [old, new].map { side in key.map { side.object[field]?[$0] } ?? side.object[field] }
      guard let before = sides[0], let now = sides[1] else { return same }
      return before.sameValue(as: now) ? same : changed
    }
    return (mask(old), after)
  }

  /// kubectl keeps a copy of what it applied, values and all, in an annotation.
  package static let copy = "kubectl.kubernetes.io/last-applied-configuration"

  /// What no value stands in; a misspelled `data` is as secret as `data`.
  package static let open = ["apiVersion", "kind", "metadata", "type", "immutable"]

  /// - Parameter mask: what is shown of a field, or of one of its keys.
  private static func masked(
    _ resource: Resource, _ mask: (_ field: String, _ key: String?) -> String
  ) -> Resource {
    var resource = resource
    _ = resource.object.changeMapping { root in
      for index in root.pairs.indices
      where !open.contains(where: { sameBytes($0, root.pairs[index].key.text) }) {
        let field = root.pairs[index].key.text
        let isMapping: Void? = root.pairs[index].value.changeMapping { values in
          for pair in values.pairs.indices {
            values.pairs[pair].value = .string(
              mask(field, values.pairs[pair].key.text), at: values.pairs[pair].value.position)
          }
        }
        if isMapping == nil {
          root.pairs[index].value = .string(mask(field, nil), at: root.pairs[index].value.position)
        }
      }
    }
    if var annotations = resource.annotations, annotations[copy] != nil {
      annotations[copy] = .string(same)
      resource.setMetadata("annotations", to: .mapping(annotations))
    }
    return resource
  }
}
