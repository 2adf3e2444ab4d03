package import Diagnostics
package import YAML

/// What goes straight into the StatefulSets of a group.
package struct StatefulSetSettings: Sendable {
  package var metadata = ExtraMetadata()
  package var podManagementPolicy = PodManagementPolicy.orderedReady
  package var serviceName: Located<String>?
  package var updateStrategy: Node?
  /// The fields as they were written.
  package var fields = Mapping()

  private static let schema = Schema("statefulSet", initial: StatefulSetSettings()) {
    Field(
      "metadata", .object(ExtraMetadata.schema), \.metadata,
      "Labels and annotations of the StatefulSets alone.")
    Field(
      "podManagementPolicy", .choice(), \.podManagementPolicy,
      "OrderedReady: one pod after another; Parallel: all at once.")
    Field(
      "serviceName", .located(.string), \.serviceName,
      "The governing Service, to adopt a running StatefulSet.")
    Field(
      "updateStrategy", .mappingNode, \.updateStrategy,
      "How pods are replaced; spec.rollout says it shorter.")
    Field("minReadySeconds", checked: .count, "How long a new pod must be ready to count as available.")
    Field("revisionHistoryLimit", checked: .count, "How many old revisions are kept.")
    Field(
      "persistentVolumeClaimRetentionPolicy", checked: .mappingNode,
      "What becomes of claims when pods or the StatefulSet go.")
  }

  static var shape: Shape<StatefulSetSettings> {
    Shape(Shape.object(schema).type) { node, reader in
      var settings = schema.decode(node, reader)
      settings?.fields = node.mapping ?? Mapping()
      return settings
    }
  }
}

package enum PodManagementPolicy: String, Sendable, CaseIterable {
  case orderedReady = "OrderedReady"
  case parallel = "Parallel"
}

/// Labels and annotations of one kind of generated object.
package struct ExtraMetadata: Sendable {
  package var labels = Mapping()
  package var annotations = Mapping()

  static let schema = Schema("metadata", initial: ExtraMetadata()) {
    Field("labels", .strings, \.labels, "More labels.")
    Field("annotations", .strings, \.annotations, "More annotations.")
  }
}

extension Shape where Value == Node {
  /// A mapping, kept as a node.
  static var mappingNode: Shape { Shape<Mapping>.mapping.map { .mapping($0) } }
}
