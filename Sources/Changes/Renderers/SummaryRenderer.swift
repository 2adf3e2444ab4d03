internal import Diagnostics
internal import Resources
internal import YAML

/// How many objects of each kind changed.
package struct SummaryRenderer {
  private let comparison: Comparison

  package init(_ comparison: Comparison) {
    self.comparison = comparison
  }

  package var text: String {
    let kinds = Set(comparison.objects.map(\.object.gvk.kind)).sorted(by: precedesBytewise)
    let rows = kinds.map { kind in
      [Escape.line(kind)]
        + ObjectChange.Kind.allCases.map { change in
          String(comparison.objects.count { $0.object.gvk.kind == kind && $0.kind == change })
        }
    }
    guard !rows.isEmpty else { return "no changes\n" }
    let table = [["KIND"] + ObjectChange.Kind.allCases.map { $0.rawValue.uppercased() }] + rows
    let widths = table[0].indices.map { column in table.map { $0[column].count }.max() ?? 0 }
    return table.map { row in
      zip(row, widths).enumerated().map { column, cell in
        let padding = String(repeating: " ", count: cell.1 - cell.0.count)
        return column == 0 ? cell.0 + padding : padding + cell.0
      }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
