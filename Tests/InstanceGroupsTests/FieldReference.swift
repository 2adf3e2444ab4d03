import YAML

@testable import InstanceGroups

/// The fields of the product's own kinds as a page of documentation, read from the tables that decode them.
enum FieldReference {
  static var markdown: String {
    let topology = table(Topology.schema.fields.map(\.description))
    let group = table(InstanceGroup.schema.fields.map(\.description))
    return """
      # Fields

      Every field of Topology and InstanceGroup (`apiVersion: zonal/v1alpha1`). What they mean for each other is in
      [instance-groups.md](instance-groups.md). Anything else in a file is a mistake, and the build says so.

      This page is written by the tests from the tables in `Sources/InstanceGroups`:
      `RECORD=1 swift test --filter FieldReferenceTests`.

      ## Topology

      \(topology)
      ## InstanceGroup

      \(group)
      """
  }

  private static func table(_ fields: [FieldDescription]) -> String {
    let lines = fields.flatMap { rows($0, below: "") }
    return "| field | value | |\n|---|---|---|\n" + lines.map { $0 + "\n" }.joined()
  }

  private static func rows(_ field: FieldDescription, below parent: String) -> [String] {
    let (type, mark, inner) = reading(field.type)
    let path = parent + field.name + mark
    let required = field.isRequired ? " *Required.*" : ""
    return ["| `\(path)` | \(type) | \(field.summary)\(required) |"]
      + inner.flatMap { rows($0, below: path + ".") }
  }

  /// What a type is called, what it adds to the path of its fields, and those fields.
  private static func reading(_ type: ShapeType) -> (name: String, mark: String, inner: [FieldDescription]) {
    switch type {
    case .string, .text: return ("string", "", [])
    case .matching(_, let inner): return reading(inner)
    case .integer(let bounds): return ("number, \(bounds.lowerBound) to \(bounds.upperBound)", "", [])
    case .boolean: return ("true or false", "", [])
    case .any: return ("value", "", [])
    case .choice(let words): return (words.map { "`\($0)`" }.joined(separator: ", "), "", [])
    case .named(let name, _): return (name, "", [])
    case .object(let object): return ("mapping", "", object.fields)
    case .oneOf(let types):
      let readings = types.map(reading)
      return (readings.map(\.name).joined(separator: ", or "), "", readings.flatMap(\.inner))
    case .list(let item, _):
      let (name, mark, inner) = reading(item)
      return inner.isEmpty ? ("list of \(name)s", "", []) : ("list", "[]" + mark, inner)
    case .map(.any): return ("mapping", "", [])
    case .map(let item):
      let (name, mark, inner) = reading(item)
      return inner.isEmpty ? ("mapping of \(name)s", "", []) : ("mapping", ".NAME" + mark, inner)
    }
  }
}
