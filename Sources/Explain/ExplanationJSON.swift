internal import Changes
package import Diagnostics
internal import Resources
internal import YAML

/// Explanations for programs.
///
/// The schema is stable: fields are added, never renamed or removed, while ``version`` stays.
package struct ExplanationJSON {
  package static let version = 1

  private let places: ShownPlaces

  package init(_ files: SourceFiles) {
    places = ShownPlaces(files)
  }

  private func text(_ node: Node) -> String {
    String(decoding: json(node, form: .shown), as: UTF8.self) + "\n"
  }

  /// The object with the fields that were asked for, each with its source and history.
  package func explanation(_ explanation: Explanation, _ fields: [Explanation.Field]) -> String {
    text(
      .mapping([
        "version": .integer(Self.version),
        "object": explanation.resource.identity,
        "removedBy": explanation.removal.map(step),
        "fields": .sequence(fields.map(field)),
      ]))
  }

  private func field(_ field: Explanation.Field) -> Node {
    .mapping([
      "path": .string(field.path.text),
      "value": field.value,
      "source": field.origin.flatMap { places.node($0.position) },
      "setting": field.setting.map(setting),
      "history": .sequence(field.events.map(event)),
    ])
  }

  private func event(_ event: FieldEvent) -> Node {
    .mapping([
      "change": .string(event.kind.rawValue),
      "source": places.node(event.position),
      "step": step(event.step),
      "setting": event.setting.map(setting),
      "old": event.old,
      "new": event.new,
    ])
  }

  private func step(_ step: TraceStep) -> Node {
    .mapping([
      "name": .string(step.name),
      "layer": step.layer.isEmpty ? nil : .string(step.layer),
      "source": places.node(step.position),
    ])
  }

  private func setting(_ setting: FieldEvent.Setting) -> Node {
    .mapping([
      "object": Resource(object: setting.object).identity,
      "path": setting.path.steps.isEmpty ? nil : .string(setting.path.text),
    ])
  }

  // MARK: A line of the sources

  package func matches(_ matches: [LineSearch.Match], file: String, line: Int) -> String {
    text(
      .mapping([
        "version": .integer(Self.version), "file": .string(file), "line": .integer(line),
        "fields": .sequence(
          matches.map { match in
            .mapping([
              "object": match.resource.identity, "path": .string(match.path.text),
              "decides": .bool(match.decides),
            ])
          }),
      ]))
  }
}
