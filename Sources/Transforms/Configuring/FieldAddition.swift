package import Diagnostics
package import Resources

/// A field spec that a layer adds to kustomize's own, through `configurations` or `crds`.
package struct FieldAddition: Sendable {
  package enum Destination: Sendable {
    case list(FieldList)
    /// The fields that hold the names of a kind.
    case references(to: KindFilter)
  }

  package var destination: Destination
  package var spec: FieldSpec
  package var position: Position
}

/// The lists of field specs, as a file of `configurations` names them.
package enum FieldList: String, Sendable, CaseIterable {
  case namePrefix, nameSuffix, namespace, commonLabels, labels, templateLabels, volumeClaimTemplateLabels
  case commonAnnotations, varReference, images, replicas

  package var property: any WritableKeyPath<FieldConfiguration, [FieldSpec]> & Sendable {
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
