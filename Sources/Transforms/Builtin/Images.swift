internal import Diagnostics
internal import Resources
internal import YAML

/// `images`: replaces names, tags and digests of container images.
struct Images: Transform {
  var entries: [Entry] = []
  var specs: [FieldSpec] = []

  static let field = KustomizationField(
    "images", .list(of: .object(Entry.schema)), "Other names, tags or digests for container images")
  static let deprecatedField = KustomizationField(
    "imageTags", .list(of: .object(Entry.schema)), "Deprecated: more images; write them under images")
  static let fields = [field.description, deprecatedField.description]
  static let configurationKind = "ImageTagTransformer"

  struct Entry: Sendable {
    /// An expression for the name without tag and digest, as in kustomize.
    var name = Located("", .none)
    var newName = Located("", .none)
    var newTag = Located("", .none)
    var tagSuffix = Located("", .none)
    var digest = Located("", .none)

    static let schema = Schema<Entry>("images entry", initial: Entry()) { table }

    static let configuration = Schema<Entry>("imageTag", isLenient: true, initial: Entry()) { table }

    @FieldTable<Entry> private static var table: [Field<Entry>] {
      Field(
        "name", .locatedScalar, \.name, required: true, "the image as it is written, without tag and digest")
      Field("newName", .locatedScalar, \.newName, "the name to use instead")
      Field("newTag", .locatedScalar, \.newTag, "the tag to use")
      Field("tagSuffix", .locatedScalar, \.tagSuffix, "what to add to the tag")
      Field("digest", .locatedScalar, \.digest, "the digest to use")
    }
  }

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    let entries = [field, deprecatedField].flatMap { $0.read(kustomization, context.report) ?? [] }
    guard !entries.isEmpty else { return [] }
    return [Images(entries: entries, specs: context.fields.images)]
  }

  private struct Configuration: Sendable {
    var image = Entry()
    var specs: [FieldSpec] = []
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    let schema = Schema<Configuration>.configuration(configurationKind, initial: Configuration()) {
      Field(
        "imageTag", .object(Entry.configuration), \.image, required: true, "the image and what replaces it")
      Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "where images stand")
    }
    return schema.decodeConfiguration(configuration, context.report)
      .map { [Images(entries: [$0.image], specs: $0.specs)] } ?? []
  }

  var stepCount: Int { entries.count }
  var place: Position? { entries.first?.name.position }
  var parts: [any Transform] { entries.map { Images(entries: [$0], specs: specs) } }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    let position = entries.first?.name.position ?? .none
    guard context.affords(specs, on: set, at: position) else { return }
    let replacements = ImageReplacements(
      entries, context.files.growth, isCompatible: context.isCompatible, context.report)
    let others = SpecsByKind(specs.filter { !Self.isContainerImage($0.path) })
    let names = set.names(afterWritingTo: specs)
    defer { set.keep(names) }
    set.changeEach(context.report) { resource, report in
      // A definition's schema may well have properties of these names; kustomize leaves all of it alone.
      if resource.gvk.kind == "CustomResourceDefinition" { return }
      replaceInContainers(&resource.object, replacements, report)
      for spec in others.specs(for: resource.gvk) {
        guard spec.filter.matches(resource.gvk) else { continue }
        // What is no mapping on the way holds no image: custom resources have other things there.
        try? spec.path.visit(&resource.object) { node in replacements.apply(to: &node, report) }
      }
    }
  }

  private static func isContainerList(_ key: String) -> Bool {
    sameBytes(key, "containers") || sameBytes(key, "initContainers")
  }

  /// Whether ``replaceInContainers(_:_:)`` finds it anyhow.
  private static func isContainerImage(_ path: FieldPath) -> Bool {
    let names = path.segments.suffix(2).map(\.name)
    return names.count == 2 && isContainerList(names[0]) && names[1] == "image"
  }

  /// Every list called `containers` or `initContainers`, however deep, as kustomize looks for them.
  private func replaceInContainers(_ node: inout Node, _ replacements: ImageReplacements, _ report: Report) {
    switch node {
    case .scalar: return
    case .sequence:
      _ = node.changeSequence { sequence in
        for item in sequence.items.indices {
          replaceInContainers(&sequence.items[item], replacements, report)
        }
      }
    case .mapping:
      _ = node.changeMapping { mapping in
        for index in mapping.pairs.indices {
          if case .scalar(let scalar) = mapping.pairs[index].value, scalar.kind != .null { continue }
          let isContainerList = Self.isContainerList(mapping.pairs[index].key.text)
          replaceInContainers(&mapping.pairs[index].value, replacements, report)
          if isContainerList { replace(inList: &mapping.pairs[index].value, replacements, report) }
        }
      }
    }
  }

  private func replace(inList node: inout Node, _ replacements: ImageReplacements, _ report: Report) {
    if node.isNull { node = .sequence([], at: node.position) }
    _ = node.changeSequence { list in
      for index in list.items.indices {
        _ = list.items[index].changeMapping { container in
          guard let slot = container.index(of: "image") else { return }
          replacements.apply(to: &container.pairs[slot].value, report)
        }
      }
    }
  }
}
