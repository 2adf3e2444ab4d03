internal import Diagnostics
internal import YAML

/// A patch that adds to a list what is one typing error away from an entry that is there: most likely it was to change that.
enum SimilarEntries {
  /// Lists of a pod whose entries the user names.
  static let lists: Set = ["containers", "initContainers", "volumes", "env"]
  /// Of shorter names many are near to each other.
  private static let shortest = 4
  /// Longer lists are nobody's typing, and to compare all of their entries with all of a patch takes minutes.
  private static let longest = 200

  /// - Parameters:
  ///   - key: of the entry that is added.
  ///   - existing: the keys that are there.
  ///   - patched: those that the patch speaks of, too.
  static func warn(
    _ entry: Node, of key: EntryKey, in path: FieldTrail, among existing: [EntryKey?],
    besides patched: EntryIndex, _ report: Report
  ) {
    let name = key.primary
    guard max(existing.count, patched.count) <= longest, let list = path.list, lists.contains(list),
      name.utf8.count >= shortest
    else { return }
    let near = existing.lazy.compactMap(\.self).first {
      isTypingError(name, $0.primary) && patched[$0].isEmpty
    }
    guard let near = near?.primary else { return }
    report.warning(
      "patch-adds-similar-entry", "the patch adds \"\(name)\" to \"\(path)\", where \"\(near)\" is",
      at: entry["name"]?.position ?? entry.position,
      hint:
        "write \"\(near)\" to change that one; where both are meant, --no-warning patch-adds-similar-entry")
  }

  /// One letter more, less or other, or two in the other order; numbers are told apart on purpose.
  private static func isTypingError(_ a: String, _ b: String) -> Bool {
    guard abs(a.utf8.count - b.utf8.count) <= 1, isOneEdit(a, b) else { return false }
    let letters = [a, b].map { $0.utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    return letters[0] != letters[1]
  }
}
