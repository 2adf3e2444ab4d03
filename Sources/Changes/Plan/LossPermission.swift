internal import YAML

/// What allows the data of a group or an object to be lost: `--allow delete-data=NAME`.
struct LossPermission: Equatable {
  /// With the namespace, where it lives in one.
  let name: String
  let isGiven: Bool

  /// - Parameters:
  ///   - name: of a group or an object.
  ///   - namespace: empty where it lives in none, or in that of the context.
  init(_ name: String, in namespace: String, _ input: PlanInput) {
    let whole = namespace.isEmpty ? name : "\(namespace)/\(name)"
    self.name = whole
    isGiven = input.mayLoseData.contains { sameBytes($0, whole) || sameBytes($0, name) }
  }
}

extension PlanEntry {
  /// Makes it an error, unless somebody allowed it by name.
  mutating func asks(for permission: LossPermission) {
    let word = "delete-data=\(permission.name)"
    let flag: ShellCommand = "--allow delete-data=\(permission.name)"
    self.permission = word
    isAllowed = permission.isGiven
    level = permission.isGiven ? .disruptive : .error
    notes.append(permission.isGiven ? "allowed by \(word)" : "if it may go: \(flag.text)")
  }
}
