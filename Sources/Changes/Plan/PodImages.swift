internal import Resources

/// Pods that nothing manages, of which containers start again with another image.
enum PodImages {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.changed.compactMap { old, new in
      guard new.gvk.group.isEmpty, new.gvk.kind == "Pod", FixedFields.changes(from: old, to: new).isEmpty
      else { return nil }
      let images = ServerDefaults.changes(from: old, to: new).filter {
        PodUpdate.isImage($0.path) && $0.path.isCovered(by: "/spec/containers")
      }
      guard !images.isEmpty else { return nil }
      return PlanEntry(
        kind: .restart, objects: [new],
        summary: "\(ChangeText.object(new)) restarts \(ChangeText.counted(images.count, "container"))",
        fields: images, pods: [PodList(owner: new, names: [new.name], count: 1)],
        notes: ["the Pod stays where it is; its other containers run on"])
    }
  }
}
