import Diagnostics
import YAML

/// The properties that a job gets: those that it declares, with their defaults.
///
/// As in BOSH, what the manifest says beyond them reaches no template.
struct JobProperties {
  let job: Job
  let spec: JobSpec
  let report: Report

  /// The manifest's values and the defaults of the others, nested, in the order of the specification.
  func filled() -> Mapping {
    var filled = Mapping(at: job.properties.position)
    for (key, property) in spec.properties {
      let path = Self.path(key.text)
      guard let value = value(at: path, key) ?? property.default, !value.isNull else { continue }
      Self.insert(value, at: path[...], into: &filled)
    }
    return filled
  }

  /// Of all properties, those that a link carries.
  static func chosen(_ names: [String], of properties: Mapping) -> Mapping {
    var chosen = Mapping()
    for name in names {
      let path = path(name)
      var value: Node? = .mapping(properties)
      for key in path { value = value?[key] }
      if let value, !value.isNull { insert(value, at: path[...], into: &chosen) }
    }
    return chosen
  }

  /// Warns of what looks like a slip in the name of a declared property.
  func warnOfSlips() {
    let declared = spec.properties.map(\.key.text)
    warnOfSlips(in: job.properties, under: "", declared)
  }

  private func warnOfSlips(in mapping: Mapping, under prefix: String, _ declared: [String]) {
    for pair in mapping.pairs {
      let name = prefix + pair.key.text
      if declared.contains(where: { sameBytes($0, name) || name.utf8.starts(with: ($0 + ".").utf8) }) {
        continue
      }
      if let inner = pair.value.mapping, declared.contains(where: { $0.utf8.starts(with: (name + ".").utf8) })
      {
        warnOfSlips(in: inner, under: name + ".", declared)
      } else if let hint = suggestion(for: name, among: nearest(to: name, among: declared)) {
        report.warning(
          "unknown-property", "the job \"\(job.name.value)\" has no property \"\(name)\"",
          at: pair.key.position,
          hint: hint)
      }
    }
  }

  private static func path(_ name: String) -> [String] { name.split(separator: ".").map(String.init) }

  private func value(at path: [String], _ name: Scalar) -> Node? {
    var node = Node.mapping(job.properties)
    for (depth, key) in path.enumerated() {
      if node.isNull { return nil }
      guard node.mapping != nil else {
        let place = path[..<depth].joined(separator: ".")
        report.error(
          "wrong-type", "the property \"\(place)\" must be a mapping, not \(node.kindName)",
          at: node.position,
          notes: [
            .init("the job \"\(job.name.value)\" has the property \"\(name.text)\"", at: name.position)
          ],
          hint: "write \"\(key): …\" under it")
        return nil
      }
      guard let next = node[key] else { return nil }
      node = next
    }
    return node.isNull ? nil : node
  }

  private static func insert(_ value: Node, at path: ArraySlice<String>, into mapping: inout Mapping) {
    guard let key = path.first else { return }
    if path.count == 1 {
      mapping[key] = value
      return
    }
    var inner = mapping[key] ?? .mapping(Mapping(at: value.position))
    _ = inner.changeMapping { insert(value, at: path.dropFirst(), into: &$0) }
    mapping[key] = inner
  }
}
