package import Diagnostics
internal import Resources
internal import YAML

/// Each change once: the objects, the path, the old and the new value.
package struct PathsRenderer {
  private let changes: GroupedChanges
  private let comparison: Comparison

  private let places: ShownPlaces

  package init(_ comparison: Comparison, _ files: SourceFiles? = nil) {
    self.comparison = comparison
    places = ShownPlaces(files)
    changes = GroupedChanges(comparison)
  }

  package var text: String {
    var lines: [String] = []
    for group in changes.groups {
      lines.append(ChangeText.objects(group[0].objects))
      for entry in group { lines += ["  \(entry.path.text)\(places.suffix(entry.places))"] + values(entry) }
    }
    for change in changes.renamed { lines.append(line("~", change)) }
    for change in changes.removed { lines.append(line("-", change)) }
    for change in changes.added { lines.append(line("+", change)) }
    lines.append(ChangeText.summary(changes, comparison))
    return lines.map { Escape.line($0) + "\n" }.joined()
  }

  private func line(_ sign: String, _ change: ObjectChange) -> String {
    let name = ChangeText.object(change.old ?? change.object)
    let now = change.kind == .renamed ? " is now \(change.object.name)" : ""
    return "\(sign) \(name)\(now)\(places.suffix([change.place]))"
  }

  private func values(_ entry: GroupedChanges.Entry) -> [String] {
    if let old = entry.old?.string, let new = entry.new?.string, [old, new].contains(where: Self.hasLines) {
      return UnifiedDiff(old, new).lines.map { "    " + $0 }
    }
    var lines: [String] = []
    for (sign, node) in [("-", entry.old), ("+", entry.new)] {
      guard let node else { continue }
      for line in ChangeText.lines(ChangeText.yaml(node)) {
        lines.append("    \(sign) \(Escape.blanks(atEndOf: line))")
      }
    }
    return lines
  }

  /// Of a text of several lines, such as a file in a ConfigMap, only those that differ are worth showing.
  private static func hasLines(_ text: String) -> Bool { text.utf8.contains(UInt8(ascii: "\n")) }
}

extension GroupedChanges {
  /// Entries that happen in the same objects, together.
  var groups: [[Entry]] {
    var groups: [[Entry]] = []
    var places: [[ResourceID]: Int] = [:]
    for entry in entries {
      let ids = entry.objects.map(\.id)
      if let place = places[ids] {
        groups[place].append(entry)
      } else {
        places[ids] = groups.count
        groups.append([entry])
      }
    }
    return groups
  }
}
