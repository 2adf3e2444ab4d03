internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingScaleTarget = Rule(
    "missing-scale-target", .warning, "An autoscaler whose target is not in the set",
    because: "It scales nothing."
  ) { inventory, findings in
    for target in inventory.scalers {
      let namespace = target.scaler.effectiveNamespace
      guard !inventory.has(target.kind, name: target.name, in: namespace) else { continue }
      let names = inventory.workloads.lazy.filter { $0.kind == target.kind }.map(\.name)
      findings.add(
        "\(target.scaler.gvk.kind) \"\(target.scaler.name)\" scales \(target.kind) \"\(target.name)\", which is not there",
        at: target.reference["name"]?.position, in: target.scaler,
        hint: likely(target.name, among: names) ?? "name a workload of the same namespace")
    }
  }
}
