package import Diagnostics
package import YAML

/// Which pods an object means, read from `matchLabels` and `matchExpressions` or from a plain mapping of labels.
package struct PodSelector: Sendable {
  package let requirements: [LabelRequirement]
  package let position: Position

  /// - Parameter labels: as a Service selects.
  package init(labels: Mapping) {
    requirements = Self.requirements(labels.pairs)
    position = labels.position
  }

  /// - Parameter node: as everything but a Service selects.
  /// - Returns: `nil` where there is no selector.
  package init?(_ node: Node?) {
    guard let node, node.mapping != nil else { return nil }
    requirements =
      Self.requirements(node["matchLabels"]?.mapping?.pairs ?? [])
      + (node["matchExpressions"]?.items ?? []).compactMap(Self.requirement)
    position = node.position
  }

  private static func requirements(_ labels: [Mapping.Pair]) -> [LabelRequirement] {
    labels.map { .among($0.key.text, [$0.value.text ?? ""]) }
  }

  private static func requirement(_ expression: Node) -> LabelRequirement? {
    guard let key = expression["key"]?.text else { return nil }
    let values = (expression["values"]?.items ?? []).compactMap(\.text)
    return switch expression["operator"]?.text {
    case "In": .among(key, values)
    case "NotIn": .notAmong(key, values)
    case "Exists": .exists(key)
    case "DoesNotExist": .absent(key)
    // The API server refuses it, so that it selects nothing.
    default: .among(key, [])
    }
  }

  /// Equal for selectors that ask the same in the same words.
  package var key: [KeyBytes] {
    requirements.flatMap { requirement -> [KeyBytes] in
      let (word, values) =
        switch requirement {
        case .among(_, let values): ("in", values)
        case .notAmong(_, let values): ("notin", values)
        case .exists: ("exists", [])
        case .absent: ("absent", [])
        }
      return ([word, requirement.key, "\(values.count)"] + values).map(KeyBytes.init)
    }
  }

  package func selects(_ labels: Mapping?, mayGet: (String, String?) -> Bool = { _, _ in false }) -> Bool {
    requirements.allSatisfy { $0.holds({ labels?[$0]?.text }, mayGet: mayGet) }
  }
}
