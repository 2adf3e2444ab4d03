package import Diagnostics
internal import Resources
package import YAML

extension Schema {
  /// A schema for a plugin's configuration: the fields of the plugin, in any case, beside `apiVersion`, `kind`, `metadata`.
  package static func configuration(
    _ name: String, initial: @autoclosure @escaping @Sendable () -> Owner,
    @FieldTable<Owner> fields: () -> [Field<Owner>]
  ) -> Schema {
    Schema(name, isLenient: true, initial: initial(), fields: fields)
  }

  /// Reads a plugin's configuration, without what every object has.
  package func decodeConfiguration(_ node: Node, _ report: Report) -> Owner? {
    guard case .mapping(var mapping) = node else { return decode(node, Reader(report: report)) }
    mapping.pairs.removeAll { ["apiVersion", "kind", "metadata"].contains($0.key.text) }
    return decode(.mapping(mapping), Reader(report: report))
  }
}

extension Shape where Value == FieldSpec {
  /// A field spec in a plugin's configuration.
  static var fieldSpec: Shape { fieldSpec(isLenient: true) }

  static func fieldSpec(isLenient: Bool) -> Shape {
    let schema = Schema<FieldSpecFields>("field spec", isLenient: isLenient, initial: FieldSpecFields()) {
      Field("path", .fieldPath, \.path, required: true, "the field, such as spec/template/metadata/labels")
      Field("create", .boolean, \.create, "whether to create the field where it is missing")
      Field("group", .string, \.group, "only in kinds of this API group")
      Field("version", .string, \.version, "only in kinds of this API version")
      Field("kind", .string, \.kind, "only in this kind")
    }
    return Shape<FieldSpecFields>.object(schema).map { fields in
      FieldSpec(
        fields.path, in: KindFilter(group: fields.group, version: fields.version, kind: fields.kind),
        creates: fields.create)
    }
  }
}

extension Shape where Value == String {
  fileprivate static var fieldPath: Shape {
    Shape(.string) { node, reader in
      guard let text = Shape.string.read(node, reader) else { return nil }
      let count = text.utf8.count { $0 == UInt8(ascii: "/") } + 1
      if count <= NodeLimits.pathLength { return text }
      reader.report.error(
        "bad-path", "the path has \(count) fields, \(NodeLimits.pathLength) are possible", at: node.position,
        hint: "name a field further up")
      return nil
    }
  }
}

private struct FieldSpecFields: Sendable {
  var path = ""
  var create = false
  var group = ""
  var version = ""
  var kind = ""
}
