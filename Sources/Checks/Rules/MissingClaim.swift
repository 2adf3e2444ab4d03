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
    scope: .whole,
    each: \.workloads
  ) { workload, inventory, findings in
    for volume in workload.pod.items(of: "volumes") {
      guard let node = volume.at("persistentVolumeClaim", "claimName"), let name = node.text,
        inventory.isComplete(in: kind, for: name, in: workload.namespace),
        inventory.object(kind, name: name, in: workload.namespace) == nil,
        !inventory.claimTemplates.value.make(name, in: workload.namespace),
        !inventory.operators.mayMake(name, in: workload.namespace)
      else { continue }
      findings.add(
        "the PersistentVolumeClaim \"\(name)\" is not in this set", at: node.position,
        in: workload.resource,
        hint: inventory.likely(kind, name: name, in: workload.namespace)
          ?? "add it, or name one that is there")
    }
  }

  private static let kind = "PersistentVolumeClaim"
}

/// The claims that StatefulSets make for their pods.
struct ClaimTemplates: Sendable {
  /// `NAMESPACE TEMPLATE-STATEFULSET`, behind which the claim of each pod has its ordinal.
  private let claims: Set<KeyBytes>

  init(_ workloads: [Workload]) { claims = Set(texts: workloads.flatMap(Self.claims)) }

  private static func claims(_ workload: Workload) -> [String] {
    let templates = workload.resource.object["spec"]?.items(of: "volumeClaimTemplates") ?? []
    return templates.compactMap { $0.at("metadata", "name")?.text }.map {
      "\(workload.namespace) \($0)-\(workload.name)"
    }
  }

  func make(_ name: String, in namespace: String) -> Bool {
    claims.contains("\(namespace) \(Self.withoutOrdinal(name))")
  }

  private static func withoutOrdinal(_ name: String) -> Substring {
    guard let dash = name.lastIndex(of: "-"), Int(name[name.index(after: dash)...]) != nil else { return "" }
    return name[..<dash]
  }
}
