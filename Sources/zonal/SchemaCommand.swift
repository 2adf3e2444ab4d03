internal import ArgumentParser
internal import Pipeline

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of an input, for editors and other tools.",
    discussion: """
      An editor with a YAML language server completes and checks fields by it. Without a kind, the kinds are listed.

      \(InputSchema.list)
      """)

  @Argument(
    help: "The kind of the input, in any case, or the name of the file: zonal.yaml, kustomization.yaml.")
  var kind: String?

  func run() throws {
    guard let kind else { return Console.print(InputSchema.list + "\n") }
    guard let schema = InputSchema(named: kind) else {
      let kinds = InputSchema.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(kind)\" has no schema: the kinds are \(kinds).")
    }
    Console.print(schema.json)
  }
}

extension InputSchema {
  /// Each kind with what it is.
  fileprivate static var list: String {
    let width = (allCases.map(\.rawValue.count).max() ?? 0) + 2
    return allCases.map { schema in
      schema.rawValue + String(repeating: " ", count: width - schema.rawValue.count) + schema.summary
    }.joined(separator: "\n")
  }

  private static let fileNames: [String: InputSchema] = [
    "zonal.yaml": .configuration, "component": .kustomization, "kustomization.yaml": .kustomization,
    "kustomization.yml": .kustomization,
  ]

  fileprivate init?(named name: String) {
    let name = name.lowercased()
    guard
      let schema = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) ?? Self.fileNames[name]
    else { return nil }
    self = schema
  }
}
