import Diagnostics
import Resources
import YAML

/// `zoneOverrides.<zone>.patch`: what is different in the StatefulSet of one zone.
enum ZonePatches {
  static func apply(to products: inout [Product], _ plan: GroupPlan, _ files: SourceFiles, _ report: Report) {
    for (zone, override) in plan.spec.zoneOverrides {
      guard let patch = override.patch.flatMap({ PatchContent($0, in: files, report) }) else { continue }
      if let name = patch.name,
        let workload = plan.workloads.first(where: { $0.zone.map { sameBytes($0.name, zone.text) } ?? false }
        ),
        name.text.map({ sameBytes($0, workload.name) }) != true
      {
        report.error(
          "name-in-patch",
          "a patch gives the \(plan.spec.workload.value.rawValue) of zone \"\(zone.text)\" no other name",
          at: name.position,
          hint: "write \"workloadName: \(name.text ?? "…")\" in the zone's override")
      }
      let kind = plan.spec.workload.value.rawValue
      _ = patch.apply(to: &products, plan, files.growth, report) { product in
        product.zone.map { sameBytes($0, zone.text) } == true && product.resource.gvk.kind == kind
      }
    }
  }
}
