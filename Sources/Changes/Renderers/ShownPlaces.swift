package import Diagnostics
package import YAML

/// Places as every format shows them.
package struct ShownPlaces {
  private let files: SourceFiles?

  /// - Parameter files: those that places are of; `nil` where places say nothing to who reads.
  package init(_ files: SourceFiles?) {
    self.files = files
  }

  /// `base/web.yaml:9:13 → overlays/prod/patch.yaml:6:13`; `nil` where nothing is known.
  func text(_ place: ChangePlace) -> String? {
    let known = [place.old, place.new].filter(shows).map(text)
    return known.isEmpty
      ? nil : (known.first == known.last ? known.suffix(1) : known).joined(separator: " → ")
  }

  func shows(_ position: Position) -> Bool { files?.isInFile(position) ?? false }

  func text(_ position: Position) -> String { files?.describe(position) ?? "" }

  /// What stands in the line, around the place; `nil` where it is kept to itself.
  func line(_ position: Position) -> String? {
    files?[position.file].line(position.line).map { line in
      String(LineExcerpt(of: line, around: Int(position.column) - 1).text.drop { $0 == " " })
    }
  }

  /// The first of several, and how many more there are.
  func text(_ places: [ChangePlace]) -> String? {
    let places = Set(places).count > 1 ? places.filter { shows($0.old) || shows($0.new) } : places
    guard let first = places.first, let text = text(first) else { return nil }
    let rest = Set(places).count - 1
    return rest > 0 ? "\(text) and \(ChangeText.counted(rest, "more place"))" : text
  }

  /// Behind what it is about.
  func suffix(_ places: [ChangePlace]) -> String { text(places).map { "  (\($0))" } ?? "" }

  /// A field that differs, for programs.
  func node(_ field: FieldChange) -> Node {
    .mapping([
      "path": .string(field.path.text), "old": field.old, "new": field.new,
      "oldSource": node(field.place.old), "newSource": node(field.place.new),
    ])
  }

  /// For programs; `nil` where nothing is known.
  package func node(_ position: Position) -> Node? {
    guard let files, shows(position) else { return nil }
    return .mapping([
      "file": .string(files[position.file].path), "line": .integer(Int(position.line)),
      "column": .integer(Int(position.column)),
    ])
  }
}
