internal import Resources
internal import YAML

/// What only the server writes into an object, so that one read from a cluster is compared with one that somebody wrote.
enum ServerFields {
  private static let metadata = [
    "managedFields", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink",
  ]
  private static let annotations = [
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
    "deprecated.daemonset.template.generation", "pv.kubernetes.io/bind-completed",
    "pv.kubernetes.io/bound-by-controller", "pv.kubernetes.io/provisioned-by",
    "volume.kubernetes.io/storage-provisioner", "volume.beta.kubernetes.io/storage-provisioner",
    "volume.kubernetes.io/selected-node", "storageclass.kubernetes.io/is-default-class-set-by",
  ]
  private static let finalizers = [
    "kubernetes.io/pvc-protection", "kubernetes.io/pv-protection", "foregroundDeletion",
  ]
  private static let labels = ["kubernetes.io/metadata.name"]

  /// Fields of `spec` in which the server writes its choice when nobody made one.
  private static let chosen: [String: [String]] = [
    "Service": [
      "clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "healthCheckNodePort",
      "allocateLoadBalancerNodePorts",
    ],
    "PersistentVolumeClaim": ["volumeName", "storageClassName"],
    "PersistentVolume": ["claimRef"],
    "Pod": ["nodeName", "serviceAccountName", "serviceAccount", "priority", "preemptionPolicy"],
    "Job": ["selector"],
    "Namespace": ["finalizers"],
  ]

  /// Whether it comes from a cluster: only the server gives these.
  static func areIn(_ resource: Resource) -> Bool {
    guard let metadata = resource.object["metadata"] else { return false }
    return metadata["uid"] != nil || metadata["resourceVersion"] != nil || metadata["managedFields"] != nil
  }

  /// Both objects without what makes no difference, when either comes from a cluster.
  static func comparable(_ old: Resource, _ new: Resource) -> (old: Resource, new: Resource)? {
    guard areIn(old) || areIn(new) else { return nil }
    let (old, new) = (removed(from: old), removed(from: new))
    return (unchosen(old, beside: new), unchosen(new, beside: old))
  }

  private static func removed(from resource: Resource) -> Resource {
    var resource =
      BuiltinKinds.isNamespaced(resource.gvk) == nil ? resource : ServerDefaults.stripped(resource)
    _ = resource.object.changeMapping { root in
      root["status"] = nil
      guard let index = root.index(of: "metadata") else { return }
      _ = root.pairs[index].value.changeMapping(clean)
    }
    return resource
  }

  private static func clean(_ metadata: inout Mapping) {
    for field in Self.metadata { metadata[field] = nil }
    for (field, keys) in [("annotations", annotations), ("labels", labels)] {
      guard let index = metadata.index(of: field) else { continue }
      _ = metadata.pairs[index].value.changeMapping { values in for key in keys { values[key] = nil } }
      if metadata.pairs[index].value.mapping?.isEmpty == true { metadata[field] = nil }
    }
    if let items = metadata["finalizers"]?.items {
      let own = items.filter { !finalizers.contains($0.text ?? "") }
      metadata["finalizers"] = own.isEmpty ? nil : .sequence(Sequence(own))
    }
  }

  /// Without what the server chose where the other side leaves the choice to it.
  private static func unchosen(_ resource: Resource, beside other: Resource) -> Resource {
    let fields = chosen[resource.gvk.kind] ?? []
    guard !fields.isEmpty, areBuiltin(resource) else { return resource }
    var resource = resource
    let there = other.object["spec"]
    _ = resource.object.changeMapping { root in
      guard let index = root.index(of: "spec") else { return }
      _ = root.pairs[index].value.changeMapping { spec in
        for field in fields where there?[field] == nil && !isHeadless(spec[field]) { spec[field] = nil }
        guard let ports = spec.index(of: "ports") else { return }
        let others = there?["ports"]?.items ?? []
        _ = spec.pairs[ports].value.changeSequence { sequence in
          for place in sequence.items.indices where !others.contains(where: { $0["nodePort"] != nil }) {
            _ = sequence.items[place].changeMapping { $0["nodePort"] = nil }
          }
        }
      }
    }
    return resource
  }

  private static func areBuiltin(_ resource: Resource) -> Bool {
    resource.gvk.group.isEmpty || resource.gvk.group == "batch"
  }

  /// `None` is no choice of the server.
  private static func isHeadless(_ address: Node?) -> Bool {
    address?.text == "None" || address?.items?.first?.text == "None"
  }
}
