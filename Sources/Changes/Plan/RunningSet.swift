internal import Resources
internal import YAML

/// A StatefulSet with the server's defaults filled in, and with what the labels of a zonal group say of it.
struct RunningSet {
  let resource: Resource
  let replicas: Int
  let firstOrdinal: Int
  /// The names of its claim templates.
  let claimTemplates: [String]
  let group: String?
  let zone: String?
  let zoneIndex: Int
  /// Its place in the group.
  let rank: Int
  /// What the labels of zonal begin with.
  let labelPrefix: String?

  init?(_ resource: Resource) {
    guard resource.gvk.kind == "StatefulSet", resource.gvk.group == "apps" else { return nil }
    self.resource = resource
    let spec = resource.object["spec"]
    replicas = max(0, spec?["replicas"]?.wholeNumber ?? 1)
    firstOrdinal = max(0, spec?.at("ordinals", "start")?.wholeNumber ?? 0)
    claimTemplates = (spec?["volumeClaimTemplates"]?.items ?? []).compactMap {
      $0.at("metadata", "name")?.text
    }
    let labels = GroupLabels(resource.labels)
    let isOnDelete = spec?.at("updateStrategy", "type")?.text == "OnDelete"
    group = labels?.group ?? (isOnDelete ? resource.labels?["rollout-group"]?.text : nil)
    labelPrefix = labels?.prefix
    zone = labels?.zone
    zoneIndex = labels?.zoneIndex ?? 0
    rank = resource.rolloutRank(in: zoneIndex)
  }

  var name: String { resource.name }
  var key: [KeyBytes] { [resource.effectiveNamespace, name].map(KeyBytes.init) }
  var groupKey: [KeyBytes] {
    [resource.effectiveNamespace, group ?? name, group == nil ? "" : "group"].map(KeyBytes.init)
  }

  var ordinals: Range<Int> { firstOrdinal..<(firstOrdinal + replicas) }
  func pod(_ ordinal: Int) -> String { "\(name)-\(ordinal)" }
  func claims(of pods: [String]) -> [String] { pods.flatMap { pod in claimTemplates.map { "\($0)-\(pod)" } } }

  /// The name of the Service by which its pods have names.
  var serviceName: String { resource.object.at("spec", "serviceName")?.text ?? "" }
  var podLabels: Mapping? { resource.object.at("spec", "template", "metadata", "labels")?.mapping }

  // MARK: Its update strategy

  private var strategy: Node? { resource.object.at("spec", "updateStrategy") }
  var restartsOnDelete: Bool { strategy?["type"]?.text == "OnDelete" }

  /// Grafana's rollout-operator deletes the pods of an OnDelete set, one set of its group after the other.
  var isOperated: Bool { restartsOnDelete && resource.labels?["rollout-group"] != nil }

  /// Counted from the first ordinal, as the controller does.
  var partition: Int { strategy?.at("rollingUpdate", "partition")?.wholeNumber ?? 0 }

  /// How many pods an update takes down at once.
  var maxUnavailable: Int {
    let amount =
      isOperated
      ? resource.annotations?["rollout-max-unavailable"] : strategy?.at("rollingUpdate", "maxUnavailable")
    // A share is rounded down here, but never to nothing.
    return max(1, amount?.share(of: replicas, roundingUp: false) ?? 1)
  }

  // MARK: What becomes of its claims

  /// Whether its pods may leave their data behind.
  var isMoved: Bool { resource.annotations?[Resource.movedAnnotation]?.text == "true" }

  func retention(_ event: String) -> String {
    resource.object.at("spec", "persistentVolumeClaimRetentionPolicy", event)?.text ?? "Retain"
  }

  var boundZones: Set<KeyBytes> { resource.boundZones }
}

extension [KeyBytes] {
  func precedes(_ other: [KeyBytes]) -> Bool {
    lexicographicallyPrecedes(other) { precedesBytewise($0.text, $1.text) }
  }
}

extension Node {
  /// As Kubernetes has numbers of pods: 32 bits.
  var wholeNumber: Int? { text.flatMap { Int32($0) }.map(Int.init) }

  /// A number of pods, or a percentage of them.
  func share(of total: Int, roundingUp: Bool) -> Int? {
    guard let text, text.hasSuffix("%") else { return wholeNumber }
    guard let percent = Int(text.dropLast()), (0...100).contains(percent) else { return nil }
    return (total * percent + (roundingUp ? 99 : 0)) / 100
  }
}
