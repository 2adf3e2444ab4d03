internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// Makes one group of a deployment an InstanceGroup, with the Secret of its jobs' files and the claims of an errand.
struct GroupConversion {
  let manifest: DeploymentManifest
  let rendered: RenderedGroup
  let processes: [BPMProcesses]
  let services: RequiredServices
  let options: DeploymentConversion.Options
  let report: Report

  var group: DeploymentGroup { rendered.group.group }
  var settings: AgentSettings { group.environment.settings }
  var isErrand: Bool { group.lifecycle.value != .service }

  func resources() -> [Resource] {
    let files = JobFiles(rendered, isErrand: isErrand)
    let volumes = GroupVolumes(group, processes, files, isErrand: isErrand, report)
    let containers = ProcessContainers(self, volumes).containers()
    guard !containers.isEmpty else { return leaveOut() }
    let pod = pod(containers, volumes)
    var resources: [Resource] = []
    if let secret = files.secret {
      resources.append(resource("v1", "Secret", files.name, secret, hashed: true))
    }
    if isErrand {
      // The pod of a Job can't ask for claims of its own.
      resources += volumes.claims.map {
        resource("v1", "PersistentVolumeClaim", $0.at("metadata", "name")?.text ?? "", ["spec": $0["spec"]])
      }
    }
    return resources + [object(pod, volumes)]
  }

  private func leaveOut() -> [Resource] {
    let summary = "the group \"\(group.name.value)\" runs nothing: none of its jobs has a process"
    let hint =
      "write processes under properties.quarks.bpm of its jobs, or take the group out with an ops file"
    if options.skipsGroupsWithoutProcesses {
      report.warning("group-left-out", summary, at: group.name.position, hint: hint)
    } else {
      report.error("group-without-processes", summary, at: group.name.position, hint: hint)
    }
    return []
  }

  private func resource(
    _ version: String, _ kind: String, _ name: String, _ fields: KeyValuePairs<String, Node?>,
    hashed: Bool = false
  ) -> Resource {
    var object = Node.mapping(
      [
        "apiVersion": .string(version), "kind": .string(kind),
        "metadata": .mapping(
          [
            "name": .string(name, at: group.name.position),
            "namespace": options.namespace.map { .string($0) },
            "labels": settings.labelNode,
          ], at: group.name.position),
      ], at: group.position)
    _ = object.changeMapping { object in
      for (key, value) in fields where value != nil { object[key] = value }
    }
    var resource = Resource(object: object)
    resource.needsNameHash = hashed
    return resource
  }

  // MARK: The group

  private func object(_ pod: Node, _ volumes: GroupVolumes) -> Resource {
    var resource = resource("zonal/v1alpha1", "InstanceGroup", group.name.value, ["spec": spec(pod, volumes)])
    if !settings.annotations.isEmpty { resource.setMetadata("annotations", to: settings.annotationNode) }
    return resource
  }

  private func spec(_ pod: Node, _ volumes: GroupVolumes) -> Node {
    var count = group.instances.value
    if isErrand, count > 1 {
      report.warning(
        "errand-instances", "the errand \"\(group.name.value)\" runs in one pod, not in \(count)",
        at: group.instances.position, hint: "write \"instances: 1\"")
      count = 1
    }
    var spec = Mapping(at: group.position)
    spec["deployment"] = .string(manifest.name.value, at: manifest.name.position)
    spec["instances"] = .integer(count, at: group.instances.position)
    spec["zones"] = group.azs.isEmpty ? nil : .sequence(group.azs.map { .string($0.value, at: $0.position) })
    spec["lifecycle"] = .string(group.lifecycle.value.ownName, at: group.lifecycle.position)
    spec["template"] = pod
    spec["environment"] = settings.injectReplicasEnv.map { .mapping(["replicas": .bool($0)]) }
    if isErrand { spec["patches"] = errandPatches } else { addServiceFields(&spec, volumes) }
    return .mapping(spec)
  }

