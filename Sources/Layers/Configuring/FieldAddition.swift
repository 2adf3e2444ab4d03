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

  /// To ask an object for a field takes about as long as to make so many bytes.
  private static let question = 8
}

extension FieldConfiguration {
  /// What a layer works with that adds to what kustomize starts from; conflicts are reported.
  func adding(_ additions: [FieldAddition], _ report: Report) -> FieldConfiguration {
    var sum = FieldSum(self)
    for addition in additions {
      guard let conflict = sum.add(addition) else { continue }
      report.error(
        "field-spec-conflict",
        "the spec for \(addition.spec) says create: \(addition.spec.creates), another create: \(conflict.creates)",
        at: addition.position, notes: [.init("the other one is for \(conflict)")],
        hint: "write create: \(conflict.creates), or remove this spec")
    }
    return sum.result
  }
}

/// A configuration while specs are added to it, with those of their lists indexed that are added to.
private struct FieldSum {
  private var configuration: FieldConfiguration
  private var lists: [FieldList: FieldSpecList] = [:]
  private var fields: [KindFilter: FieldSpecList] = [:]
  /// The places of kinds among the references, the first of each.
  private var targets: [KindFilter: Int] = [:]

  init(_ configuration: FieldConfiguration) {
    self.configuration = configuration
    for (place, reference) in configuration.nameReferences.enumerated() where targets[reference.target] == nil
    {
      targets[reference.target] = place
    }
  }

  var result: FieldConfiguration {
    var result = configuration
    for (list, added) in lists { result[keyPath: list.property] = added.specs }
    for (target, added) in fields {
      if let place = targets[target] { result.nameReferences[place].fields = added.specs }
    }
    return result
  }

  /// - Returns: the spec that disagrees.
  mutating func add(_ addition: FieldAddition) -> FieldSpec? {
    switch addition.destination {
    case .list(let list):
      if lists[list] == nil {
        lists[list] = FieldSpecList(
          configuration[keyPath: list.property])
      }
      return lists[list]?.merge(addition.spec)
    case .references(let target):
      if targets[target] == nil {
        targets[target] = configuration.nameReferences.count
        configuration.nameReferences.append(NameReference(target: target, fields: []))
      }
      if fields[target] == nil {
        let known = targets[target].map { configuration.nameReferences[$0].fields }
        fields[target] = FieldSpecList(known ?? [])
      }
      return fields[target]?.merge(addition.spec)
    }
  }
}
