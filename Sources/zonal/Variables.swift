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

  func number(_ value: Int?, _ flag: String, _ name: String) throws -> Int? {
    let given = value.map { (flag, String($0)) } ?? self[name].map { (name, $0) }
    guard let (place, text) = given else { return nil }
    guard let number = Int(text) else {
      throw ValidationError("\(place) must be a whole number, but is '\(text)'")
    }
    guard number <= Self.mostInstances else {
      throw ValidationError("\(place) must be \(Self.mostInstances) at most, but is \(number)")
    }
    return number
  }

  private static let mostInstances = 1_000_000
}

extension String {
  /// The value of a variable that is `true` or `false`.
  func boolean(_ name: String) throws -> Bool {
    if let value = Bool(self) { return value }
    throw ValidationError("\(name) must be true or false, but is '\(self)'")
  }
}
