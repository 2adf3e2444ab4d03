internal import Diagnostics
internal import Resources
internal import YAML

/// Finds what each patch is for and applies it.
enum PatchApplication {
  static func apply(_ patches: [Patch], to set: inout ResourceSet, _ context: LayerContext) {
    guard !patches.isEmpty else { return }
    var names = NameIndex(set)
    for patch in patches {
      if applyOne(patch, to: &set, names, context) { names = NameIndex(set) }
    }
  }

  /// - Returns: whether names or places changed, so that the index has to be made anew.
  private static func applyOne(
    _ patch: Patch, to set: inout ResourceSet, _ names: NameIndex, _ context: LayerContext
  ) -> Bool {
    switch patch.content {
    case .several(let patches):
      var names = names
      var changed = false
      for patch in patches where applyOne(patch, to: &set, names, context) {
        names = NameIndex(set)
        changed = true
      }
      return changed
    case .operations(let operations):
      var isRenamed = false
      for index in targets(of: patch, in: set, names, context) {
        let name = set.resources[index].name
        apply(operations, of: patch, to: &set.resources[index], context)
        isRenamed = isRenamed || !sameBytes(set.resources[index].name, name)
      }
      return isRenamed
    case .merge(let document):
      let merge = StrategicMerge(
        schema: context.openAPI?.mergeSchema ?? .builtin, report: context.report,
        isCompatible: context.options.isCompatible)
      let mergeable = patch.mergeable(document, isCompatible: context.options.isCompatible)
      var deleted: Set<Int> = []
      for index in targets(of: patch, in: set, names, context) {
        let gvk = set.resources[index].gvk
        let id = set.resources[index].id
        if patch.options.allowNameChange || patch.options.allowKindChange {
          set.resources[index].rememberIdentity()
        }
        if merge.apply(mergeable, to: &set.resources[index].object, gvk: gvk) == .deleted {
          deleted.insert(index)
        } else {
          if patch.options.allowKindChange { set.resources[index].refreshKind() }
          check(set.resources[index], once: id, patch, context)
        }
      }
      if !deleted.isEmpty { remove(deleted, from: &set) }
      return !deleted.isEmpty || patch.options.allowNameChange
    }
  }

  private static func apply(
    _ operations: JSONPatch, of patch: Patch, to resource: inout Resource, _ context: LayerContext
  ) {
    let id = resource.id
    resource.rememberIdentity()
    _ = operations.apply(
      to: &resource.object, report: context.report, describing: resource.originalID.description)
    resource.refreshKind()
    check(resource, once: id, patch, context)
  }

  /// What is patched must still be an object: everything after relies on it.
  private static func check(
    _ resource: Resource, once id: ResourceID, _ patch: Patch, _ context: LayerContext
  ) {
    guard resource.name.isEmpty || resource.gvk.kind.isEmpty else { return }
    context.report.error(
      "patch-breaks-object",
      "the patch leaves \(id) without \"\(resource.gvk.kind.isEmpty ? "kind" : "metadata.name")\"",
      at: patch.position,
      hint: "to leave the object out, use a strategic merge patch with \"$patch: delete\"")
  }

  private static func remove(_ deleted: Set<Int>, from set: inout ResourceSet) {
    var index = 0
    set.resources.removeAll { _ in
      defer { index += 1 }
      return deleted.contains(index)
    }
  }

  private static func targets(
    of patch: Patch, in set: ResourceSet, _ names: NameIndex, _ context: LayerContext
  ) -> [Int] {
    switch patch.aim {
    case .identity(let id):
      return single(id, of: patch, in: set, names, context).map { [$0] } ?? []
    case .selector(let selector, let target):
      let found = set.indices(matching: selector, names: names)
      if found.isEmpty && !patch.options.optional {
        reportUnmatched(selector, target, patch, set, context)
      }
      return found
    }
  }

  /// The object that has this identity now, or, when there is none, that once had it.
  private static func single(
    _ id: ResourceID, of patch: Patch, in set: ResourceSet, _ names: NameIndex, _ context: LayerContext
  ) -> Int? {
    let candidates = names[id.name]
    var found = candidates.filter { set.resources[$0].id.isSame(as: id) }
    if found.isEmpty {
      found = candidates.filter { set.resources[$0].earlier.contains { $0.isSame(as: id) } }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      if !patch.options.optional { reportMissing(id, patch, set, context) }
    } else {
      context.report.error(
        "ambiguous-patch", "the patch for \(id) fits \(found.count) objects", at: patch.position,
        notes: found.map { .init(set.resources[$0].id.description, at: set.resources[$0].namePosition) },
        hint:
          "write the name that one of them has by now, \"\(set.resources[found[0]].name)\", or give the entry a target"
      )
    }
    return nil
  }
}
