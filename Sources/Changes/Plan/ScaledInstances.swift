internal import YAML

/// The instances that come and go, by their names: a template that lists them changes with each.
///
/// Thousands of groups may restart while others are scaled, so texts are searched for names once, and not for each.
struct ScaledInstances {
  /// The place of the group among all that each name belongs to.
  private var added: [KeyBytes: Int] = [:]
  private var removed: [KeyBytes: Int] = [:]
  private let groups: [GroupChange]

  init(_ groups: [GroupChange]) {
    self.groups = groups
    // A list of some has the first ones, and one of all has them, too.
    for (index, group) in groups.enumerated() {
      for name in group.sets.compactMap(\.added.first) where added[name] == nil { added[name] = index }
      for name in group.sets.compactMap(\.removed.last) where removed[name] == nil { removed[name] = index }
    }
  }

  /// The first group of which fields name instances that come, or no more those that go.
  func group(listedIn fields: [FieldChange]) -> GroupChange? {
    guard !added.isEmpty || !removed.isEmpty else { return nil }
    return fields.flatMap(places).min().map { groups[$0] }
  }

  private func places(_ field: FieldChange) -> [Int] {
    guard let old = field.old?.text, let new = field.new?.text else { return [] }
    let (before, after) = (Self.names(in: old), Self.names(in: new))
    return after.subtracting(before).compactMap { added[$0.text] }
      + before.subtracting(after).compactMap { removed[$0.text] }
  }

  /// What could be names of pods: the longest runs of what DNS labels are made of, letters, digits and hyphens.
  private static func names(in text: String) -> Set<KeyBytes> {
    let parts = text.utf8.split { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        false
      default: true
      }
    }
    return Set(parts.map { KeyBytes(text: String(Substring($0))) })
  }
}
