internal import Diagnostics
internal import Resources
internal import YAML

/// Finds what each patch is for and applies it.
struct PatchApplication {
  private var set: ResourceSet
  private var index: SelectionIndex
  /// The places of objects that a patch removed: they go at the end, so that those of the others stay.
  private var deleted: Set<Int> = []
  private let context: TransformContext
  private var step = 0

  static func apply(_ patches: [Patch], to set: inout ResourceSet, _ context: TransformContext) {
    guard !patches.isEmpty, context.affordsNames(of: set, at: patches[0].position) else { return }
    var application = PatchApplication(&set, patches, context)
    // Else the objects would be copied when they are changed.
    set = ResourceSet()
    for (step, patch) in patches.enumerated() where !context.files.growth.isFull {
      application.step = step
      application.apply(patch)
    }
    let (names, isWhole) = (application.index.names, application.deleted.isEmpty)
    set = application.result
    if isWhole { set.keep(names) }
  }

  private init(_ set: inout ResourceSet, _ patches: [Patch], _ context: TransformContext) {
    index = SelectionIndex(
      &set, for: patches.compactMap { if case .selector(let selector, _) = $0.aim { selector } else { nil } })
    self.set = set
    self.context = context
  }

  private var result: ResourceSet {
    var result = set
    if !deleted.isEmpty { result.resources.remove(at: Array(deleted)) }
    return result
  }

  /// What there is to tell of when nothing is found, as far as somebody reads it.
  private var standing: ResourceSet {
    deleted.isEmpty || context.report.isCrowded(by: Self.unmatched) ? set : result
  }

  /// The id of messages about patches that nothing is there for.
  static let unmatched = "patch-matches-nothing"

  private mutating func apply(_ patch: Patch) {
    switch patch.content {
    case .several(let patches):
      for patch in patches where !context.files.growth.isFull { apply(patch) }
    case .operations(let operations):
      let found = targets(of: patch, weight: operations.weight)
      for index in found { apply(operations, of: patch, at: index) }
      context.notes?.add(patch.entry, found, deleted, &set)
    case .merge(let document):
      let merge = StrategicMerge(
        schema: context.openAPI?.mergeSchema ?? .builtin, report: context.report,
        isCompatible: context.isCompatible)
      let mergeable = patch.mergeable(document, isCompatible: context.isCompatible)
      let found = targets(of: patch, weight: mergeable.weight)
      if document.deletes, case .selector(let selector, _) = patch.aim { warn(patch, selector, found.count) }
      for index in found {
        apply(merge, mergeable, of: patch, at: index)
      }
      context.notes?.add(patch.entry, found, deleted, &set)
    }
  }

  private mutating func apply(_ operations: JSONPatch, of patch: Patch, at index: Int) {
    let id = set.resources[index].id
    set.resources[index].rememberIdentity()
    let original = set.resources[index].earlier.first ?? id
    if context.isCompatible { set.resources[index].object.rereadAsKustomize() }
    // kustomize keeps notes of its own among the annotations, so that there are always some.
    if set.resources[index].object.at("metadata", "annotations") == nil {
      set.resources[index].setMetadata(
        "annotations", to: .mapping(Mapping(at: set.resources[index].position)))
    }
    _ = operations.apply(
      to: &set.resources[index].object, report: context.report, describing: original.description,
      within: context.files.growth)
    if context.isCompatible {
      set.resources[index].object.rereadAsJSON()
    } else {
      set.resources[index].object.restyle()
    }
    set.resources[index].spellOutAnnotations(isCompatible: context.isCompatible)
    if context.isCompatible, operations.replacesAnnotations {
      set.resources[index].origin = nil
      set.resources[index].transformations = []
      set.resources[index].lostSteps = step
    }
    set.resources[index].refreshKind()
    check(index, once: id, patch)
  }

