internal import Resources
internal import YAML

/// Each change once: the objects, the path, the old and the new value.
package struct PathsRenderer {
  private let changes: GroupedChanges
  private let comparison: Comparison

  package init(_ comparison: Comparison) {
    self.comparison = comparison
    changes = GroupedChanges(comparison)
  }

  package var text: String {
    var text = ""
    for group in changes.groups {
      text += ChangeText.objects(group[0].objects) + "\n"
      for entry in group { text += "  \(entry.path.text)\n" + values(entry) }
    }
    for (old, new) in changes.renamed { text += "~ \(ChangeText.object(old)) is now \(new.name)\n" }
    for object in changes.removed { text += "- \(ChangeText.object(object))\n" }
    for object in changes.added { text += "+ \(ChangeText.object(object))\n" }
    return text + ChangeText.summary(changes, comparison) + "\n"
  }

  private func values(_ entry: GroupedChanges.Entry) -> String {
    if let old = entry.old?.string, let new = entry.new?.string, Self.isLong(old), Self.isLong(new) {
      return UnifiedDiff(old, new).text.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    var text = ""
    for (sign, node) in [("-", entry.old), ("+", entry.new)] {
      guard let node else { continue }
      for line in ChangeText.lines(ChangeText.yaml(node)) { text += "    \(sign) \(line)\n" }
    }
    return text
  }

  /// Of a text of many lines, such as a file in a ConfigMap, only those that differ are worth showing.
  private static func isLong(_ text: String) -> Bool { text.utf8.count { $0 == UInt8(ascii: "\n") } > 4 }
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
