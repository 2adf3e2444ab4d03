internal import Diagnostics
internal import YAML

/// The lines of one text that differ from another's, with three lines around them, as `diff -u` writes them.
struct UnifiedDiff {
  private struct Line {
    var sign: Character
    var text: Substring
    /// How many lines of each text are above it.
    var left: Int
    var right: Int
  }

  private static let context = 3

  /// The hunks, line by line; empty when the texts are the same.
  let lines: [String]

  /// The hunks as they are shown.
  var text: String { lines.map { Escape.line($0) + "\n" }.joined() }

  init(_ old: String, _ new: String) {
    let lines = Self.aligned(Self.split(old), Self.split(new))
    var hunks: [String] = []
    var index = 0
    while let first = lines[index...].firstIndex(where: { $0.sign != " " }) {
      let start = max(index, first - Self.context)
      var end = first + 1
      // Changes that are close to each other share their context.
      while let next = lines[end...].firstIndex(where: { $0.sign != " " }), next - end <= 2 * Self.context {
        end = next + 1
      }
      index = min(lines.count, end + Self.context)
      hunks += Self.hunk(lines, start..<index)
    }
    self.lines = hunks
  }

  private static func split(_ text: String) -> [Substring] {
    text.isEmpty ? [] : ChangeText.lines(text)
  }

  private static func aligned(_ old: [Substring], _ new: [Substring]) -> [Line] {
    let alignment = LineAlignment(old, new)
    let (removed, inserted) = (alignment.removed, alignment.inserted)
    var lines: [Line] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if left < old.count, removed.contains(left) {
        lines.append(Line(sign: "-", text: old[left], left: left, right: right))
        left += 1
      } else if right < new.count, inserted.contains(right) {
        lines.append(Line(sign: "+", text: new[right], left: left, right: right))
        right += 1
      } else {
        lines.append(Line(sign: " ", text: new[right], left: left, right: right))
        left += 1
        right += 1
      }
    }
    return lines
  }

  private static func hunk(_ lines: [Line], _ range: Range<Int>) -> [String] {
    func start(_ sign: Character) -> (line: Int, count: Int) {
      let before = sign == "-" ? lines[range.lowerBound].left : lines[range.lowerBound].right
      let count = lines[range].count { $0.sign == " " || $0.sign == sign }
      return (count == 0 ? before : before + 1, count)
    }
    let (old, new) = (start("-"), start("+"))
    return ["@@ -\(old.line),\(old.count) +\(new.line),\(new.count) @@"]
      + lines[range].map { "\($0.sign)\($0.sign == " " ? String($0.text) : Escape.blanks(atEndOf: $0.text))" }
  }
}