  private mutating func apply(_ merge: StrategicMerge, _ document: Node, of patch: Patch, at index: Int) {
    let id = set.resources[index].id
    if patch.options.allowNameChange || patch.options.allowKindChange {
      set.resources[index].rememberIdentity()
    }
    let old = document.replacesIdentity ? set.resources[index].object : nil
    guard merge.apply(document, to: &set.resources[index].object, gvk: id.gvk) == .merged else {
      deleted.insert(index)
      return
    }
    if let old { set.resources[index].keepIdentity(of: old) }
    if patch.options.allowKindChange { set.resources[index].refreshKind() }
    if context.isCompatible, document.replacesAnnotations { set.resources[index].forgetBuild() }
    check(index, once: id, patch)
  }

  /// What is patched must still be an object, which everything after relies on; and is found by what it is called now.
  private mutating func check(_ place: Int, once id: ResourceID, _ patch: Patch) {
    let now = set.resources[place].id
    index.note(set.resources[place], once: id, at: place)
    guard now.name.isEmpty || now.gvk.kind.isEmpty else { return }
    context.report.error(
      "patch-breaks-object",
      "the patch leaves \(id) without \"\(now.gvk.kind.isEmpty ? "kind" : "metadata.name")\"",
      at: patch.position,
      hint: "to leave the object out, use a strategic merge patch with \"$patch: delete\"")
  }

  // MARK: Targets

  /// - Parameter weight: about how many bytes the patch makes of each.
  /// - Returns: none after a report that it would make too much.
  private func targets(of patch: Patch, weight: Int) -> [Int] {
    let targets = targets(of: patch)
    return holds(weight, times: targets.count, of: "the patch", patch) ? targets : []
  }

  private func targets(of patch: Patch) -> [Int] {
    switch patch.aim {
    case .identity(let id): return single(id, of: patch).map { [$0] } ?? []
    case .selector(let selector, let target):
      let candidates = index.candidates(for: selector)
      guard holds(selector.trial, times: candidates.count, of: "the target", patch) else { return [] }
      let found = candidates.filter { selector.matches(set.resources[$0]) && !deleted.contains($0) }
      if found.isEmpty && !patch.options.optional {
        Self.reportUnmatched(selector, target, patch, standing, context)
      }
      return found
    }
  }

  /// A pattern that takes more than it seems to say.
  private func warn(_ patch: Patch, _ selector: Selector, _ count: Int) {
    let left = set.resources.count - deleted.count
    guard count > 1, 2 * count > left, !selector.isPrecise else { return }
    context.report.warning(
      "patch-deletes-most", "the patch deletes \(count) of \(left) objects", at: patch.position,
      hint: "name the kind or the name of what is to go in the target")
  }

  private func holds(_ bytes: Int, times count: Int, of subject: String, _ patch: Patch) -> Bool {
    context.files.growth.holds(bytes, times: count, of: subject, at: patch.position, context.report)
  }

  /// The object that has this identity now, or, when there is none, that once had it.
  private func single(_ id: ResourceID, of patch: Patch) -> Int? {
    let candidates = index.names[id].filter { !deleted.contains($0) }
    var found = candidates.filter { set.resources[$0].id.isSame(as: id) }
    if context.isCompatible {
      found = candidates.filter { set.resources[$0].wasEver(id) }
    } else if found.isEmpty {
      found = candidates.filter { set.resources[$0].earlier.contains { $0.isSame(as: id) } }
    }
    if found.count == 1 { return found[0] }
    if found.isEmpty {
      if !patch.options.optional { Self.reportMissing(id, patch, standing, context) }
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

extension Node {
  /// Whether a merge patch takes its object away.
  fileprivate var deletes: Bool { self["$patch"].map { $0.text == "delete" } ?? false }

  /// Whether a merge patch puts something in the place of all that says which object it is.
  fileprivate var replacesIdentity: Bool { self["$patch"] != nil || at("metadata", "$patch") != nil }
}

extension Resource {
  /// Puts back what says which object this is, as far as a patch left nothing in its place.
  fileprivate mutating func keepIdentity(of old: Node) {
    _ = object.changeMapping { root in
      for field in ["apiVersion", "kind"] where root[field] == nil { root[field] = old[field] }
    }
    for field in ["name", "namespace"] where object.at("metadata", field) == nil {
      if let value = old.at("metadata", field) { setMetadata(field, to: value) }
    }
  }
}
