internal import Diagnostics
internal import Resources
internal import YAML

/// `namePrefix`: puts a word before every name.
struct NamePrefix: Transform {
  var affix = NameAffix()

  static let field = KustomizationField(
    "namePrefix", .located(.scalarText), "A word before every name of this layer")
  static let fields = [field.description]
  static let configurationKind = "PrefixTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    NameAffix.read(field, context.fields.prefixes, kustomization, context).map { [NamePrefix(affix: $0)] }
      ?? []
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    NameAffix.read(configuration, configurationKind, "prefix", context).map { [NamePrefix(affix: $0)] } ?? []
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    affix.apply(to: &set, context, remember: { $0.prefixes.append($1) }, join: { $1 + $0 })
  }
}

/// `nameSuffix`: puts a word behind every name.
struct NameSuffix: Transform {
  var affix = NameAffix()

  static let field = KustomizationField(
    "nameSuffix", .located(.scalarText), "A word behind every name of this layer")
  static let fields = [field.description]
  static let configurationKind = "SuffixTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] {
    NameAffix.read(field, context.fields.suffixes, kustomization, context).map { [NameSuffix(affix: $0)] }
      ?? []
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    NameAffix.read(configuration, configurationKind, "suffix", context).map { [NameSuffix(affix: $0)] } ?? []
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {
    affix.apply(to: &set, context, remember: { $0.suffixes.append($1) }, join: { $0 + $1 })
  }
}

/// Both in one configuration, as older files have it; a kustomization file has no field for it.
struct NamePrefixAndSuffix: Transform {
  var prefix = ""
  var suffix = ""
  var specs: [FieldSpec] = []

  static let fields: [FieldDescription] = []
  static let configurationKind = "PrefixSuffixTransformer"

  static func read(_ kustomization: Kustomization, _ context: TransformContext) -> [any Transform] { [] }

  static let schema = Schema<NamePrefixAndSuffix>.configuration(
    configurationKind, initial: NamePrefixAndSuffix()
  ) {
    Field("prefix", .scalarText, \.prefix, "the prefix")
    Field("suffix", .scalarText, \.suffix, "the suffix")
    Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "the fields they go to")
  }

  static func read(configuration: Node, _ context: TransformContext) -> [any Transform] {
    guard let both = schema.decodeConfiguration(configuration, context.report) else { return [] }
    return [
      NamePrefix(affix: NameAffix(word: both.prefix, position: configuration.position, specs: both.specs)),
      NameSuffix(affix: NameAffix(word: both.suffix, position: configuration.position, specs: both.specs)),
    ]
  }

  func apply(to set: inout ResourceSet, _ context: TransformContext) {}
}

/// What a prefix and a suffix have in common.
struct NameAffix: Sendable {
  var word = ""
  var position = Position.none
  var specs: [FieldSpec] = []

  static func read(
    _ field: KustomizationField<Located<String>>, _ specs: [FieldSpec], _ kustomization: Kustomization,
    _ context: TransformContext
  ) -> NameAffix? {
    guard let word = field.read(kustomization, context.report), !word.value.isEmpty else { return nil }
    return NameAffix(word: word.value, position: word.position, specs: specs)
  }

  /// - Parameter field: that has the word.
  static func read(
    _ configuration: Node, _ kind: String, _ field: String, _ context: TransformContext
  ) -> NameAffix? {
    let schema = Schema<NameAffix>.configuration(kind, initial: NameAffix()) {
      Field(field, .scalarText, \.word, "the \(field)")
      Field("fieldSpecs", .list(of: .fieldSpec), \.specs, "the fields it goes to")
    }
    var affix = schema.decodeConfiguration(configuration, context.report)
    affix?.position = configuration[field]?.position ?? configuration.position
    return affix
  }

  /// Kinds whose names mean something outside of the set (kustomize v5).
  private static let fixedNames: [KindFilter] = [
    KindFilter(kind: "CustomResourceDefinition"),
    KindFilter(group: "apiregistration.k8s.io", kind: "APIService"),
    KindFilter(kind: "Namespace"),
  ]

  func apply(
    to set: inout ResourceSet, _ context: TransformContext,
    remember: @Sendable (inout Resource, String) -> Void,
    join: @Sendable (_ name: String, _ word: String) -> String
  ) {
    guard !word.isEmpty, holds(set, context), context.affords(specs, on: set, at: position) else { return }
    let fields = specs.map { (spec: $0, isName: $0.path.text == Self.name) }
    set.changeEach(context.report) { resource, report in
      let original = resource.originalID.gvk
      if Self.fixedNames.contains(where: { $0.matches(original) }) { return }
      for (spec, isName) in fields where spec.filter.matches(original) {
        if isName {
          remember(&resource, word)
          resource.rememberIdentity()
        }
        spec.visit(&resource, creating: .scalar, report) { node throws(FieldMismatch) in
          guard case .scalar(let scalar) = node else {
            throw FieldMismatch(position: node.position, found: node.kindName, path: spec.path.text)
          }
          setString(&node, join(scalar.kind == .null ? "" : scalar.text, word))
        }
      }
    }
  }

  private static let name = "metadata/name"

  /// Every name becomes longer, each time by as much, and the one before is kept.
  private func holds(_ set: ResourceSet, _ context: TransformContext) -> Bool {
    let names = set.resources.reduce(0) { $0 + Self.ofIdentity + $1.name.utf8.count + word.utf8.count }
    let times = specs.count { $0.path.text == Self.name }
    func holds(_ bytes: Int, times: Int) -> Bool {
      context.files.growth.holds(bytes, times: times, of: "this word", at: position, context.report)
    }
    return holds(names, times: times)
      && holds(word.utf8.count * (specs.count - 1) / 2, times: specs.count * set.resources.count)
  }

  /// An identity that is kept, beside the text of its name.
  private static let ofIdentity = MemoryLayout<ResourceID>.size + 32
}