  private func addServiceFields(_ spec: inout Mapping, _ volumes: GroupVolumes) {
    spec["instancesPolicy"] = options.spreadsTotal ? "Total" : "PerZone"
    spec["ports"] = .sequence(ports)
    if !volumes.claims.isEmpty { spec["volumeClaimTemplates"] = .sequence(volumes.claims) }
    let watchTimes = WatchTimes(group.update.filled(from: manifest.update), report).annotations
    if !watchTimes.isEmpty {
      spec["statefulSet"] = .mapping(["metadata": .mapping(["annotations": .strings(watchTimes)])])
    }
    guard let probes = group.jobs.first(where: { !$0.quarks.activePassiveProbes.isEmpty }) else { return }
    spec["activePassive"] = true
    report.warning(
      "active-passive-probes",
      "nothing in the cluster runs the activePassiveProbes of \"\(probes.name.value)\"",
      at: probes.quarks.activePassiveProbes[0].key.position,
      notes: [.init("the Quarks operator ran them and labelled the active pod, which the Services select")],
      hint: "let the program, or a sidecar that elects a leader, label its pod")
  }

  private var ports: [Node] {
    group.jobs.flatMap(\.quarks.ports).map { port in
      .mapping(
        [
          "name": .string(port.name.value, at: port.name.position),
          "port": .integer(port.internal.value, at: port.internal.position),
          "protocol": port.protocol == "TCP" ? nil : .string(port.protocol),
        ], at: port.name.position)
    }
  }

  private var errandPatches: Node? {
    guard let limit = settings.jobBackoffLimit else { return nil }
    let spec = Node.mapping(["backoffLimit": .integer(limit.value, at: limit.position)])
    let isAutomatic = group.lifecycle.value == .autoErrand
    let patch = isAutomatic ? spec : .mapping(["jobTemplate": .mapping(["spec": spec])])
    return .sequence([
      .mapping([
        "target": .mapping(["kind": isAutomatic ? "Job" : "CronJob"]), "patch": .mapping(["spec": patch]),
      ])
    ])
  }

  // MARK: Pods

  private func pod(_ containers: [Node], _ volumes: GroupVolumes) -> Node {
    let initial = InitContainers(self, volumes).containers()
    let metadata = Node.mapping(["labels": settings.labelNode, "annotations": settings.annotationNode])
    let spec = Node.mapping(
      [
        "affinity": settings.affinity, "tolerations": settings.tolerations,
        "serviceAccountName": settings.serviceAccountName.map { .string($0.value, at: $0.position) },
        "automountServiceAccountToken": settings.automountServiceAccountToken.map { .bool($0) },
        "imagePullSecrets": settings.imagePullSecrets,
        "terminationGracePeriodSeconds": settings.terminationGracePeriodSeconds.map {
          .integer($0.value, at: $0.position)
        },
        "dnsConfig": settings.dns, "dnsPolicy": settings.dnsPolicy.map { .string($0) },
        // Files on disks are the group's that programs of releases run as.
        "securityContext": .mapping(["fsGroup": 1000]),
        "initContainers": initial.isEmpty ? nil : .sequence(initial), "containers": .sequence(containers),
        "volumes": .sequence(volumes.volumes),
      ], at: group.position)
    return .mapping(
      ["metadata": metadata.mapping?.isEmpty == true ? nil : metadata, "spec": spec], at: group.position)
  }
}

extension AgentSettings {
  var labelNode: Node? { labels.isEmpty ? nil : .strings(labels.map { ($0.key.text, $0.value) }) }
  var annotationNode: Node? {
    annotations.isEmpty ? nil : .strings(annotations.map { ($0.key.text, $0.value) })
  }
}

extension GroupLifecycle {
  var ownName: String {
    let lifecycle: InstanceGroups.Lifecycle =
      switch self {
      case .service: .service
      case .errand: .errand
      case .autoErrand: .autoErrand
      }
    return lifecycle.rawValue
  }
}
