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

extension FieldConfiguration {
  /// What a layer works with that adds to what kustomize starts from; conflicts are reported.
  func adding(_ additions: [FieldAddition], _ report: Report) -> FieldConfiguration {
    var sum = self
    for addition in additions {
      guard let conflict = sum.add(addition) else { continue }
      report.error(
        "field-spec-conflict",
        "the spec for \(addition.spec) says create: \(addition.spec.creates), another create: \(conflict.creates)",
        at: addition.position, notes: [.init("the other one is for \(conflict)")],
        hint: "write create: \(conflict.creates), or remove this spec")
    }
    return sum
  }

  /// - Returns: the spec that disagrees.
  private mutating func add(_ addition: FieldAddition) -> FieldSpec? {
    switch addition.destination {
    case .list(let list): return self[keyPath: list.property].merge(addition.spec)
    case .references(let target):
      guard let index = nameReferences.firstIndex(where: { $0.target == target }) else {
        nameReferences.append(NameReference(target: target, fields: [addition.spec]))
        return nil
      }
      return nameReferences[index].fields.merge(addition.spec)
    }
  }
}
