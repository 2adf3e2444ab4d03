internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingConfig = Rule(
    "missing-config", .info, "A ConfigMap or Secret that a pod needs and that is not in the set",
    because: """
      The pods wait until somebody else makes it; a misspelled name waits forever. Without a Secret for pulling \
      images they start, if no registry asks for it.
      """,
    bad: """
      envFrom:
      - configMapRef:
          name: shared # no ConfigMap of the set
      """,
    good: """
      envFrom:
      - configMapRef:
          name: web
      """,
    scope: .whole,
    each: \.workloads
  ) { workload, inventory, findings in
    for reference in workload.configs where !reference.isOptional && reference.name != everywhere {
      guard inventory.object(reference.kind, name: reference.name, in: workload.namespace) == nil,
        !inventory.producers.make(reference.name, in: workload.namespace),
        !inventory.operators.mayMake(reference.name, in: workload.namespace)
      else { continue }
      findings.add(
        "the \(reference.kind) \"\(reference.name)\" is not in this set", at: reference.position,
        in: workload.resource,
        hint: inventory.likely(reference.kind, name: reference.name, in: workload.namespace)
          ?? (reference.isForPulling
            ? "add it, or see that it is there when images are pulled"
            : "add it, write optional: true, or see that it is there when the pods start"))
    }
  }

  /// The cluster puts this one into every namespace.
  private static let everywhere = "kube-root-ca.crt"
}
