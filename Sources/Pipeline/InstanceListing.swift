internal import Diagnostics
internal import InstanceGroups
internal import YAML

/// The instances of a build's groups.
public struct InstanceListing: Sendable {
  private let tables: [InstanceTable]
  private let report: Report
  private let files: SourceFiles

  init(tables: [InstanceTable], report: Report, files: SourceFiles) {
    self.tables = tables
    self.report = report
    self.files = files
  }

  public var messages: Messages { Messages([report], files) }

  /// A list of all instances as YAML, in which nothing is hidden.
  public var yaml: String {
    var emitter = Emitter(isShown: true)
    emitter.emit(document: node)
    return String(decoding: emitter.bytes, as: UTF8.self)
  }

  /// The same list as JSON.
  public var json: String { String(decoding: YAML.json(node, form: .shown), as: UTF8.self) + "\n" }

  private var node: Node { .sequence(tables.flatMap { $0.node.items ?? [] }) }

  /// Columns for a terminal, one line for each instance, headed by the columns' names.
  public var table: String {
    let columns = [
      "group", "name", "index", "specIndex", "zone", "azIndex", "ordinal", "bootstrap", "address",
    ]
    let rows = (node.items ?? []).map { row in columns.map { Escape.line(row[$0]?.text ?? "-") } }
    let lines = [columns.map { $0.uppercased() }] + rows
    let widths = columns.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      var text = ""
      for (column, cell) in line.enumerated() {
        text += cell
        if column + 1 < line.count { text += String(repeating: " ", count: widths[column] - cell.count + 2) }
      }
      return text + "\n"
    }.joined()
  }
}
