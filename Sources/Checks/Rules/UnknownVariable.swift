internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unknownVariable = Rule(
    "unknown-variable", .warning,
    "An argument or variable with a $(VARIABLE) that its container does not set",
    because: """
      Kubernetes leaves it as it stands, and the program gets the text `$(VARIABLE)`; the value of a variable \
      may use only those above it. Only names in capitals count, because a shell's `$(command)` looks the same.
      """,
    bad: """
      args: [--zone=$(ZOEN)]
      env:
      - name: ZONE
      """,
    good: """
      args: [--zone=$(ZONE)]
      env:
      - name: ZONE
      """,
    each: \.workloads
  ) { workload, inventory, findings in
    guard !workload.isCompletedElsewhere else { return }
    for container in workload.containers where container.node.items(of: "envFrom").isEmpty {
      for unknown in unknown(in: container) where !isLink(unknown.name, workload, inventory) {
        findings.add(
          unknown.summary(container), at: unknown.position, in: workload.resource, hint: unknown.hint)
      }
    }
  }

  /// In arguments, and in the values of variables.
  private static func unknown(in container: Container) -> [UnknownVariable] {
    let variables = container.node.items(of: "env")
    let known = variables.compactMap { $0["name"]?.text }
    let places = Dictionary(known.enumerated().map { (KeyBytes(text: $1), $0) }) { first, _ in first }
    var found: [UnknownVariable] = []
    for argument in container.node.items(of: "command") + container.node.items(of: "args") {
      for name in references(in: argument.text ?? "") where places[name] == nil {
        found.append(UnknownVariable(name: name, position: argument.position, known: known))
      }
    }
    for (index, variable) in variables.enumerated() {
      guard let value = variable["value"], let text = value.text else { continue }
      for name in references(in: text) where places[name].map({ $0 >= index }) ?? true {
        let user = places[name] == nil ? nil : variable["name"]?.text
        found.append(UnknownVariable(name: name, position: value.position, known: known, user: user))
      }
    }
    return found
  }

  /// Whether the kubelet may set it: where the API server and the Services of the namespace are.
  private static func isLink(_ name: String, _ workload: Workload, _ inventory: Inventory) -> Bool {
    if name.hasPrefix("KUBERNETES_") { return true }
    guard workload.pod["enableServiceLinks"]?.text != "false" else { return false }
    let others = ["_SERVICE_HOST", "_SERVICE_PORT", "_TCP", "_TCP_ADDR", "_TCP_PORT", "_TCP_PROTO", "_UDP"]
    return others.contains(where: name.hasSuffix) || name.contains("_SERVICE_PORT_")
      || name.hasSuffix(ServiceLinks.suffix)
        && inventory.serviceLinks.value.set(name, in: workload.namespace)
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

/// `NAME_PORT` of Services, which may also be anybody's variable: only Services of the set count.
struct ServiceLinks: Sendable {
  static let suffix = "_PORT"
  /// Each behind its namespace.
  private let names: Set<KeyBytes>

  init(_ services: [Service]) {
    names = Set(
      texts: services.map { service in
        let bytes = service.name.uppercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return "\(service.namespace) \(String(decoding: bytes, as: UTF8.self))\(Self.suffix)"
      })
  }

  func set(_ variable: String, in namespace: String) -> Bool { names.contains("\(namespace) \(variable)") }
}

private struct UnknownVariable {
  let name: String
  let position: Position
  let known: [String]
  /// The variable whose value uses one that is set only below it.
  var user: String?

  func summary(_ container: Container) -> String {
    user.map { "the variable \"\($0)\" uses \"\(name)\", which is set only below it" }
      ?? "the container \"\(container.name)\" sets no variable \"\(name)\""
  }

  var hint: String {
    if user != nil { return "set \(name) above it" }
    return likely(name, among: known) ?? "set it under env, or write $$(\(name)) for the text itself"
  }
}
