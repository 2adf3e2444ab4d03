package import Diagnostics
package import YAML

/// One of the product's own objects: what every Kubernetes object has, and a spec of its own.
package struct Manifest<Spec: Sendable>: Sendable {
  package var metadata = Metadata()
  package var spec: Spec

  package var name: String { metadata.name.value }

  /// - Parameter kind: what messages and the reference call the object.
  static func schema(
    _ kind: String, spec: Schema<Spec>, initial: @autoclosure @escaping @Sendable () -> Spec
  ) -> Schema<Self> {
    Schema(kind, initial: Self(spec: initial())) {
      // Read by who recognises the object; named here so that they are no unknown fields.
      Field(
        "apiVersion", checked: .string.described(as: .choice(["zonal/v1alpha1"])),
        "The version of the kind's schema.")
      Field("kind", checked: .string.described(as: .choice([kind])), "The kind of object.")
      Field(
        "metadata", .object(Metadata.schema), \.metadata, required: true, "Name, namespace and labels.")
      Field("spec", .object(spec), \.spec, required: true, "What is wanted.")
    }
  }
}

/// The metadata that an object passes on to what it becomes.
package struct Metadata: Sendable {
  package var name = Located("", Position.none)
  package var namespace: String?
  package var labels = Mapping()
  package var annotations = Mapping()

  static let schema = Schema("metadata", initial: Metadata()) {
    Field(
      "name", .located(.string), \.name, required: true, "The name that all generated names are made from.")
    Field("namespace", .string, \.namespace, "The namespace of everything that is generated.")
    Field(
      "labels", .strings, \.labels, "Labels of everything that is generated; never of pods or selectors.")
    Field(
      "annotations", .strings, \.annotations, "Annotations of everything that is generated; never of pods.")
  }
}

extension Shape where Value == Mapping {
  /// A mapping of strings to strings, such as labels, with its positions.
  static var strings: Shape {
    Shape(.map(.string)) { node, reader in
      guard let mapping = Shape.mapping.read(node, reader) else { return nil }
      for pair in mapping.pairs where pair.value.string == nil {
        let hint = pair.value.text.map { "write it in quotes: \"\($0)\"" }
        reader.field(pair.key.text).mismatch(pair.value, expected: "a string", hint: hint)
      }
      return mapping
    }
  }
}
