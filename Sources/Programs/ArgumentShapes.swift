internal import Diagnostics
internal import Machine
internal import YAML

/// Text of a file that becomes an argument of another program; the tables of fields say which does.
extension Shape where Value == String {
  /// Any scalar that no program takes for an option.
  static var argument: Shape {
    Shape(.matching("^(?!-)", .text)) { node, reader in
      guard let text = reader.text(of: node) else { return nil }
      guard !ArgumentList.isOption(text) else {
        reader.report.error(
          "value-as-option",
          "\"\(reader.path)\" begins with \"-\": what is called with it would take it for an option",
          at: node.position, hint: "write a value that begins with something else")
        return nil
      }
      guard !text.utf8.contains(0) else {
        reader.report.error(
          "value-as-option", "\"\(reader.path)\" holds a NUL, at which an argument ends", at: node.position,
          hint: "leave it out")
        return nil
      }
      return text
    }
  }

  /// An ``argument`` that is an entry of a list with commas, such as `docker run --mount`.
  static var entryArgument: Shape {
    Shape(.matching(#"^(?!-)[^,"\n\r]*$"#, .text)) { node, reader in
      guard let text = argument.read(node, reader) else { return nil }
      if !ArgumentList.splitsList(text) { return text }
      reader.report.error(
        "value-as-list",
        "\"\(reader.path)\" can't hold a comma, a double quote or a line break: it would be more than one value",
        at: node.position, hint: "rename what it names, and write the new name")
      return nil
    }
  }
}
