internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let unknownVolume = Rule(
    "unknown-volume", .error, "A volumeMount that names no volume",
    because: "The API server refuses the pods.",
    bad: """
      volumeMounts:
      - name: dta # the volume is called data
        mountPath: /data
      """,
    good: """
      volumeMounts:
      - name: data
        mountPath: /data
      """,
    each: \.workloads
  ) { workload, _, findings in
    guard !workload.isCompletedElsewhere else { return }
    let claims = workload.resource.object["spec"]?.items(of: "volumeClaimTemplates") ?? []
    let known =
      workload.pod.items(of: "volumes").compactMap { $0["name"]?.text }
      + claims.compactMap { $0.at("metadata", "name")?.text }
    let names = Set(texts: known)
    for container in workload.containers {
      for mount in container.node.items(of: "volumeMounts") + container.node.items(of: "volumeDevices") {
        guard let node = mount["name"], let name = node.text, !names.contains(name) else {
          continue
        }
        findings.add(
          "the container \"\(container.name)\" mounts a volume \"\(name)\" that its pod does not have",
          at: node.position, in: workload.resource,
          hint: likely(name, among: known, otherwise: "its volumes are")
            ?? "add it to the pod's volumes")
      }
    }
  }
}
