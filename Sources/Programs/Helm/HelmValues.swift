internal import YAML

/// How values that are written in a kustomization meet those of a file.
enum HelmValues {
  enum Merge: String, Sendable, CaseIterable {
    /// Those written in the kustomization count.
    case override
    /// Those of the file count.
    case merge
    /// Those of the file are left out.
    case replace
  }

  static func joined(inline: Mapping, file: Mapping, _ merge: Merge) -> Mapping {
    switch merge {
    case .override: file.overridden(by: inline)
    case .merge: inline.overridden(by: file)
    case .replace: inline
    }
  }
}

extension Mapping {
  /// Mappings are joined, anything else is replaced, and `null` takes a value away (kyaml `merge2`).
  fileprivate func overridden(by other: Mapping) -> Mapping {
    var joined = self
    for pair in other.pairs {
      if case .mapping(let new) = pair.value {
        let old = joined[pair.key.text]?.mapping ?? Mapping(at: new.position)
        joined[pair.key.text] = .mapping(old.overridden(by: new))
      } else {
        joined[pair.key.text] = pair.value.isNull ? nil : pair.value
      }
    }
    return joined
  }
}
