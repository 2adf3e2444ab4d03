internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

/// An entry of `configMapGenerator` or `secretGenerator`.
struct GeneratorArguments: Sendable {
  var name = Located("", .none)
  var namespace: Located<String>?
  var behavior = Behavior.unspecified
  var type: String?
  var sources = KeyValueSources()
  var options = GeneratorOptions()

  enum Behavior: String, Sendable, CaseIterable {
    case unspecified, create, merge, replace
  }

  @FieldTable<GeneratorArguments> static func fields(withType: Bool) -> [Field<GeneratorArguments>] {
    Field("name", .locatedScalar, \.name, required: true, "the name, before the hash")
    Field("namespace", .locatedScalar, \.namespace, "the namespace")
    Field(
      "behavior", .behavior, \.behavior, "what happens when a layer below has it: create, merge or replace")
    Field("literals", .list(of: .locatedScalar), \.sources.literals, "key=value")
    Field("files", .list(of: .locatedScalar), \.sources.files, "a path, or key=path")
    Field("envs", .list(of: .locatedScalar), \.sources.envs, "files with KEY=value lines")
    Field("env", .locatedScalar, \.sources.env, "Deprecated: one file of envs")
    Field(
      "options", .object(GeneratorOptions.schema), \.options, "labels, annotations and the hash of this one"
    )
    if withType { Field("type", .string, \.type, "the Secret's type; Opaque by default") }
  }

  static func schema(_ name: String, withType: Bool) -> Schema<GeneratorArguments> {
    Schema(name, initial: GeneratorArguments()) { fields(withType: withType) }
  }
}

extension Shape where Value == GeneratorArguments.Behavior {
  /// As in kustomize, any other word counts as `create`.
  fileprivate static var behavior: Shape {
    let names = Value.allCases.map(\.rawValue)
    return Shape(.text) { node, reader in
      guard let text = reader.text(of: node) else { return nil }
      if let behavior = Value(rawValue: text) { return behavior }
      reader.report.warning(
        "unknown-behavior", "\"\(reader.path)\" can't be \"\(text)\", so it counts as create",
        at: node.position, hint: suggestion(for: text, among: names, otherwise: "it is one of"))
      return .create
    }
  }
}

/// `generatorOptions`, and the options of one entry.
struct GeneratorOptions: Sendable {
  var labels = Mapping()
  var annotations = Mapping()
  var disableNameSuffixHash = false
  var immutable = false

  static let schema = Schema<GeneratorOptions>("generator options", initial: GeneratorOptions()) {
    Field("labels", .stringPairs, \.labels, "labels of what is generated")
    Field("annotations", .stringPairs, \.annotations, "annotations of what is generated")
    Field(
      "disableNameSuffixHash", .boolean, \.disableNameSuffixHash, "whether the name ends without a hash")
    Field("immutable", .boolean, \.immutable, "whether the object can't be changed once it is applied")
  }

  static let field = KustomizationField(
    "generatorOptions", .object(schema), "Labels, annotations and hashes of everything that is generated")

  /// Whether it adds nothing to labels and annotations, so that those of others need not be copied.
  fileprivate var isPlain: Bool { labels.isEmpty && annotations.isEmpty }

  /// These options where an entry has none of its own.
  func joined(with own: GeneratorOptions) -> GeneratorOptions {
    var joined = self
    joined.labels.set(own.labels.pairs)
    joined.annotations.set(own.annotations.pairs)
    joined.disableNameSuffixHash = disableNameSuffixHash || own.disableNameSuffixHash
    joined.immutable = immutable || own.immutable
    return joined
  }
}

extension GeneratorArguments {
  static func read(
    _ field: KustomizationField<[GeneratorArguments]>, _ kustomization: Kustomization, _ context: LayerContext
  ) -> [GeneratorArguments] {
    guard let entries = field.read(kustomization, context.report) else { return [] }
    let shared = GeneratorOptions.field.read(kustomization, context.report) ?? GeneratorOptions()
    return entries.map { entry in
      // Without any name at all, which was reported, it is generated nevertheless: its data may hold mistakes, too.
      if entry.name.value.isEmpty, entry.name.position.isKnown {
        context.report.error(
          "empty-name", "\"name\" of a \(field.name) entry is empty", at: entry.name.position,
          hint: "write the name that the object is to have, before the hash")
      }
      var entry = entry
      let holds =
        entry.options.isPlain
        || context.files.growth.holds(
          shared.labels.weight + shared.annotations.weight, of: "this entry", at: entry.name.position,
          context.report)
      if holds { entry.options = shared.joined(with: entry.options) }
      return entry
    }
  }

  /// The object without its data.
  func makeResource(kind: String, data: [(field: String, pairs: [(String, String)])]) -> Resource {
    let position = name.position
    var metadata = Mapping(at: position)
    metadata["name"] = .string(name.value, at: position)
    metadata["namespace"] = namespace.map { .string($0.value, at: $0.position) }
    if !options.labels.isEmpty { metadata["labels"] = .mapping(options.labels) }
    if !options.annotations.isEmpty { metadata["annotations"] = .mapping(options.annotations) }
    var root = Mapping(at: position)
    root["apiVersion"] = "v1"
    root["kind"] = .string(kind, at: position)
    root["metadata"] = .mapping(metadata)
    for (field, pairs) in data where !pairs.isEmpty {
      root[field] = .strings(pairs.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }, at: position)
    }
    if options.immutable { root["immutable"] = .bool(true, at: position) }
    var resource = Resource(object: .mapping(root))
    resource.needsNameHash = !options.disableNameSuffixHash
    resource.behavior = Resource.Behavior(rawValue: behavior.rawValue) ?? .unspecified
    return resource
  }
}
