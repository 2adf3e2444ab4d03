package import Diagnostics
package import YAML

/// A job that runs on every instance of a group.
package struct Job: Sendable {
  package var name = Located("", Position.none)
  package var release = Located("", Position.none)
  /// Properties as they were written, without Quarks' own.
  package var properties = Mapping()
  package var quarks = QuarksJobSettings()
  package var consumes: [(key: Scalar, value: ConsumedLink)] = []
  package var provides: [(key: Scalar, value: ProvidedLink)] = []
  package var customProviders: [CustomProvider] = []
  /// Whether an addon brought it.
  package var isAddon = false
  package var position = Position.none
}

extension Job {
  static var shape: Shape<Job> {
    Shape(Shape.object(schema).type) { node, reader in
      guard var job = schema.decode(node, reader) else { return nil }
      job.position = node.position
      if let quarks = job.properties["quarks"], !quarks.isNull {
        let reader = reader.field("properties").field("quarks")
        job.quarks = QuarksJobSettings.schema.decode(quarks, reader) ?? job.quarks
        job.quarks.fields = quarks.mapping ?? Mapping()
      }
      job.properties["quarks"] = nil
      job.isAddon = job.quarks.isAddon
      return job
    }
  }

  private static let schema = Schema("job", isOpen: true, initial: Job()) {
    Field("name", .located(.scalarText), \.name, required: true, "What its release calls the job.")
    Field("release", .located(.scalarText), \.release, required: true, "The release it comes from.")
    Field("properties", .mapping, \.properties, "The job's settings; those of Quarks under quarks.")
    Field("consumes", .map(of: ConsumedLink.shape), \.consumes, "Where links come from, by their name.")
    Field("provides", .map(of: ProvidedLink.shape), \.provides, "What links are called, by their name.")
    Field(
      "custom_provider_definitions", .list(of: .object(CustomProvider.schema)), \.customProviders,
      "Links that the job provides though its specification doesn't say so.")
  }
}
