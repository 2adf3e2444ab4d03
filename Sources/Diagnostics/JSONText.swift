/// JSON put together of its parts, fields in the order given; for the little that diagnostics are.
enum JSONText {
  static func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { "\(quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  static func array(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  static func quoted(_ text: String) -> String { Escape.json(text) }
}
