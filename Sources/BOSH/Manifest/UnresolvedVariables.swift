package import Diagnostics
package import YAML

/// Variables that are still in a manifest which is to be used as it is.
///
/// A template would write `((password))` into its file, and nobody would notice.
package enum UnresolvedVariables {
  /// Reports each name once, where it is met first.
  package static func check(_ document: Node, _ report: Report) {
    var found: [(name: String, positions: [Position])] = []
    var places: [KeyBytes: Int] = [:]
    visit(document) { scalar in
      for name in names(in: scalar.text) {
        if let index = places[name] {
          found[index].positions.append(scalar.position)
        } else {
          places[name] = found.count
          found.append((name, [scalar.position]))
        }
      }
    }
    for (name, positions) in found {
      let more = positions.count - 1
      report.error(
        "missing-variable", "the variable \"\(name)\" has no value", at: positions.first,
        notes: more == 0 ? [] : [.init("it is used in \(more) more place\(more == 1 ? "" : "s")")],
        hint: "fill it in first, with \"zonal interpolate\"")
    }
  }

  private static func visit(_ node: Node, _ use: (Scalar) -> Void) {
    switch node {
    case .scalar(let scalar): use(scalar)
    case .sequence(let sequence): for item in sequence.items { visit(item, use) }
    case .mapping(let mapping):
      for pair in mapping.pairs {
        use(pair.key)
        visit(pair.value, use)
      }
    }
  }

  /// The names between double parentheses; `((!name))` is meant for someone else.
  static func names(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let (open, close) = (UInt8(ascii: "("), UInt8(ascii: ")"))
    var names: [String] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == open, bytes[index + 1] == open else {
        index += 1
        continue
      }
      let name = bytes[(index + 2)...].prefix(while: isNameByte)
      let end = name.endIndex
      if !name.isEmpty, end + 1 < bytes.count, bytes[end] == close, bytes[end + 1] == close {
        names.append(String(decoding: name, as: UTF8.self))
        index = end + 2
      } else {
        index += 1
      }
    }
    return names
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_./:".utf8.contains(byte)
    }
  }
}
