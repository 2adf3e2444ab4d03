internal import YAML

/// What tells an entry of a list from the others: the values of the list's merge keys.
struct EntryKey {
  let primary: String
  /// As they are written; `nil` where an entry leaves a key out.
  private let secondary: [String?]
  /// With the values that Kubernetes gives to what is left out.
  private let effective: [String?]

  private static let defaults = ["protocol": "TCP"]

  /// - Returns: `nil` for an entry without the first key.
  init?(_ node: Node, _ keys: [String]) {
    guard case .mapping(let mapping) = node,
      let primary = mapping[keys[0]]?.text ?? node.text(at: keys[0])
    else { return nil }
    self.primary = primary
    secondary = keys.dropFirst().map { mapping[$0]?.text }
    effective = keys.dropFirst().map { mapping[$0]?.text ?? Self.defaults[$0] }
  }

  var isComplete: Bool { !secondary.contains(nil) }
  var hasSecondary: Bool { secondary.contains { $0 != nil } }

  /// Whether this key would be the other's if it didn't leave something out for which Kubernetes has no value.
  func agrees(with other: EntryKey) -> Bool {
    sameBytes(primary, other.primary)
      && zip(effective, other.effective).allSatisfy { mine, its in
        guard let mine, let its else { return true }
        return sameBytes(mine, its)
      }
  }

  /// `port 80 and protocol UDP`, as messages say it.
  func describe(_ keys: [String]) -> String {
    zip(keys, [primary] + secondary).compactMap { key, value in value.map { "\(key) \($0)" } }
      .joined(separator: " and ")
  }

  /// The keys that are left out.
  func missing(_ keys: [String]) -> [String] {
    zip(keys.dropFirst(), secondary).filter { $0.1 == nil }.map(\.0)
  }
}

extension EntryKey: Hashable {
  func hash(into hasher: inout Hasher) {
    KeyBytes(text: primary).hash(into: &hasher)
    for value in effective { hasher.combine(value.map(KeyBytes.init)) }
  }

  static func == (a: EntryKey, b: EntryKey) -> Bool {
    sameBytes(a.primary, b.primary)
      && zip(a.effective, b.effective).allSatisfy { left, right in
        guard let left, let right else { return left == nil && right == nil }
        return sameBytes(left, right)
      }
  }
}

extension Node {
  /// The text of a field of a field, such as `metadata.name`.
  fileprivate func text(at path: String) -> String? {
    let names = path.split(separator: ".").map(String.init)
    return names.count == 2 ? self[names[0]]?[names[1]]?.text : nil
  }
}

/// The order of a list's entries after a merge.
struct EntryOrder {
  private enum Place {
    case existing(Int)
    case new(Node)
  }

  /// The entries that the patch speaks of, in its order.
  private var patched: [Place] = []
  private var isUntouched: [Bool]
  private var isRemoved: [Bool]

  init(existing count: Int) {
    isUntouched = Array(repeating: true, count: count)
    isRemoved = Array(repeating: false, count: count)
  }

  mutating func patched(_ index: Int, stays: Bool) {
    isUntouched[index] = false
    if stays { patched.append(.existing(index)) } else { isRemoved[index] = true }
  }

  mutating func added(_ node: Node) { patched.append(.new(node)) }

  enum Arrangement {
    /// All that the patch speaks of comes first, in its order, as kustomize has it where entries are told apart by one
    /// key.
    case asPatched
    /// Only the new entries come first, as kustomize has it where entries are told apart by several keys.
    case newFirst
    /// What is there stays where it is.
    case newLast
  }

  func arrange(_ items: inout [Node], _ arrangement: Arrangement) {
    var new: [Node] = []
    var existing: [Node] = []
    for place in patched {
      switch place {
      case .new(let node): new.append(node)
      case .existing(let index): if arrangement == .asPatched { new.append(items[index]) }
      }
    }
    for index in items.indices where !isRemoved[index] {
      if isUntouched[index] || arrangement != .asPatched { existing.append(items[index]) }
    }
    items = arrangement == .newLast ? existing + new : new + existing
  }
}
