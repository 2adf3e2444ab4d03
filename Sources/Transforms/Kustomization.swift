package import Diagnostics
package import YAML

/// One field of a kustomization file: declared beside what reads it.
package struct KustomizationField<Value>: Sendable {
  package let name: String
  package let summary: String
  /// Made when the field is there: schemas of fields that a file does not have cost nothing.
  private let shape: @Sendable () -> Shape<Value>

  package init(
    _ name: String, _ shape: @autoclosure @escaping @Sendable () -> Shape<Value>, _ summary: String
  ) {
    self.name = name
    self.shape = shape
    self.summary = summary
  }

  package var description: FieldDescription {
    FieldDescription(name: name, summary: summary, type: shape().type, isRequired: false)
  }

  /// The field's value in a file; `nil` when it is absent, null or wrong, which is reported.
  package func read(_ kustomization: Kustomization, _ report: Report) -> Value? {
    guard let node = kustomization.root[name], !node.isNull else { return nil }
    return shape().read(
      node, Reader(report: report, path: name, wantsStrings: true, takesWordsForBooleans: true))
  }
}

/// A kustomization file: its root mapping, from which each generator and transformer reads its own fields.
package struct Kustomization: Sendable {
  package static let apiVersion = "kustomize.config.k8s.io/v1beta1"
  package static let componentVersion = "kustomize.config.k8s.io/v1alpha1"

  package let root: Mapping
  /// As messages show it.
  package let path: String

  package init(root: Mapping, path: String) {
    self.root = root
    self.path = path
  }

  package var isComponent: Bool { root["kind"]?.string == "Component" }

  /// The position of a field's key, for messages about the field as a whole.
  package func position(of field: String) -> Position { root.key(field)?.position ?? root.position }
}

extension Shape where Value == Located<String> {
  /// A path or word with its position; numbers and booleans are taken as they are written.
  package static var locatedScalar: Shape { .located(.scalarText) }
}

extension Shape where Value == Scalar {
  /// A path, or a document written into the file: told apart by whether it holds a mapping.
  package static var inlineOrPath: Shape {
    Shape(.string) { node, reader in
      if case .scalar(let scalar) = node, scalar.kind != .null { return scalar }
      reader.mismatch(
        node, expected: "a path or a document in a block scalar",
        hint: "write \"|-\" before it, on the line above")
      return nil
    }
  }
}

extension Shape where Value == Mapping {
  /// A mapping of names to strings; where numbers and booleans are taken they become strings as they are written.
  package static var stringPairs: Shape {
    Shape(.map(.text)) { node, reader in
      guard var mapping = node.mapping else {
        reader.mismatch(
          node, expected: "a mapping of names to strings", hint: "write them as \"name: value\"")
        return nil
      }
      for index in mapping.pairs.indices {
        let value = mapping.pairs[index].value
        guard let text = reader.field(mapping.pairs[index].key.text).text(of: value) else { continue }
        mapping.pairs[index].value = .string(value.isNull ? "" : text, at: value.position)
      }
      return mapping
    }
  }
}
