package import Diagnostics
package import YAML

/// `job.MF`: what a release says of one of its jobs.
package struct JobSpec: Sendable {
  package var name = ""
  package var templates: [Template] = []
  package var properties: [(key: Scalar, value: PropertySpec)] = []
  package var consumes: [ConsumedLinkSpec] = []
  package var provides: [ProvidedLinkSpec] = []
  /// The directory that the file lies in, as messages show it.
  package var directory = ""

  package struct Template: Sendable {
    /// Below `templates/`.
    package var source: Located<String>
    /// Below the job's directory in the pod.
    package var destination: Located<String>
  }

  /// The template whose output says how the job's processes are run.
  package var bpmTemplate: Template? {
    templates.first { $0.destination.value == "bpm.yml" || $0.destination.value.hasSuffix("/bpm.yml") }
  }

  package func path(of template: Template) -> String { "\(directory)/templates/\(template.source.value)" }
}

package struct PropertySpec: Sendable {
  package var `default`: Node?

  private static let schema = Schema("property", isOpen: true, initial: PropertySpec()) {
    Field("default", .node, \.default, "The value when the manifest gives none.")
    Field("description", checked: .node, "What the property is for.")
    Field("example", checked: .node, "How it may look.")
  }

  static var shape: Shape<PropertySpec> {
    Shape(Shape.object(schema).type) { node, reader in
      node.isNull ? PropertySpec() : schema.decode(node, reader)
    }
  }
}

package struct ConsumedLinkSpec: Sendable {
  package var name = Located("", Position.none)
  package var type = ""
  package var isOptional = false

  static let schema = Schema("consumed link", isOpen: true, initial: ConsumedLinkSpec()) {
    Field("name", .located(.scalarText), \.name, required: true, "What templates call the link.")
    Field("type", .scalarText, \.type, required: true, "What kind of link it is.")
    Field("optional", .boolean, \.isOptional, "Whether the job can do without it.")
  }
}

package struct ProvidedLinkSpec: Sendable {
  package var name = Located("", Position.none)
  package var type = ""
  package var properties: [String] = []

  static let schema = Schema("provided link", isOpen: true, initial: ProvidedLinkSpec()) {
    Field("name", .located(.scalarText), \.name, required: true, "What consumers call the link.")
    Field("type", .scalarText, \.type, required: true, "What kind of link it is.")
    Field("properties", .list(of: .scalarText), \.properties, "The properties that it carries.")
  }
}

extension JobSpec {
  static let schema = Schema("job.MF", isOpen: true, initial: JobSpec()) {
    Field("name", .scalarText, \.name, required: true, "The job's name.")
    Field("templates", templates, \.templates, "What each template becomes, by its file.")
    Field("properties", .map(of: PropertySpec.shape), \.properties, "The job's settings.")
    Field("consumes", .list(of: .object(ConsumedLinkSpec.schema)), \.consumes, "Links it needs.")
    Field("provides", .list(of: .object(ProvidedLinkSpec.schema)), \.provides, "Links it gives.")
    Field("description", checked: .node, "What the job is for.")
    Field("packages", checked: .node, "What it is built of.")
  }

  private static let templates: Shape<[Template]> = Shape<[(key: Scalar, value: Located<String>)]>
    .map(of: .located(.scalarText)).map { pairs in
      pairs.map { Template(source: Located($0.key.text, $0.key.position), destination: $0.value) }
    }
}
