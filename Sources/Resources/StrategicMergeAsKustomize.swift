internal import Diagnostics
internal import YAML

/// A strategic merge step by step as kustomize v5.8 takes them (`kyaml/yaml/walk`, `merge2`), also where they lose or
/// keep what nobody asked for: what `--compat` gives.
///
/// The whole object is walked, not only what the patch speaks of: on the way nulls that nobody wrote out go, and
/// entries of a list that are the same for its keys.
struct KustomizeMerge {
  let schema: MergeSchema
  let report: Report
  var path = FieldTrail()
  /// What was written to scalars that are one with others.
  private(set) var shared: [UInt8: Scalar] = [:]

  /// What a step leaves in its place.
  enum Outcome {
    case nothing
    /// The target's own node, changed.
    case changed(Node)
    /// A node of the patch.
    case taken(Node)
    /// A null that was written out and that the patch doesn't speak of.
    case null(Node)

    var node: Node? {
      switch self {
      case .nothing: nil
      case .changed(let node), .taken(let node), .null(let node): node
      }
    }
  }

  /// - Parameter isSame: whether target and patch are one node, as they are wherever the target had none.
  mutating func walk(
    _ target: Node?, _ patch: Node?, isSame: Bool = false, as field: MergeSchema.Field?
  ) -> Outcome {
    guard let first = [target, patch].compactMap(\.self).first(where: { !$0.isNull }) else {
      return walkNulls(target, patch)
    }
    if let target, let patch, !target.isNull, !patch.isNull, !target.isOfKind(patch) {
      report.error(
        "patch-type-mismatch",
        "\"\(path)\" is \(patch.kindName) in the patch, but \(target.kindName) in the object",
        at: patch.position, notes: [Diagnostic.Note("this is patched", at: target.position)],
        hint: "to put something else in its place, remove it with null in one patch and add it in the next")
      return .changed(target)
    }
    switch first {
    case .scalar: return patch.map { .taken($0) } ?? target.map { .changed($0) } ?? .nothing
    case .mapping: return walkMapping(target, patch, isSame, field)
    case .sequence:
      guard case .list(let keys, let entry) = field else {
        if let old = target?.items, let new = patch?.items, !isSame {
          LostEntries.warn(new, inPlaceOf: old, in: path, report)
        }
        return patch.map { .taken($0) } ?? target.map { .changed($0) } ?? .nothing
      }
      return walkList(target, patch, isSame, keys, entry)
    }
  }

  private func walkNulls(_ target: Node?, _ patch: Node?) -> Outcome {
    guard patch == nil, case .scalar(let null) = target, !null.text.isEmpty else { return .nothing }
    return .null(.scalar(null))
  }

  // MARK: Mappings

  private mutating func walkMapping(
    _ target: Node?, _ patch: Node?, _ isSame: Bool, _ field: MergeSchema.Field?
  ) -> Outcome {
    var patch = patch
    let isNew = target?.isNull ?? true
    let directive = takeDirective(from: &patch, isNew: isNew)
    if directive == .delete || !isNew && patch?.isNull == true { return .nothing }
    if isNew || directive == .replace {
      guard let patch else { return .nothing }
      return .taken(merged(patch, patch, isSame: true, field))
    }
    guard let target else { return .nothing }
    return .changed(merged(isSame ? patch ?? target : target, patch, isSame: isSame, field))
  }

  private func takeDirective(from node: inout Node?, isNew: Bool) -> PatchDirective? {
    guard let written = node?[PatchDirective.key], !written.isNull else { return nil }
    let directive = written.text.flatMap(PatchDirective.init)
    if directive != nil {
      _ = node?.changeMapping { $0[PatchDirective.key] = nil }
    } else if !isNew {
      report.error(
        "unknown-patch-directive",
        "\"$patch\" can't be \(written.text.map { "\"\($0)\"" } ?? written.kindName)",
        at: written.position,
        hint: "it is one of \(PatchDirective.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return directive
  }

  private mutating func merged(
    _ target: Node, _ patch: Node?, isSame: Bool, _ field: MergeSchema.Field?
  ) -> Node {
    guard case .mapping(var target) = target else { return target }
    let type = type(of: field, .mapping(target)) ?? type(of: field, patch ?? .null)
    let known = target.pairs.count
    let new = patch?.mapping ?? Mapping()
    let places = KeyPlaces(target, lookups: new.pairs.count)
    for pair in new.pairs where places.index(of: pair.key.text, in: target) == nil {
      target.pairs.append(.init(key: pair.key, value: .null))
    }
    let patched = KeyPlaces(new, lookups: target.pairs.count)
    var removed: [Int] = []
    // By name: of scalars that are one, the last that is written to counts.
    let order = target.pairs.indices.sorted {
      precedesBytewise(target.pairs[$0].key.text, target.pairs[$1].key.text)
    }
    for place in order {
      let key = target.pairs[place].key.text
      let old = place < known ? current(target.pairs[place].value) : nil
      path.append(.field(key))
      let outcome = walk(
        old, isSame ? old : patched.index(of: key, in: new).map { new.pairs[$0].value }, isSame: isSame,
        as: schema.field(key, of: type))
      path.removeLast()
      guard var node = outcome.node, !node.isNull || outcome.isKeptNull else {
        removed.append(place)
        continue
      }
      node = node.styled(in: old)
      if case .changed = outcome { node.addQuotes() }
      target.pairs[place].value = node
      if let share = old?.scalar?.share, share != 0, let scalar = node.scalar { shared[share] = scalar }
    }
    target.pairs.remove(at: removed)
    return .mapping(target)
  }

  /// What was written to another scalar that is one with this.
  private func current(_ node: Node) -> Node {
    guard case .scalar(let scalar) = node, scalar.share != 0, let written = shared[scalar.share] else {
      return node
    }
    return .scalar(written)
  }

  private func type(of field: MergeSchema.Field?, _ node: Node) -> MergeSchema.TypeID? {
    if case .object(let type) = field { return type }
    guard let version = node["apiVersion"]?.text, let kind = node["kind"]?.text else { return nil }
    return schema.type(of: GroupVersionKind(apiVersion: version, kind: kind))
  }
}

extension KustomizeMerge.Outcome {
  fileprivate var isKeptNull: Bool { if case .null = self { true } else { false } }
}

extension Node {
  fileprivate func isOfKind(_ other: Node) -> Bool {
    switch (self, other) {
    case (.scalar, .scalar), (.mapping, .mapping), (.sequence, .sequence): true
    default: false
    }
  }

  /// A scalar in the quotes of the one whose place it takes, in which it is a string.
  func styled(in old: Node?) -> Node {
    guard case .scalar(let scalar) = self else { return self }
    return .scalar(scalar.taking(placeOf: old?.scalar))
  }
}

extension Scalar {
  /// How it stands in the place of another: in that one's quotes, and quoted it is a string. Without one, plain text
  /// that YAML 1.1 would not take for a string gets quotes.
  func taking(placeOf old: Scalar?) -> Scalar {
    guard let old else { return kind == .string ? quoted : self }
    var new = self
    new.style = old.style
    new.share = old.share
    if old.style != .plain, kind != .string, kind != .null { new.kind = .string }
    return new
  }
}
