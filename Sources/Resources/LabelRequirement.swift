internal import YAML

/// What a selector asks of one label; all of its requirements must hold.
package enum LabelRequirement: Sendable, Equatable {
  case among(String, [String])
  case notAmong(String, [String])
  case exists(String)
  case absent(String)

  package var key: String {
    switch self {
    case .among(let key, _), .notAmong(let key, _), .exists(let key), .absent(let key): key
    }
  }

  /// - Parameters:
  ///   - value: of a label.
  ///   - mayGet: whether a label that is not there may come, with a value or with any.
  package func holds(
    _ value: (String) -> String?, mayGet: (String, String?) -> Bool = { _, _ in false }
  ) -> Bool {
    switch self {
    case .among(let key, let wanted):
      guard let label = value(key) else { return wanted.contains { mayGet(key, $0) } }
      return wanted.contains { sameBytes(label, $0) }
    case .notAmong(let key, let unwanted):
      guard let label = value(key) else { return true }
      return !unwanted.contains { sameBytes(label, $0) }
    case .exists(let key): return value(key) != nil || mayGet(key, nil)
    case .absent(let key): return value(key) == nil
    }
  }
}
