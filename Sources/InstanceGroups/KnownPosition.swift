import Diagnostics

extension Position {
  /// The position of what somebody wrote; `nil` for a default, which stands nowhere.
  var known: Position? { isKnown ? self : nil }
}
