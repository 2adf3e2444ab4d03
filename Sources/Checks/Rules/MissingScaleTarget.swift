internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingScaleTarget = Rule(
    "missing-scale-target", .warning,
    "An autoscaler whose target is not in the set, although others of its kind and namespace are",
    because: "It scales nothing.",
    bad: """
      kind: Deployment
      name: wbe # the Deployment is called web
      """,
    good: """
      kind: Deployment
      name: web
      """,
    scope: .whole,
    each: \.scalers
  ) { target, inventory, findings in
    let namespace = target.scaler.effectiveNamespace
    guard inventory.has(target.kind, target.group, in: namespace),
      !inventory.has(target.kind, name: target.name, in: namespace)
    else { return }
    findings.add(
      "\(target.scaler.gvk.kind) \"\(target.scaler.name)\" scales \(target.kind) \"\(target.name)\", which is not there",
      at: target.reference["name"]?.position, in: target.scaler,
      hint: inventory.likely(target.kind, target.group, name: target.name, in: namespace)
        ?? "name a workload of the same namespace")
  }
}
