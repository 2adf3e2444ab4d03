internal import Diagnostics
internal import YAML

// `replicas`: what `set replicas` takes and does.

extension KustomizationEditor {
  package mutating func setReplicas(_ arguments: [String]) {
    var wanted: [(name: String, count: Int)] = []
    for argument in arguments {
      guard let count = Count(argument) else {
        report.error(
          "bad-replicas", "\"\(argument)\" is not a name and a number", at: place("set replicas \(argument)"),
          hint: "write NAME=COUNT, such as web=3")
        continue
      }
      wanted.removeAll { sameBytes($0.name, count.name) }
      wanted.append((count.name, count.value))
    }
    _ = items("replicas")
    guard !report.hasErrors else { return }
    for (name, count) in wanted { setReplicas(of: name, to: count) }
  }

  /// The places of the entries for a name.
  func replicas(of name: String) -> [Int] { places(in: "replicas", named: name) }

  package mutating func setReplicas(of name: String, to count: Int) {
    let entries = replicas(of: name)
    guard let first = entries.first else {
      return append(.mapping(["name": .string(name), "count": .integer(count)]), to: "replicas")
    }
    for other in entries.dropFirst().reversed() { make(.remove([.key(key("replicas")), .item(other)])) }
    put("count", .integer(count), in: [.key(key("replicas")), .item(first)])
  }
}

/// `NAME=COUNT` on the command line.
package struct Count {
  package let name: String
  package let value: Int

  package init?(_ argument: String) {
    let sides = argument.utf8.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false).map {
      String(Substring($0))
    }
    guard sides.count == 2, !sides[0].isEmpty, let value = Int(sides[1]), value >= 0 else { return nil }
    (name, self.value) = (sides[0], value)
  }
}
