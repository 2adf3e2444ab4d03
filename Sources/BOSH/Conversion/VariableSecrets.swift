internal import Diagnostics
internal import InstanceGroups
package import Resources
package import YAML

/// The values of a deployment's variables as Secrets named `var-<name>`, as Quarks kept them.
package enum VariableSecrets {
  /// - Parameter values: names with their values, as they were generated or given.
  package static func resources(_ values: [(name: Scalar, value: Node)], namespace: String?) -> [Resource] {
    values.map { name, value in
      Resource(
        object: .mapping(
          [
            "apiVersion": "v1", "kind": "Secret",
            "metadata": .mapping([
              "name": .string("var-\(Names.sanitized(name.text))", at: name.position),
              "namespace": namespace.map { .string($0) },
            ]),
            "data": .strings(data(value)), "type": "Opaque",
          ], at: name.position))
    }
  }

  private static func data(_ value: Node) -> [(String, String)] {
    let entries: [(String, Node)] = value.mapping?.pairs.map { ($0.key.text, $0.value) } ?? [("value", value)]
    return entries.map { ($0, encoded($1)) }
  }

  private static func encoded(_ value: Node) -> String {
    String(decoding: Base64.encode(Array((value.string ?? value.text ?? "").utf8)), as: UTF8.self)
  }
}
