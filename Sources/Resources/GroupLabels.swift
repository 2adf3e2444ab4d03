package import YAML

/// What the labels of a generated object say of the group and the zone that it belongs to.
package struct GroupLabels: Sendable {
  /// What the labels begin with.
  package let prefix: String
  package let group: String
  package let zone: String?
  /// 0 in a group that is not zoned.
  package let zoneIndex: Int

  private static let suffix = "/instance-group-name"

  package init?(_ labels: Mapping?) {
    guard let labels, let label = labels.pairs.first(where: { $0.key.text.hasSuffix(Self.suffix) }) else {
      return nil
    }
    prefix = String(label.key.text.dropLast(Self.suffix.count))
    group = label.value.text ?? ""
    zone = labels["\(prefix)/az-name"]?.text
    zoneIndex = labels["\(prefix)/az-index"]?.text.flatMap { Int32($0) }.map(Int.init) ?? 0
  }
}

extension Resource {
  /// What says of a StatefulSet or Deployment in which zone it is; `nil` for everything that no zone has for itself.
  package var zoneLabels: GroupLabels? {
    guard gvk.group == "apps", gvk.kind == "StatefulSet" || gvk.kind == "Deployment",
      let labels = GroupLabels(labels), labels.zone != nil
    else { return nil }
    return labels
  }

  /// Its place among the workloads of a group, when one is changed after the other.
  package func rolloutRank(in zone: Int) -> Int {
    let number = [Self.orderAnnotation, Self.syncWaveAnnotation].lazy.compactMap {
      self.annotations?[$0]?.text
    }.first
    return number.flatMap { Int32($0) }.map(Int.init) ?? zone
  }
}
