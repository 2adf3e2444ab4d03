internal import Resources

/// A Pod that nothing manages, of which containers start again with another image.
struct PodImageChange: PlanFinding {
  let pod: Resource
  let images: [FieldChange]

  static func all(in input: PlanInput) -> [PodImageChange] {
    input.changed.compactMap { old, new in
      guard new.gvk.group.isEmpty, new.gvk.kind == "Pod", FixedFields.changes(from: old, to: new).isEmpty
      else { return nil }
      let images = ServerDefaults.changes(from: old, to: new).filter {
        PodUpdate.isImage($0.path) && $0.path.isCovered(by: "/spec/containers")
      }
      return images.isEmpty ? nil : PodImageChange(pod: new, images: images)
    }
  }
}

// MARK: - In words

extension PodImageChange {
  var entry: PlanEntry {
    PlanEntry(
      kind: .restart, objects: [pod],
      summary: "\(ChangeText.object(pod)) restarts \(ChangeText.counted(images.count, "container"))",
      fields: images, pods: [PodList(owner: pod, names: [pod.name], count: 1)],
      notes: ["the Pod stays where it is; its other containers run on"])
  }
}
