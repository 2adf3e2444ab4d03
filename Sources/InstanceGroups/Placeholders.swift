import Diagnostics
import YAML

/// The `$(…)` that the build replaces; every other is Kubernetes' own and left alone.
struct Placeholders {
  private let values: [String: String]
  private let report: Report
  /// Why a known placeholder has no value here.
  private let absence: String

  /// Everything that there is.
  private static let names = [
    "zone.name", "zone.index", "zone.nodeLabelValue", "workload.name", "group.name",
  ]

  /// Those of one workload.
  init(_ workload: Workload, group: String, _ report: Report) {
    var values = ["group.name": group, "workload.name": workload.name]
    if let zone = workload.zone {
      values["zone.name"] = zone.name
      values["zone.index"] = String(zone.index)
      values["zone.nodeLabelValue"] = zone.nodeLabelValue
    }
    self.init(values: values, absence: "the group is not zoned", report)
  }

  /// Those of what all zones share.
  init(group: String, _ report: Report) {
    self.init(values: ["group.name": group], absence: "this object belongs to all zones of the group", report)
  }

  private init(values: [String: String], absence: String, _ report: Report) {
    self.values = values
    self.absence = absence
    self.report = report
  }

  /// Whether a tree has any, ours or not; most have none and need no walk for each zone.
  static func occur(in node: Node) -> Bool {
    switch node {
    case .scalar(let scalar): scalar.kind == .string && occur(in: scalar.text)
    case .sequence(let sequence): sequence.items.contains(where: occur)
    case .mapping(let mapping): mapping.pairs.contains { occur(in: $0.value) }
    }
  }

  private static func occur(in text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "("), previous == UInt8(ascii: "$") { return true }
      previous = byte
    }
    return false
  }

  func replace(in node: inout Node) {
    switch node {
    case .scalar(var scalar):
      guard scalar.kind == .string, Self.occur(in: scalar.text) else { return }
      scalar.text = replaced(scalar.text, at: scalar.position)
      node = .scalar(scalar)
    case .sequence:
      _ = node.changeSequence { sequence in
        for index in sequence.items.indices { replace(in: &sequence.items[index]) }
      }
    case .mapping:
      _ = node.changeMapping { mapping in
        for index in mapping.pairs.indices { replace(in: &mapping.pairs[index].value) }
      }
    }
  }

  func replace(in mapping: Mapping) -> Mapping {
    var node = Node.mapping(mapping)
    guard Self.occur(in: node) else { return mapping }
    replace(in: &node)
    return node.mapping ?? mapping
  }

  func replaced(_ text: Located<String>) -> String {
    Self.occur(in: text.value) ? replaced(text.value, at: text.position) : text.value
  }

  private func replaced(_ text: String, at position: Position) -> String {
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
        out.append(bytes[index])
        index += 1
        continue
      }
      let next = bytes[index + 1]
      if next == UInt8(ascii: "("), let close = bytes[index...].firstIndex(of: UInt8(ascii: ")")) {
        let name = String(decoding: bytes[(index + 2)..<close], as: UTF8.self)
        if let value = value(of: name, at: position) {
          out += value.utf8
          index = close + 1
          continue
        }
      }
      // `$$` is Kubernetes' escape: what follows it is no placeholder.
      let taken = next == UInt8(ascii: "$") ? 2 : 1
      out += bytes[index..<(index + taken)]
      index += taken
    }
    return String(decoding: out, as: UTF8.self)
  }

  private func value(of name: String, at position: Position) -> String? {
    if let value = values[name] { return value }
    guard ["zone.", "workload.", "group."].contains(where: name.hasPrefix) else { return nil }
    if Self.names.contains(name) {
      report.error(
        "placeholder-without-value", "\"$(\(name))\" has no value here: \(absence)", at: position,
        hint: "the placeholders here are \(values.keys.sorted().map { "$(\($0))" }.joined(separator: ", "))")
    } else {
      report.error(
        "unknown-placeholder", "there is no placeholder \"$(\(name))\"", at: position,
        hint: suggestion(for: name, among: Self.names, otherwise: "the placeholders are"))
    }
    return nil
  }
}
