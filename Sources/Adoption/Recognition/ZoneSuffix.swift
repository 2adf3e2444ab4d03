internal import Resources

/// How the names of workloads end that there is one of for each zone.
enum ZoneSuffix {
  /// Expressions of what follows a `-`. What ends in `-1` may as well be a shard: such a name says a zone only together
  /// with its nodes.
  private static let expressions: [(text: String, hasIndex: Bool)] = [
    ("z[0-9]{1,3}", true),
    ("zone-?[a-z0-9]", false),
    ("zone-[0-9]{1,3}", false),
    ("az-?[a-z0-9]", false),
    // As Amazon and Google call theirs.
    ("[a-z]{2}(-[a-z]+){1,3}-[0-9][a-z]", false),
    ("[a-z]+-[a-z]+[0-9]{1,2}-[a-z]", false),
    ("[a-z]", false),
  ]

  private static let patterns = expressions.compactMap { entry in
    (try? Pattern(entry.text)).map { (pattern: $0, hasIndex: entry.hasIndex) }
  }

  struct Found {
    let stem: String
    let suffix: String
    var index: Int?
  }

  /// - Parameter nodeValue: the zone of the nodes, when the workload says it.
  static func found(in name: String, nodeValue: String?) -> Found? {
    if let nodeValue, name.hasSuffix("-" + nodeValue) {
      return Found(stem: String(name.dropLast(nodeValue.count + 1)), suffix: nodeValue)
    }
    for dash in name.indices where name[dash] == "-" && dash > name.startIndex {
      let suffix = String(name[name.index(after: dash)...])
      guard suffix.utf8.count <= longest, let match = patterns.first(where: { $0.pattern.matches(suffix) })
      else { continue }
      return Found(
        stem: String(name[..<dash]), suffix: suffix, index: match.hasIndex ? Int(suffix.dropFirst()) : nil)
    }
    return nil
  }

  private static let longest = 30
}
