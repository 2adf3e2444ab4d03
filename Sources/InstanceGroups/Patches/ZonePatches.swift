import Diagnostics
import Resources
import YAML

/// `zoneOverrides.<zone>.patch`: what is different in the StatefulSet of one zone.
enum ZonePatches {
  static func apply(to products: inout [Product], _ plan: GroupPlan, _ files: SourceFiles, _ report: Report) {
    for (zone, override) in plan.spec.zoneOverrides {
      guard let patch = override.patch.flatMap({ PatchContent($0, in: files, report) }) else { continue }
      _ = patch.apply(to: &products, report) { product in
        product.zone.map { sameBytes($0, zone.text) } == true && product.resource.gvk.kind == "StatefulSet"
      }
    }
  }
}
