package import Diagnostics
package import YAML

/// An entry of `variables`: a value that is generated when nobody gives it.
package struct ManifestVariable: Sendable {
  package var name = Located("", Position.none)
  package var type = Located("", Position.none)
  package var options = Mapping()

  static let schema = Schema("variable", isOpen: true, initial: ManifestVariable()) {
    Field("name", .located(.scalarText), \.name, required: true, "What ((…)) calls it.")
    Field(
      "type", .located(.scalarText), \.type, required: true, "password, certificate, rsa, ssh or user.")
    Field("options", .mapping, \.options, "How it is generated.")
    Field("update_mode", checked: .scalarText, "Means nothing without a config server.")
  }
}
