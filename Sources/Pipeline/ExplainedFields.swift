internal import Changes
internal import Diagnostics
internal import Explain
internal import Resources
internal import YAML

/// A value of the output, and the line that it comes from.
package struct ExplainedField: Sendable {
  /// Kind, namespace and name of its object.
  package let object: String
  package let path: String
  package let value: String
  /// Empty where no origin is known.
  package let file: String
  package let line: Int
  package let column: Int
  /// Whether it tells the entry of a list from others.
  package let isKey: Bool
  /// The step of the build that decided it.
  package let step: String
}

extension Explaining {
  /// Every value of the output with its origin; `nil` where it can't be built.
  package func fields() -> [ExplainedField]? {
    guard let (set, history) = build() else { return nil }
    return set.resources.flatMap { resource in
      Explanation(ObjectQuery.Found(resource), history, ShownValues(showsSecrets: true)).fields.map { field in
        let position = field.origin?.position ?? .none
        return ExplainedField(
          object: resource.canonicalID.description, path: field.path.text, value: field.value?.text ?? "",
          file: files[position.file].path, line: Int(position.line), column: Int(position.column),
          isKey: isKey(field),
          step: field.origin?.step.name ?? "")
      }
    }
  }

  /// Also the name of a claim, or one that a group's setting has as a key.
  private func isKey(_ field: Explanation.Field) -> Bool {
    let isInner = field.path.text.hasSuffix("/metadata/name") && field.path.steps.count > 2
    return field.path.isKeyOfEntry || isInner || field.setting?.path.isKeyOfEntry ?? false
  }

  /// Every value of the output without its origin, by its object and path, as an ordinary build makes them.
  package static func values(_ directory: String?, _ options: Build.Options) -> [String: String]? {
    let files = options.sourceFiles
    guard let set = Build(options: options).set(of: directory, shown: nil, files, Report()) else {
      return nil
    }
    return set.resources.reduce(into: [:]) { values, resource in
      let object = resource.canonicalID.description
      FieldTree(resource.object).visit { path, node in
        if node.scalar != nil { values[object + " " + path.text] = node.text ?? "" }
      }
    }
  }
}
