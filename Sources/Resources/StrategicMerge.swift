package import Diagnostics
package import YAML

/// Applies strategic merge patches as kustomize does: mappings merge field by field, `null` removes a field,
/// lists merge where the schema has keys for them and are replaced elsewhere.
///
/// Where kustomize drops a part of a patch without a word, or leaves a directive in the manifest, the patch
/// does what it says or is refused.
package struct StrategicMerge: Sendable {
  package enum Outcome: Sendable {
    case merged
    /// The patch says that there is to be no such object.
    case deleted
  }

  private let schema: MergeSchema
  private let report: Report
  private let isCompatible: Bool
  private let keepsOrder: Bool

  /// - Parameters:
  ///   - schema: knows the keys by which lists merge.
  ///   - isCompatible: whether to merge step by step as kustomize does (``KustomizeMerge``).
  ///   - keepsOrder: whether new entries of a list come behind those that are there, not before them as kustomize puts
  ///     them: another order of containers or volumes restarts pods.
  package init(
    schema: MergeSchema = .builtin, report: Report, isCompatible: Bool = false, keepsOrder: Bool = false
  ) {
    self.schema = schema
    self.report = report
    self.isCompatible = isCompatible
    self.keepsOrder = keepsOrder
  }

  /// Changes the target in place; what the patch doesn't speak of is neither changed nor copied.
  ///
  /// Mistakes in the patch are reported, and the rest of it is applied. The object's identity is a field like
  /// any other here: whether the patch may change it is for the caller to say.
  package func apply(_ patch: Node, to target: inout Node, gvk: GroupVersionKind) -> Outcome {
    guard case .mapping = patch else {
      report.error(
        "patch-not-a-mapping", "a strategic merge patch must be a mapping, not \(patch.kindName)",
        at: patch.position, hint: "write the fields to merge as \"name: value\"")
      return .merged
    }
    let field = schema.type(of: gvk).map(MergeSchema.Field.object)
    // What kustomize knows nothing of need not come out as from kustomize, and is what pods are made of, too.
    let isOfZonal = gvk.group == "zonal"
    if isCompatible && !isOfZonal { return applyAsKustomize(patch, to: &target, as: field) }
    var walk = StrategicMergeWalk(schema: schema, report: report, keepsOrder: keepsOrder || isOfZonal)
    guard walk.merge(patch, into: &target, as: field) else { return .deleted }
    walk.settle(&target, as: field)
    return .merged
  }

  private func applyAsKustomize(
    _ patch: Node, to target: inout Node, as field: MergeSchema.Field?
  ) -> Outcome {
    var merge = KustomizeMerge(schema: schema, report: report)
    let old = target
    // Else its parts would be copied when they are changed.
    target = .null
    switch merge.walk(old, patch, as: field) {
    case .nothing: return .deleted
    // "$patch: replace" for the object as a whole has no effect.
    case .taken, .null: target = old
    case .changed(let new):
      target = new
      target.spread(merge.shared)
    }
    return .merged
  }
}

/// One application of a patch, on its way through the patch and the target.
struct StrategicMergeWalk {
  let schema: MergeSchema
  let report: Report
  let keepsOrder: Bool
  /// The way from the root to where the walk is, for messages.
  var path = FieldTrail()

  /// Merges a value of the patch into the one in its place.
  ///
  /// - Returns: whether anything stays in that place.
  mutating func merge(_ patch: Node, into target: inout Node, as field: MergeSchema.Field?) -> Bool {
    if target.isNull {
      guard let value = added(patch, as: field) else { return false }
      target = value
      return true
    }
    switch patch {
    case .scalar(let scalar): return merge(scalar, into: &target)
    case .mapping(let mapping): return merge(mapping, into: &target, as: field)
    case .sequence(let sequence): return merge(sequence, into: &target, as: field)
    }
  }

  /// What a value of the patch becomes where the target has none.
  mutating func added(_ patch: Node, as field: MergeSchema.Field?) -> Node? {
    switch patch {
    case .scalar(let scalar): scalar.kind == .null ? nil : patch
    case .mapping(let mapping): added(mapping, as: field)
    case .sequence(let sequence): added(sequence, as: field)
    }
  }

  // MARK: Scalars

  private func merge(_ patch: Scalar, into target: inout Node) -> Bool {
    if patch.kind == .null { return false }
    guard case .scalar(let old) = target else {
      reportMismatch(.scalar(patch), target)
      return true
    }
    // As kustomize writes it: in the old one's quotes, and quoted it is a string.
    target = .scalar(patch.taking(placeOf: old))
    return true
  }

  // MARK: Mappings

  private mutating func merge(_ patch: Mapping, into target: inout Node, as field: MergeSchema.Field?) -> Bool
  {
    guard case .mapping = target else {
      reportMismatch(.mapping(patch), target)
      return true
    }
    switch directive(of: patch) {
    case .delete: return false
    case .replace:
      guard let value = added(patch, as: field) else { return false }
      target = value
    case .merge, nil:
      let type = type(of: field, target) ?? type(of: field, .mapping(patch))
      target.changeMapping { merge(patch, into: &$0, type: type) }
    }
    return true
  }

  private mutating func added(_ patch: Mapping, as field: MergeSchema.Field?) -> Node? {
    if directive(of: patch) == .delete { return nil }
    var new = Mapping(at: patch.position)
    merge(patch, into: &new, type: type(of: field, .mapping(patch)))
    return .mapping(new)
  }

  private mutating func merge(_ patch: Mapping, into target: inout Mapping, type: MergeSchema.TypeID?) {
    let directives = fieldDirectives(in: patch, target, type)
    if let directives { retainKeys(directives, patch, &target) }
    // The keys of a patch are distinct: a mapping that starts empty needs no search for them.
    let startsEmpty = target.isEmpty
    let places = startsEmpty ? nil : KeyPlaces(target, lookups: patch.pairs.count)
    var removed: [Int] = []
    for pair in patch.pairs where directives == nil || !FieldDirectives.isDirective(pair.key.text) {
      let field = schema.field(pair.key.text, of: type)
      path.append(.field(pair.key.text))
      defer { path.removeLast() }
      if let index = places?.index(of: pair.key.text, in: target) {
        if !merge(pair.value, into: &target.pairs[index].value, as: field) { removed.append(index) }
      } else if let value = added(pair.value, as: field) {
        target.pairs.append(Mapping.Pair(key: pair.key, value: value))
      }
    }
    target.pairs.remove(at: removed)
    if let directives { finishLists(directives, &target) }
  }

  /// The type that the schema gives to a field, or that an object in a place without one says it has.
  func type(of field: MergeSchema.Field?, _ node: Node) -> MergeSchema.TypeID? {
    if case .object(let type) = field { return type }
    guard let version = node["apiVersion"]?.text, let kind = node["kind"]?.text else { return nil }
    return schema.type(of: GroupVersionKind(apiVersion: version, kind: kind))
  }

  func reportMismatch(_ patch: Node, _ target: Node) {
    report.error(
      "patch-type-mismatch",
      "\"\(path)\" is \(patch.kindName) in the patch, but \(target.kindName) in the object",
      at: patch.position, notes: [Diagnostic.Note("this is patched", at: target.position)],
      hint: "to put something else in its place, remove it with null in one patch and add it in the next")
  }
}
