internal import Diagnostics
internal import YAML

/// A patch that adds to a list what is one typing error away from an entry that is there: most likely it was to change that.
struct SimilarEntries {
  /// Lists of a pod whose entries the user names.
  private static let lists: Set = ["containers", "initContainers", "volumes", "env"]
  /// Of shorter names many are near to each other.
  private static let shortest = 4

  /// - Parameters:
  ///   - name: of the entry that is added.
  ///   - others: the names that are there.
  ///   - patched: the names that the patch speaks of, too.
  static func warn(
    _ entry: Node, named name: String, in path: FieldTrail, among others: [String], besides patched: [String],
    _ report: Report
  ) {
    guard let list = path.list, lists.contains(list), name.utf8.count >= shortest else { return }
    let candidates = others.filter { !patched.containsBytes($0) && isTypingError(name, $0) }
    guard let near = candidates.first else { return }
    report.warning(
      "patch-adds-similar-entry", "the patch adds \"\(name)\" to \"\(path)\", where \"\(near)\" is",
      at: entry["name"]?.position ?? entry.position,
      hint:
        "write \"\(near)\" to change that one; where both are meant, --no-warning patch-adds-similar-entry")
  }

  /// One letter more, less or other, or two in the other order; numbers are told apart on purpose.
  private static func isTypingError(_ a: String, _ b: String) -> Bool {
    let letters = [a, b].map { $0.utf8.filter { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    return letters[0] != letters[1] && isOneEdit(a, b)
  }
}

extension [String] {
  fileprivate func containsBytes(_ text: String) -> Bool { contains { sameBytes($0, text) } }
}
