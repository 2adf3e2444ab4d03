internal import Resources
internal import YAML

/// Objects that only the old side has and that run nothing: who applies without pruning keeps them.
struct Leftovers: PlanFinding {
  /// Those of one kind and namespace together.
  let kinds: [[Resource]]

  /// Other rules tell what becomes of these.
  private static let told = [
    "StatefulSet", "Deployment", "DaemonSet", "Job", "CronJob", "Pod", "PersistentVolumeClaim", "Namespace",
    "CustomResourceDefinition",
  ]

  static func all(in input: PlanInput) -> [Leftovers] {
    let objects = input.comparison.objects.filter { $0.kind == .removed }.map(\.object).filter {
      !told.contains($0.gvk.kind) && !input.goneNamespaces.contains($0.effectiveNamespace)
        && !KeptObjects.contains($0)
    }
    return objects.isEmpty ? [] : [Leftovers(kinds: alike(objects))]
  }

  /// Those of one kind and namespace, which stand one after the other.
  private static func alike(_ objects: [Resource]) -> [[Resource]] {
    objects.reduce(into: []) { kinds, object in
      if let last = kinds.last?[0], last.gvk == object.gvk, last.namespace == object.namespace {
        kinds[kinds.count - 1].append(object)
      } else {
        kinds.append([object])
      }
    }
  }
}

// MARK: - In words

extension Leftovers {
  var entry: PlanEntry {
    let objects = kinds.flatMap(\.self)
    let isOne = objects.count == 1
    let them = isOne ? "it" : "them"
    return PlanEntry(
      kind: .leftover, objects: objects,
      summary: "\(ChangeText.counted(objects.count, "object")) \(isOne ? "is" : "are") left over",
      notes: kinds.map { ChangeText.objects($0) } + [
        "kubectl apply alone leaves \(them) there; \(KeptObjects.pruning) \(them)"
      ],
      commands: kinds.map { kind in
        .kubectl("delete", kind[0].kindArgument, kind.map(\.name), namespace: kind[0].namespace)
      })
  }
}
