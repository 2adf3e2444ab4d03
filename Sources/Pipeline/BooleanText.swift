internal import Diagnostics
internal import YAML

extension Shape where Value == Bool {
  /// A boolean where others write texts alone, as in the data of ConfigMaps.
  static var booleanText: Shape {
    Shape(.boolean) { node, reader in
      guard let text = node.text else {
        reader.mismatch(node, expected: "true or false")
        return nil
      }
      if let value = Bool(text) { return value }
      reader.report.error(
        "unknown-value", "\"\(reader.path)\" can't be \"\(text)\"", at: node.position,
        hint: "it is true or false")
      return nil
    }
  }
}
