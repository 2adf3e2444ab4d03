internal import Diagnostics
internal import YAML

extension Rule {
  static let unknownVariable = Rule(
    "unknown-variable", .warning, "An argument with a $(VARIABLE) that its container does not set",
    because: """
      Kubernetes leaves it as it stands, and the program gets the text `$(VARIABLE)`. Only names in \
      capitals count, because a shell's `$(command)` looks the same.
      """
  ) { inventory, findings in
    for workload in inventory.workloads {
      for container in workload.containers where container.node.items(of: "envFrom").isEmpty {
        let known = container.node.items(of: "env").compactMap { $0["name"]?.text }
        for argument in container.node.items(of: "command") + container.node.items(of: "args") {
          for name in references(in: argument.text ?? "") where !known.contains(name) {
            findings.add(
              "the container \"\(container.name)\" sets no variable \"\(name)\"", at: argument.position,
              in: workload.resource,
              hint: likely(name, among: known)
                ?? "set it under env, or write $$(\(name)) for the text itself")
          }
        }
      }
    }
  }

  private static func references(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    var names: [String] = []
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == UInt8(ascii: "$") else {
        index += 1
        continue
      }
      // Two dollars are one, and begin nothing.
      if bytes[index + 1] == UInt8(ascii: "("), let end = bytes[index...].firstIndex(of: UInt8(ascii: ")")) {
        let name = bytes[(index + 2)..<end]
        if !name.isEmpty, name.allSatisfy(isCapital) { names.append(String(decoding: name, as: UTF8.self)) }
      }
      index += 2
    }
    return names
  }

  private static func isCapital(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
    default: false
    }
  }
}
