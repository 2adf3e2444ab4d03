import Diagnostics
import Resources
import YAML

/// Has Argo CD apply one zone after the other: it applies what has a lower wave first, and waits for that to be healthy.
enum SyncWaves {
  static func apply(to products: inout [Product], _ plan: GroupPlan, _ files: SourceFiles, _ report: Report) {
    guard let rollout = plan.spec.rollout?.value, rollout.strategy == .syncWaves else { return }
    for index in products.indices {
      let product = products[index]
      let isWorkload = product.resource.gvk.kind == plan.spec.workload.value.rawValue
      let rank = isWorkload ? plan.workload(in: product.zone)?.rank : nil
      // What the pods need is there before the first of them.
      let wave = rank.map { rollout.first.value + $0 } ?? rollout.first.value - 1
      _ = products[index].resource.object.changeMapping { object in
        object.change("metadata") { metadata in
          var annotations = metadata["annotations"]?.mapping ?? Mapping(at: plan.position)
          guard annotations[Resource.syncWaveAnnotation] == nil else { return }
          annotations[Resource.syncWaveAnnotation] = .string(
            String(wave), at: rollout.first.position.known ?? plan.position)
          metadata["annotations"] = .mapping(annotations)
        }
      }
    }
  }
}
