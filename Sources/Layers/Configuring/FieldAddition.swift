internal import Diagnostics
internal import Resources

/// A field spec that a layer adds to kustomize's own, through `configurations` or `crds`.
struct FieldAddition: Sendable {
  enum Destination: Sendable {
    case list(FieldList)
    /// The fields that hold the names of a kind.
    case references(to: KindFilter)
  }

  var destination: Destination
  var spec: FieldSpec
  var position: Position
}

/// The lists of field specs, as a file of `configurations` names them.
enum FieldList: String, Sendable, CaseIterable {
  case namePrefix, nameSuffix, namespace, commonLabels, labels, templateLabels, volumeClaimTemplateLabels
  case commonAnnotations, varReference, images, replicas

  var property: any WritableKeyPath<FieldConfiguration, [FieldSpec]> & Sendable {
    switch self {
    case .namePrefix: \.prefixes
    case .nameSuffix: \.suffixes
    case .namespace: \.namespace
    case .commonLabels: \.labels
    case .labels: \.plainLabels
    case .templateLabels: \.templateLabels
    case .volumeClaimTemplateLabels: \.claimLabels
    case .commonAnnotations: \.annotations
    case .varReference: \.variables
    case .images: \.images
    case .replicas: \.replicas
    }
  }
}

extension LayerContext {
  /// Whether every object can be asked for all of the fields that are added; `false` after a report.
  func affords(_ layer: Accumulator) -> Bool {
    files.growth.holds(
      Self.question, times: layer.additions.count * layer.set.resources.count, of: "this field",
      at: layer.additions.first?.position, report)
  }

  /// The same for fields of one transformer.
  func affords(_ specs: [FieldSpec], on set: ResourceSet, at position: Position) -> Bool {
    files.growth.holds(
      Self.question, times: specs.count * set.resources.count, of: "what is set here", at: position, report)
  }

  /// Whether objects can be looked up by all the names that they had: each has two at no charge, and then they are
  /// hashed for every field that looks for some.
  func affordsNames(of set: ResourceSet, at position: Position?) -> Bool {
    var weight = 0
    for index in set.resources.indices {
      for id in set.resources[index].earlier.dropFirst(2) { weight += id.name.utf8.count }
    }
    return files.growth.holds(weight, of: "what looks for names here", at: position, report)
  }

  /// To ask an object for a field takes about as long as to make so many bytes.
  private static let question = 8
}
