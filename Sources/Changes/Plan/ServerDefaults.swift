internal import Resources
internal import YAML

/// What the API server would fill in anyway: to write it out, or to leave it out, changes nothing that runs.
enum ServerDefaults {
  /// A field with its default, by the field that it stands in.
  private struct Default {
    let enclosing: [String]
    let key: String
    let values: [String]
    /// `nil` where every kind has it.
    var kind: String?
  }

  private static let probes = ["livenessProbe", "readinessProbe", "startupProbe"]
  private static let containers = ["containers", "initContainers", "ephemeralContainers"]
  /// The object itself.
  private static let root = ""
  /// The fields of an object that may hold defaults.
  private static let holders = ["spec", "roleRef", "subjects"]

  /// As of Kubernetes' `SetDefaults_…` functions (core/v1, apps/v1, batch/v1).
  private static let defaults: [Default] = [
    .init(enclosing: ["spec"], key: "podManagementPolicy", values: ["OrderedReady"]),
    .init(enclosing: ["spec"], key: "serviceName", values: [""]),
    .init(enclosing: ["spec"], key: "volumeMode", values: ["Filesystem"]),
    .init(enclosing: ["spec"], key: "completionMode", values: ["NonIndexed"]),
    .init(enclosing: ["spec"], key: "completions", values: ["1"]),
    .init(enclosing: ["spec"], key: "parallelism", values: ["1"]),
    .init(enclosing: ["spec"], key: "backoffLimit", values: ["6"]),
    .init(enclosing: ["spec"], key: "suspend", values: ["false"]),
    .init(enclosing: ["spec"], key: "concurrencyPolicy", values: ["Allow"]),
    .init(enclosing: ["spec"], key: "successfulJobsHistoryLimit", values: ["3"]),
    .init(enclosing: ["spec"], key: "failedJobsHistoryLimit", values: ["1"]),
    .init(enclosing: ["spec"], key: "dnsPolicy", values: ["ClusterFirst"]),
    .init(enclosing: ["spec"], key: "restartPolicy", values: ["Always"]),
    .init(enclosing: ["spec"], key: "schedulerName", values: ["default-scheduler"]),
    .init(enclosing: ["spec"], key: "terminationGracePeriodSeconds", values: ["30"]),
    .init(enclosing: ["spec"], key: "enableServiceLinks", values: ["true"]),
    .init(enclosing: ["spec"], key: "hostNetwork", values: ["false"]),
    .init(enclosing: ["spec"], key: "hostPID", values: ["false"]),
    .init(enclosing: ["spec"], key: "hostIPC", values: ["false"]),
    .init(enclosing: containers, key: "terminationMessagePath", values: ["/dev/termination-log"]),
    .init(enclosing: containers, key: "terminationMessagePolicy", values: ["File"]),
    .init(enclosing: containers, key: "stdin", values: ["false"]),
    .init(enclosing: containers, key: "tty", values: ["false"]),
    .init(enclosing: ["volumeMounts"], key: "readOnly", values: ["false"]),
    .init(enclosing: ["ports"], key: "protocol", values: ["TCP"]),
    .init(enclosing: probes, key: "timeoutSeconds", values: ["1"]),
    .init(enclosing: probes, key: "periodSeconds", values: ["10"]),
    .init(enclosing: probes, key: "successThreshold", values: ["1"]),
    .init(enclosing: probes, key: "failureThreshold", values: ["3"]),
    .init(enclosing: ["httpGet"], key: "scheme", values: ["HTTP"]),
    .init(enclosing: ["fieldRef"], key: "apiVersion", values: ["v1"]),
    .init(
      enclosing: ["configMap", "secret", "projected", "downwardAPI"], key: "defaultMode",
      values: ["420", "0644", "0o644"]),
    .init(enclosing: ["spec"], key: "revisionHistoryLimit", values: ["10"]),
    .init(enclosing: ["spec"], key: "progressDeadlineSeconds", values: ["600"], kind: "Deployment"),
    .init(enclosing: ["spec"], key: "sessionAffinity", values: ["None"], kind: "Service"),
    .init(enclosing: ["spec"], key: "type", values: ["ClusterIP"], kind: "Service"),
    .init(enclosing: ["spec"], key: "internalTrafficPolicy", values: ["Cluster"], kind: "Service"),
    .init(enclosing: ["spec"], key: "externalTrafficPolicy", values: ["Cluster"], kind: "Service"),
    .init(enclosing: ["updateStrategy", "strategy"], key: "type", values: ["RollingUpdate"]),
    .init(enclosing: ["rollingUpdate"], key: "partition", values: ["0"], kind: "StatefulSet"),
    .init(enclosing: ["rollingUpdate"], key: "maxSurge", values: ["25%"], kind: "Deployment"),
    .init(enclosing: ["rollingUpdate"], key: "maxUnavailable", values: ["25%"], kind: "Deployment"),
    .init(enclosing: ["rollingUpdate"], key: "maxSurge", values: ["0"], kind: "DaemonSet"),
    .init(enclosing: ["rollingUpdate"], key: "maxUnavailable", values: ["1"], kind: "DaemonSet"),
    .init(
      enclosing: ["persistentVolumeClaimRetentionPolicy"], key: "whenDeleted", values: ["Retain"]),
    .init(enclosing: ["persistentVolumeClaimRetentionPolicy"], key: "whenScaled", values: ["Retain"]),
    .init(enclosing: ["spec"], key: "replicas", values: ["1"], kind: "StatefulSet"),
    .init(enclosing: ["spec"], key: "replicas", values: ["1"], kind: "Deployment"),
    .init(enclosing: ["spec"], key: "replicas", values: ["1"], kind: "ReplicaSet"),
    .init(enclosing: ["rollingUpdate"], key: "maxUnavailable", values: ["1"], kind: "StatefulSet"),
    .init(enclosing: ["spec"], key: "manualSelector", values: ["false"], kind: "Job"),
    .init(enclosing: ["spec"], key: "podReplacementPolicy", values: ["TerminatingOrFailed"], kind: "Job"),
    .init(enclosing: ["spec"], key: "allocateLoadBalancerNodePorts", values: ["true"], kind: "Service"),
    .init(
      enclosing: ["spec"], key: "persistentVolumeReclaimPolicy", values: ["Retain"], kind: "PersistentVolume"),
    .init(enclosing: ["spec"], key: "minReplicas", values: ["1"], kind: "HorizontalPodAutoscaler"),
    .init(enclosing: ["spec"], key: "attachRequired", values: ["true"], kind: "CSIDriver"),
    .init(enclosing: ["spec"], key: "podInfoOnMount", values: ["false"], kind: "CSIDriver"),
    .init(enclosing: ["spec"], key: "storageCapacity", values: ["false"], kind: "CSIDriver"),
    .init(enclosing: ["httpGet"], key: "path", values: ["/"]),
    .init(enclosing: ["hostPath"], key: "type", values: [""]),
    .init(enclosing: ["serviceAccountToken"], key: "expirationSeconds", values: ["3600"]),
    .init(enclosing: ["resourceFieldRef"], key: "divisor", values: ["0"]),
    .init(enclosing: ["roleRef", "subjects"], key: "apiGroup", values: ["rbac.authorization.k8s.io"]),
    .init(enclosing: [root], key: "reclaimPolicy", values: ["Delete"], kind: "StorageClass"),
    .init(enclosing: [root], key: "volumeBindingMode", values: ["Immediate"], kind: "StorageClass"),
    .init(enclosing: [root], key: "type", values: ["Opaque"], kind: "Secret"),
    .init(
      enclosing: [root], key: "preemptionPolicy", values: ["PreemptLowerPriority"], kind: "PriorityClass"),
    .init(enclosing: ["volumeClaimTemplates"], key: "apiVersion", values: ["v1"]),
    .init(enclosing: ["volumeClaimTemplates"], key: "kind", values: ["PersistentVolumeClaim"]),
  ]

