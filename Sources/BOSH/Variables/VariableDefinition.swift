package import Diagnostics
package import YAML

/// An entry of a manifest's `variables`: what is generated when it has no value.
package struct VariableDefinition: Sendable {
  package var name: Scalar
  /// `password`, `certificate` …; `nil` when it is only declared.
  package var type: Scalar?
  package var options: Node?

  /// Whether its options refer to variables.
  var needsOthers: Bool { options?.hasVariables ?? false }

  /// Whether an RSA key of the usual length is part of its value.
  var needsKey: Bool {
    switch type.flatMap({ VariableRequest.Kind(rawValue: $0.text) }) {
    case .certificate: options?["key_length"] == nil
    case .rsa, .ssh: true
    case .password, .user, nil: false
    }
  }

  /// The definitions of a manifest, in its order.
  package static func all(in manifest: Node, _ report: Report) -> [VariableDefinition] {
    guard let entries = manifest["variables"], !entries.isNull else { return [] }
    guard let items = entries.items else {
      Reader(report: report, path: "variables").mismatch(entries, expected: "a sequence")
      return []
    }
    return items.compactMap { definition($0, report) }
  }

  private static func definition(_ node: Node, _ report: Report) -> VariableDefinition? {
    guard let name = node["name"]?.scalar, node["name"]?.text != nil else {
      report.error(
        "missing-field", "a variable needs the field \"name\"", at: node.position,
        hint: "write \"- name: …\" and \"type: …\" below it")
      return nil
    }
    let type = node["type"].flatMap { $0.isNull ? nil : $0.scalar }
    return VariableDefinition(
      name: name, type: type, options: node["options"].flatMap { $0.isNull ? nil : $0 })
  }
}
