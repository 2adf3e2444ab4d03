internal import Diagnostics
internal import Resources
internal import YAML

extension FieldSpec {
  /// Calls `change` on the spec's field of an object when the spec is for its kind.
  ///
  /// - Returns: whether it worked; a path that leads through a scalar is reported.
  @discardableResult
  func visit(
    _ resource: inout Resource, creating creation: FieldCreation, at position: Position = .none,
    _ report: Report, _ change: (inout Node) throws(FieldMismatch) -> Void
  ) -> Bool {
    guard filter.matches(resource.gvk) else { return true }
    do throws(FieldMismatch) {
      try path.visit(
        &resource.object, creating: creates ? creation : .never, at: position, change)
      return true
    } catch {
      report.error(
        "field-mismatch", "the path \"\(path.text)\" does not fit \(resource.id): it meets \(error.found)",
        at: error.position, hint: "mend the object, or the field spec that has this path")
      return false
    }
  }

  /// Sets string pairs in a mapping field, such as labels.
  fileprivate func set(_ pairs: Mapping, in resource: inout Resource, _ report: Report) {
    visit(&resource, creating: .mapping, at: pairs.position, report) { node throws(FieldMismatch) in
      if node.isNull { return }
      let done: Void? = node.changeMapping { $0.set(pairs.pairs) }
      if done == nil { throw FieldMismatch(position: node.position, found: node.kindName, path: path.text) }
    }
  }
}

extension ResourceSet {
  /// As many are for a kind, of which an object has the fields of one or two.
  private static let fewSpecs = 32

  /// Sets string pairs in every object, in the fields that are meant for its kind.
  mutating func setPairs(_ pairs: Mapping, at specs: [FieldSpec], _ context: TransformContext) {
    guard !pairs.isEmpty else { return }
    let pairs = pairs.quoted
    let table = SpecsByKind(specs)
    let weight = pairs.weight
    let growth = context.files.growth
    let isCompatible = context.isCompatible
    let names = names(afterWritingTo: specs)
    defer { keep(names) }
    changeEach(context.report) { resource, report in
      let specs = table.specs(for: resource.gvk)
      let count = 1 + specs.count / Self.fewSpecs
      guard growth.holds(weight, times: count, of: "what is set here", at: pairs.position, report) else {
        return
      }
      if isCompatible { return resource.setSharing(pairs, at: specs, report) }
      for spec in specs { spec.set(pairs, in: &resource, report) }
    }
  }
}

extension Resource {
  /// The same as kustomize does it: all fields that get a key anew share one scalar, which what is set later by a layer
  /// or a patch in one of them is written to, and which is quoted as the field was that was set last (v5.8
  /// `filtersutil.SetEntry`, `FieldSetter`).
  fileprivate mutating func setSharing(_ pairs: Mapping, at specs: [FieldSpec], _ report: Report) {
    for pair in pairs.pairs {
      guard case .scalar(var new) = pair.value else { continue }
      lastShare = lastShare == .max ? 1 : lastShare + 1
      new.share = lastShare
      for spec in specs {
        var shared: [UInt8: Scalar] = [:]
        let style = new.style
        spec.visit(&self, creating: .mapping, at: pairs.position, report) { node throws(FieldMismatch) in
          if node.isNull { return }
          let done: Void? = node.changeMapping { mapping in
            new = new.quoted
            guard let index = mapping.index(of: pair.key.text) else {
              mapping.pairs.append(
                .init(key: Scalar(pair.key.text, at: pair.value.position), value: .scalar(new)))
              return
            }
            let old = mapping.pairs[index].value.scalar
            new.take(old?.style ?? .plain)
            var own = new
            own.share = old?.share ?? 0
            mapping.pairs[index].value = .scalar(own)
            if own.share != 0 { shared[own.share] = own }
          }
          if done == nil {
            throw FieldMismatch(position: node.position, found: node.kindName, path: spec.path.text)
          }
        }
        if new.style != style { shared[new.share] = new }
        object.spread(shared)
      }
    }
  }
}

extension Mapping {
  fileprivate var quoted: Mapping {
    var quoted = self
    for (index, pair) in pairs.enumerated() {
      if let scalar = pair.value.scalar { quoted.pairs[index].value = .scalar(scalar.quoted) }
    }
    return quoted
  }
}

/// Sets a scalar to a string and keeps its place in the source.
func setString(_ node: inout Node, _ text: String) {
  node = .string(text, at: node.position)
}
