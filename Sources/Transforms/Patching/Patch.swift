internal import Diagnostics
internal import Resources
internal import YAML

/// A patch that was read, and what it is for.
struct Patch: Sendable {
  enum Content: Sendable {
    case merge(Node)
    case operations(JSONPatch)
    /// Several strategic merge patches of one file, each with a name of its own.
    case several([Patch])
  }

  enum Aim: Sendable {
    /// The one object that the patch names.
    case identity(ResourceID)
    /// Every object that a target takes.
    case selector(Selector, PatchTarget)
  }

  var content: Content
  var aim: Aim
  var options: PatchEntry.Options
  var position: Position
  /// Where its entry stands in the kustomization file, when it is one's.
  var entry: Position?
  /// Whether it is of the older field `patchesStrategicMerge`.
  var isOfOlderField = false

  /// kustomize (v5.8 `CopyMergeMetaDataFieldsFrom`) copies a patch with a target, and one of the older field.
  private var spellsMarks: Bool {
    if case .selector = aim { true } else { isOfOlderField }
  }

  init(content: Content, aim: Aim, options: PatchEntry.Options, position: Position) {
    self.content = content
    self.aim = aim
    self.options = options
    self.position = position
  }

  /// A strategic merge patch that says itself which object it is for.
  init?(merge document: Node, _ context: TransformContext, options: PatchEntry.Options = .init()) {
    let resource = Resource(object: document)
    let missing = [("kind", resource.gvk.kind), ("metadata.name", resource.name)].filter(\.1.isEmpty)
    guard document.mapping != nil, missing.isEmpty else {
      context.report.error(
        "patch-without-name",
        "a patch without target needs \(missing.map { "\"\($0.0)\"" }.joined(separator: " and "))",
        at: document.position, hint: "say which object it is for, or give the entry a target")
      return nil
    }
    guard context.affordsPatch(at: document.position) else { return nil }
    content = .merge(document)
    aim = .identity(resource.id)
    self.options = options
    position = resource.namePosition
  }

  static func joined(_ patches: [Patch], _ position: Position) -> Patch {
    patches.count == 1
      ? patches[0]
      : Patch(
        content: .several(patches), aim: patches[0].aim, options: patches[0].options, position: position)
  }

  /// A merge patch without what it may not change: it never moves an object to another API version or namespace.
  ///
  /// - Parameter isCompatible: whether labels and annotations are made texts where kustomize copies the patch, so that
  ///   `null` removes none but becomes its value.
  func mergeable(_ document: Node, isCompatible: Bool) -> Node {
    var document = document
    _ = document.changeMapping { root in
      root["apiVersion"] = nil
      if !options.allowKindChange { root["kind"] = nil }
      guard let index = root.index(of: "metadata") else { return }
      _ = root.pairs[index].value.changeMapping { metadata in
        if !options.allowNameChange { metadata["name"] = nil }
        metadata["namespace"] = nil
        if isCompatible, spellsMarks {
          for field in ["labels", "annotations"] { metadata.spellOut(field) }
        }
      }
    }
    return document
  }
}

extension TransformContext {
  /// Whether there can be one more patch: a file may be named many times, with many patches in it, or with one of many
  /// operations.
  ///
  /// - Returns: `false` after a report.
  func affordsPatch(_ operations: JSONPatch? = nil, at position: Position) -> Bool {
    let weight = MemoryLayout<Patch>.size + (operations?.ownWeight ?? 0)
    return files.growth.holds(weight, of: "the patch", at: position, report)
  }
}

extension Mapping {
  fileprivate mutating func spellOut(_ field: String) {
    guard let index = index(of: field) else { return }
    if pairs[index].value.mapping?.isEmpty ?? true {
      pairs.remove(at: index)
      return
    }
    _ = pairs[index].value.changeMapping { mapping in
      for pair in mapping.pairs.indices {
        let value = mapping.pairs[pair].value
        mapping.pairs[pair].value = .string(value.scalar?.text ?? "", at: value.position)
      }
    }
  }
}

extension Node {
  /// Whether a merge patch puts other annotations in the place of all that are there, and with them of what kustomize
  /// notes there about the build.
  var replacesAnnotations: Bool {
    guard let metadata = self["metadata"], let annotations = metadata.mapping?["annotations"] else {
      return self["metadata"]?["$patch"].map { $0.text != "merge" } ?? false
    }
    return annotations.isNull || annotations["$patch"].map { $0.text != "merge" } ?? false
  }
}