  /// Mappings that say nothing when they are empty.
  private static let optional = [
    "labels", "annotations", "resources", "limits", "requests", "nodeSelector",
    "updateStrategy", "strategy", "rollingUpdate", "persistentVolumeClaimRetentionPolicy", "metadata",
  ]

  private static let byKey = Dictionary(grouping: defaults, by: \.key)

  /// The object without them.
  static func stripped(_ resource: Resource) -> Resource {
    var resource = resource
    let isPod = resource.gvk.group.isEmpty && resource.gvk.kind == "Pod"
    let kind = resource.gvk.kind
    _ = resource.object.changeMapping { fields in
      fields.pairs = fields.pairs.compactMap { pair in
        var pair = pair
        let key = pair.key.text
        if holders.contains(key) { pair.value = stripped(pair.value, in: key, of: kind, isPodSpec: isPod) }
        return pair.value.scalar != nil && isWithoutMeaning(pair.value, key, in: root, of: kind, false)
          ? nil : pair
      }
    }
    return resource
  }

  private static func stripped(
    _ node: Node, in field: String, of kind: String, isPodSpec: Bool
  ) -> Node {
    switch node {
    case .scalar: return node
    case .sequence(var sequence):
      sequence.items = sequence.items.map { stripped($0, in: field, of: kind, isPodSpec: false) }
      return .sequence(sequence)
    case .mapping(var mapping):
      let whole = mapping
      mapping.pairs = mapping.pairs.compactMap { pair in
        let key = pair.key.text
        let value = stripped(pair.value, in: key, of: kind, isPodSpec: field == "template" && key == "spec")
        if isWithoutMeaning(value, key, in: field, of: kind, isPodSpec)
          || isRepeated(key, of: whole, in: field)
          || key == "imagePullPolicy" && isDefaultPull(whole)
        {
          return nil
        }
        return .init(key: pair.key, value: value)
      }
      return .mapping(mapping)
    }
  }

