internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingClaim = Rule(
    "missing-claim", .warning,
    "A PersistentVolumeClaim that is not in the set, although others of its namespace are",
    because: "The pods are not scheduled until it is there.",
    bad: """
      persistentVolumeClaim:
        claimName: there # the claim is called data
      """,
    good: """
      persistentVolumeClaim:
        claimName: data
      """,
    scope: .whole
  ) { inventory, findings in
    lazy var templates = Set(texts: inventory.workloads.flatMap(claimsOfTemplates))
    for workload in inventory.workloads {
      for volume in workload.pod.items(of: "volumes") {
        guard let node = volume.at("persistentVolumeClaim", "claimName"), let name = node.text,
          inventory.isComplete(in: kind, for: name, in: workload.namespace),
          inventory.object(kind, name: name, in: workload.namespace) == nil,
          !templates.contains("\(workload.namespace) \(withoutOrdinal(name))"),
          !inventory.operators.mayMake(name, in: workload.namespace)
        else { continue }
        findings.add(
          "the PersistentVolumeClaim \"\(name)\" is not in this set", at: node.position,
          in: workload.resource,
          hint: inventory.likely(kind, name: name, in: workload.namespace)
            ?? "add it, or name one that is there")
      }
    }
  }

  private static let kind = "PersistentVolumeClaim"

  /// `NAMESPACE TEMPLATE-STATEFULSET`, behind which the claim of each pod has its ordinal.
  private static func claimsOfTemplates(_ workload: Workload) -> [String] {
    let templates = workload.resource.object["spec"]?.items(of: "volumeClaimTemplates") ?? []
    return templates.compactMap { $0.at("metadata", "name")?.text }.map {
      "\(workload.namespace) \($0)-\(workload.name)"
    }
  }

  private static func withoutOrdinal(_ name: String) -> Substring {
    guard let dash = name.lastIndex(of: "-"), Int(name[name.index(after: dash)...]) != nil else { return "" }
    return name[..<dash]
  }
}
