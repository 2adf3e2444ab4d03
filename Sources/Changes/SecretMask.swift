internal import Resources
internal import YAML

/// Hides the values of Secrets, and keeps which of them differ.
enum SecretMask {
  static let same = "***"
  static let changed = "*** (changed)"

  static func applies(to resource: Resource) -> Bool {
    resource.gvk.kind == "Secret" && resource.gvk.group.isEmpty
  }

  static func mask(_ resource: Resource) -> Resource { masked(resource) { _, _ in same } }

  static func mask(_ old: Resource, _ new: Resource) -> (old: Resource, new: Resource) {
    let after = masked(new) { field, key in
      guard let before = old.object[field]?[key], let now = new.object[field]?[key] else { return same }
      return before.sameValue(as: now) ? same : changed
    }
    return (mask(old), after)
  }

  /// kubectl keeps a copy of what it applied, values and all, in an annotation.
  private static let copy = "kubectl.kubernetes.io/last-applied-configuration"

  private static func masked(
    _ resource: Resource, _ mask: (_ field: String, _ key: String) -> String
  ) -> Resource {
    var resource = resource
    _ = resource.object.changeMapping { root in
      for field in ["data", "stringData"] {
        guard let index = root.index(of: field) else { continue }
        _ = root.pairs[index].value.changeMapping { values in
          for pair in values.pairs.indices {
            values.pairs[pair].value = .string(mask(field, values.pairs[pair].key.text))
          }
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