  private static func isWithoutMeaning(
    _ value: Node, _ key: String, in field: String, of kind: String, _ isPodSpec: Bool
  ) -> Bool {
    // What the server says of the claims that it would make.
    if key == "status" && field == "volumeClaimTemplates" { return true }
    switch value {
    case .sequence(let sequence): return sequence.items.isEmpty
    case .mapping(let mapping):
      return mapping.isEmpty && (optional.contains(key) || isPodSpec && key == "securityContext")
    case .scalar(let scalar):
      if scalar.kind == .null { return true }
      return byKey[key]?.contains {
        $0.enclosing.contains(field) && $0.values.contains(scalar.text) && ($0.kind ?? kind) == kind
      } ?? false
    }
  }

  /// What the server writes a second time under another name.
  private static func isRepeated(_ key: String, of mapping: Mapping, in field: String) -> Bool {
    switch (field, key) {
    case ("spec", "serviceAccount"): mapping["serviceAccount"]?.text == mapping["serviceAccountName"]?.text
    case ("ports", "targetPort"): mapping["targetPort"]?.text == mapping["port"]?.text
    default: false
    }
  }

  /// Images without a tag, or with the tag `latest`, are pulled each time, others once.
  private static func isDefaultPull(_ container: Mapping) -> Bool {
    guard let image = container["image"]?.text, let policy = container["imagePullPolicy"]?.text else {
      return false
    }
    let name = image.split(separator: "/").last ?? ""
    let tag = name.prefix { $0 != "@" }.split(separator: ":").dropFirst().first
    // A tag counts more than a digest behind it.
    let isFloating = tag.map { $0 == "latest" } ?? !name.contains("@")
    return policy == (isFloating ? "Always" : "IfNotPresent")
  }

  /// Whether two nodes are one to the server, which takes `1Gi` for `1024Mi`, but lists in another order for others.
  static func areSame(_ a: Node, _ b: Node, in field: String = "") -> Bool {
    switch (a, b) {
    case (.scalar(let x), .scalar(let y)):
      if x.sameValue(as: y) { return true }
      guard field == "quantity", let x = Quantity(x.text), let y = Quantity(y.text) else { return false }
      return x == y
    case (.sequence(let x), .sequence(let y)):
      return x.items.count == y.items.count && zip(x.items, y.items).allSatisfy { areSame($0, $1) }
    case (.mapping(let x), .mapping(let y)):
      let inner = ["limits", "requests"].contains(field) ? "quantity" : nil
      return x.pairs.count == y.pairs.count
        && x.pairs.allSatisfy { pair in
          y[pair.key.text].map { areSame(pair.value, $0, in: inner ?? pair.key.text) } ?? false
        }
    default: return false
    }
  }

  /// The fields that differ for the server; the objects must be one.
  static func changes(from old: Resource, to new: Resource) -> [FieldChange] {
    changes(fromStripped: stripped(old), to: stripped(new)).map { change in
      // A default that was written out is shown as it was written.
      guard change.path.steps.count == 1, case .field(let name) = change.path.steps[0] else { return change }
      return FieldChange(
        path: change.path, old: change.old ?? old.object[name], new: change.new ?? new.object[name],
        isOrder: change.isOrder)
    }
  }

  /// The same for objects that are stripped already.
  static func changes(fromStripped old: Resource, to new: Resource) -> [FieldChange] {
    FieldComparison.changes(from: old, to: new, ignoringName: false, notingOrder: true).filter { change in
      guard change.path.text.contains("/resources/"), let old = change.old?.text, let new = change.new?.text,
        let before = Quantity(old), let after = Quantity(new)
      else { return true }
      return before != after
    }
  }
}
