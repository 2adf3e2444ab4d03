import Diagnostics

/// The names that stand between `$(` and `)`.
struct PlaceholderName {
  /// What an object must belong to for the name to have a value there.
  enum Scope: Int, Comparable {
    case group, zone, instance

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let text: String
  let scope: Scope
  /// Whether a group that is not zoned has no value for it.
  var needsZones = false

  /// All but those of lists, which a group names itself.
  static let all = [
    PlaceholderName(text: "group.name", scope: .group),
    PlaceholderName(text: "zone.name", scope: .zone, needsZones: true),
    PlaceholderName(text: "zone.index", scope: .zone, needsZones: true),
    PlaceholderName(text: "zone.nodeLabelValue", scope: .zone, needsZones: true),
    PlaceholderName(text: "zone.previous.name", scope: .zone, needsZones: true),
    PlaceholderName(text: "workload.name", scope: .zone),
    PlaceholderName(text: "workload.previous", scope: .zone),
    PlaceholderName(text: "instance.name", scope: .instance),
    PlaceholderName(text: "instance.ordinal", scope: .instance),
    PlaceholderName(text: "instance.index", scope: .instance),
    PlaceholderName(text: "instance.specIndex", scope: .instance),
    PlaceholderName(text: "instance.address", scope: .instance),
    PlaceholderName(text: "instance.zone", scope: .instance, needsZones: true),
  ]

  private static let list = "list."
  private static let families = ["group.", "zone.", "workload.", "instance.", list]

  static func named(_ text: String) -> PlaceholderName? { all.first { $0.text == text } }

  /// Whether the build answers for a name that begins so; every other `$(…)` is Kubernetes' own and left alone.
  static func begins(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    families.contains { text.starts(with: $0.utf8) }
  }

  static func reportUnknown(_ name: String, at position: Position, _ report: Report) {
    report.error(
      "unknown-placeholder", "there is no placeholder \"$(\(name))\"", at: position,
      hint: suggestion(for: name, among: all.map(\.text), otherwise: "the placeholders are"))
  }

  /// The list that `list.NAME` or `list.NAME[]` means, and whether its items are meant one by one.
  static func list(_ text: String) -> (name: String, isItems: Bool)? {
    guard text.hasPrefix(list) else { return nil }
    let name = text.dropFirst(list.count)
    return name.hasSuffix("[]") ? (String(name.dropLast(2)), true) : (String(name), false)
  }
}
