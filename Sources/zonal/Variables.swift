internal import ArgumentParser
internal import Glibc

/// The environment, for flags that need not be given in a pod.
struct Variables {
  /// Whether they count at all.
  let areUsed: Bool

  /// `nil` when it is not set, or empty.
  subscript(name: String) -> String? {
    guard areUsed, let value = getenv(name) else { return nil }
    return value.pointee == 0 ? nil : String(cString: value)
  }

  func need(_ value: String?, _ flag: String, _ name: String) throws -> String {
    if let value = value ?? self[name] { return value }
    throw ValidationError(areUsed ? "give \(flag), or set \(name)" : "give \(flag)")
  }

  func number(_ value: Int?, _ name: String) throws -> Int? {
    guard value == nil, let text = self[name] else { return value }
    if let number = Int(text) { return number }
    throw ValidationError("\(name) must be a whole number, but is '\(text)'")
  }
}

extension String {
  /// The value of a variable that is `true` or `false`.
  func boolean(_ name: String) throws -> Bool {
    if let value = Bool(self) { return value }
    throw ValidationError("\(name) must be true or false, but is '\(self)'")
  }
}
