internal import Diagnostics
internal import YAML

/// Which pods an object means, read from `matchLabels` and `matchExpressions` or from a plain mapping of labels.
struct PodSelector {
  enum Requirement {
    case among(String, [String])
    case notAmong(String, [String])
    case exists(String)
    case absent(String)

    var key: String {
      switch self {
      case .among(let key, _), .notAmong(let key, _), .exists(let key), .absent(let key): key
      }
    }
  }

  let requirements: [Requirement]
  let position: Position

  /// - Parameter labels: as a Service selects.
  init(labels: Mapping) {
    requirements = labels.pairs.map { .among($0.key.text, [$0.value.text ?? ""]) }
    position = labels.position
  }

  /// - Parameter node: as everything but a Service selects.
  /// - Returns: `nil` where there is no selector.
  init?(_ node: Node?) {
    guard let node, node.mapping != nil else { return nil }
    let labels = node["matchLabels"]?.mapping?.pairs ?? []
    requirements =
      labels.map { .among($0.key.text, [$0.value.text ?? ""]) }
      + node.items(of: "matchExpressions").compactMap(Self.requirement)
    position = node.position
  }

  private static func requirement(_ expression: Node) -> Requirement? {
    guard let key = expression["key"]?.text else { return nil }
    let values = expression.items(of: "values").compactMap(\.text)
    return switch expression["operator"]?.text {
    case "In": .among(key, values)
    case "NotIn": .notAmong(key, values)
    case "Exists": .exists(key)
    case "DoesNotExist": .absent(key)
    default: nil
    }
  }

  /// Whether it tells pods of one template apart, so that two such selectors may mean different pods of it.
  var tellsInstancesApart: Bool { requirements.contains(where: RuntimeLabels.mayMeet) }
}
