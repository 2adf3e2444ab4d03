package import Resources
internal import YAML

/// What only the server writes into an object, so that one read from a cluster is compared with one that somebody wrote.
///
/// From the strategies, defaults and controllers of Kubernetes 1.36.
package enum ServerFields {
  private static let metadata = [
    "managedFields", "uid", "resourceVersion", "generation", "creationTimestamp", "selfLink",
    "deletionTimestamp", "deletionGracePeriodSeconds", "ownerReferences",
  ]
  private static let annotations = [
    "kubectl.kubernetes.io/last-applied-configuration", "deployment.kubernetes.io/revision",
    "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas",
    "deprecated.daemonset.template.generation", "pv.kubernetes.io/bind-completed",
    "pv.kubernetes.io/bound-by-controller", "pv.kubernetes.io/provisioned-by",
    "pv.kubernetes.io/migrated-to", "volume.kubernetes.io/storage-provisioner",
    "volume.beta.kubernetes.io/storage-provisioner", "volume.kubernetes.io/storage-resizer",
    "volume.kubernetes.io/provisioner-deletion-secret-name",
    "volume.kubernetes.io/provisioner-deletion-secret-namespace", "volume.kubernetes.io/selected-node",
    "batch.kubernetes.io/job-tracking", "batch.kubernetes.io/cronjob-scheduled-timestamp",
  ]
  private static let finalizers = [
    "kubernetes.io/pvc-protection", "kubernetes.io/pv-protection", "kubernetes.io/vac-protection",
    "foregroundDeletion", "orphan", "service.kubernetes.io/load-balancer-cleanup",
    "customresourcecleanup.apiextensions.k8s.io", "external-provisioner.volume.kubernetes.io/finalizer",
    "resource.kubernetes.io/delete-protection", "batch.kubernetes.io/job-tracking",
  ]
  private static let labels = [
    "kubernetes.io/metadata.name", "controller-uid", "job-name", "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-name", "controller-revision-hash", "pod-template-hash",
    "statefulset.kubernetes.io/pod-name", "apps.kubernetes.io/pod-index",
  ]

  /// Fields in which the server writes its choice when nobody made one.
  private static let chosen: [String: [[String]]] = [
    "Service": [
      ["spec", "clusterIP"], ["spec", "clusterIPs"], ["spec", "ipFamilies"], ["spec", "ipFamilyPolicy"],
      ["spec", "healthCheckNodePort"], ["spec", "allocateLoadBalancerNodePorts"],
    ],
    "PersistentVolumeClaim": [
      ["spec", "volumeName"], ["spec", "storageClassName"], ["spec", "dataSourceRef"],
      ["spec", "volumeAttributesClassName"],
    ],
    "PersistentVolume": [["spec", "claimRef"]],
    "Pod": [
      ["spec", "nodeName"], ["spec", "serviceAccountName"], ["spec", "serviceAccount"], ["spec", "priority"],
      ["spec", "preemptionPolicy"], ["spec", "tolerations"], ["spec", "overhead"],
    ],
    "Job": [["spec", "selector"], ["metadata", "labels"]],
    "Namespace": [["spec", "finalizers"]],
    "Ingress": [["spec", "ingressClassName"]],
    "CustomResourceDefinition": [
      ["spec", "names", "singular"], ["spec", "names", "listKind"], ["spec", "conversion"],
    ],
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

  /// Whether a controller made it, as it says itself.
  package static func isOwned(_ resource: Resource) -> Bool {
    (resource.object.at("metadata", "ownerReferences")?.items ?? []).contains {
      $0["controller"]?.text == "true"
    }
  }

  /// The object as somebody may have written it: without what the server wrote, filled in or chose, node ports aside.
  package static func written(_ resource: Resource) -> Resource {
    var resource = resource
    guard areIn(resource) else {
      // What tools write that print an object without asking a server.
      _ = resource.object.changeMapping { root in
        root["status"] = nil
        for path in [["metadata"], ["spec", "template", "metadata"]] {
          root.change(at: path) { $0["creationTimestamp"] = nil }
        }
      }
      return resource
    }
    let ports = resource.object.at("spec", "ports")
    let bare = Node.mapping(["kind": resource.object["kind"], "spec": .mapping(["ports": ports])])
    resource = unchosen(removed(from: resource), beside: Resource(object: bare))
    // What the first of these says, the second repeats.
    _ = resource.object.changeMapping { root in
      root.change(at: ["spec"]) { if isHeadless($0["clusterIP"]) { $0["clusterIPs"] = nil } }
    }
    return resource
  }

  // MARK: What nobody else writes

  private static func removed(from resource: Resource) -> Resource {
    var resource = resource
    _ = resource.object.changeMapping { root in
      root["status"] = nil
      root.change(at: ["metadata"], clean)
      root.change(at: ["spec", "template", "metadata"], clean)
    }
    return isBuiltin(resource) ? ServerDefaults.stripped(resource) : resource
  }

  private static func clean(_ metadata: inout Mapping) {
    for field in Self.metadata { metadata[field] = nil }
    for (field, keys) in [("annotations", annotations), ("labels", labels)] {
      metadata.change(at: [field]) { values in for key in keys { values[key] = nil } }
      if metadata[field]?.mapping?.isEmpty == true { metadata[field] = nil }
    }
    if let items = metadata["finalizers"]?.items {
      let own = items.filter { !finalizers.contains($0.text ?? "") }
      metadata["finalizers"] = own.isEmpty ? nil : .sequence(Sequence(own))
    }
  }

  // MARK: What it chose

  /// Without what the server chose where the other side leaves the choice to it.
  private static func unchosen(_ resource: Resource, beside other: Resource) -> Resource {
    guard isBuiltin(resource) else { return resource }
    var resource = resource
    _ = resource.object.changeMapping { root in
      for path in chosen[resource.gvk.kind] ?? [] {
        guard let field = path.last, node(path, in: other.object) == nil else { continue }
        root.change(at: path.dropLast()) { values in
          if !isHeadless(values[field]) { values[field] = nil }
        }
      }
      if resource.gvk.kind == "Service" {
        root.change(at: ["spec"]) {
          removePorts(from: &$0, beside: other.object.at("spec", "ports")?.items ?? [])
        }
      }
    }
    return resource
  }

  /// Node ports that the other side leaves to the server, which knows ports by their names.
  private static func removePorts(from spec: inout Mapping, beside others: [Node]) {
    guard let index = spec.index(of: "ports") else { return }
    _ = spec.pairs[index].value.changeSequence { ports in
      for place in ports.items.indices {
        let name = ports.items[place]["name"]?.text ?? ""
        let isNamed = others.contains {
          sameBytes($0["name"]?.text ?? "", name) && ($0["nodePort"]?.text ?? "0") != "0"
        }
        if !isNamed { _ = ports.items[place].changeMapping { $0["nodePort"] = nil } }
      }
    }
  }

  private static func node(_ path: [String], in object: Node) -> Node? {
    path.reduce(object) { node, field in node?[field] }
  }

  private static func isBuiltin(_ resource: Resource) -> Bool {
    BuiltinKinds.isNamespaced(resource.gvk) != nil
  }

  /// `None` is no choice of the server.
  private static func isHeadless(_ address: Node?) -> Bool {
    address?.text == "None" || address?.items?.first?.text == "None"
  }
}

extension Mapping {
  /// Changes the mapping that a path of fields leads to, where there is one.
  fileprivate mutating func change(at path: some Collection<String>, _ body: (inout Mapping) -> Void) {
    guard let field = path.first else { return body(&self) }
    guard let index = index(of: field) else { return }
    _ = pairs[index].value.changeMapping { $0.change(at: path.dropFirst(), body) }
  }
}
