internal import Resources
internal import YAML

/// Objects that only the old side has and that run nothing: who applies without pruning keeps them.
enum Leftovers {
  /// Other rules tell what becomes of these.
  private static let told = [
    "StatefulSet", "Deployment", "DaemonSet", "Job", "CronJob", "Pod", "PersistentVolumeClaim", "Namespace",
    "CustomResourceDefinition",
  ]

  static func entries(_ input: PlanInput) -> [PlanEntry] {
    let objects = input.comparison.objects.filter { $0.kind == .removed }.map(\.object).filter {
      !told.contains($0.gvk.kind) && !input.goneNamespaces.contains($0.effectiveNamespace)
        && !KeptObjects.contains($0)
    }
    guard !objects.isEmpty else { return [] }
    let kinds = alike(objects)
    let isOne = objects.count == 1
    return [
      PlanEntry(
        kind: .leftover, objects: objects,
        summary: "\(ChangeText.counted(objects.count, "object")) \(isOne ? "is" : "are") left over",
        notes: kinds.map { ChangeText.objects($0) } + [
          "kubectl apply alone leaves \(isOne ? "it" : "them") there; \(KeptObjects.pruning) \(isOne ? "it" : "them")"
        ],
        commands: kinds.map { kind in
          .kubectl("delete", kind[0].kindArgument, kind.map(\.name), namespace: kind[0].namespace)
        })
    ]
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

extension Resource {
  /// Its kind as kubectl takes it; that of another API with the API's name.
  var kindArgument: String {
    let kind = gvk.kind.lowercased()
    return gvk.group.isEmpty || !gvk.group.contains(".") || gvk.group.hasSuffix(".k8s.io")
      ? kind : "\(kind).\(gvk.group)"
  }
}
