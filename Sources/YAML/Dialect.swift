/// Whose reading and writing of YAML counts.
package enum Dialect: Sendable {
  /// kustomize: read by go-yaml v3, turned into JSON, written by go-yaml v2.
  case kustomize
  /// BOSH: read and written by go-yaml v2. Plain `yes` and `off` are booleans, timestamps stay as they are
  /// written, and keys keep their types.
  case bosh
}

extension Scalar {
  /// What go-yaml v2 takes a plain scalar for, where that is not what go-yaml v3 takes it for.
  mutating func resolveForBOSH() {
    switch kind {
    case .timestamp: kind = .string
    case .string:
      if Self.booleans.contains(text) { kind = .bool }
    default: break
    }
  }

  /// Longer words than these can't be one.
  static let longestBoolean = 3

  // Few and short: a set would take longer, and its making would be a tenth of a small program's run.
  private static let booleans: [String] = [
    "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "n", "N", "no", "No", "NO", "off", "Off", "OFF",
  ]
}
