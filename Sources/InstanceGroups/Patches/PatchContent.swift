import Diagnostics
import Resources
import YAML

/// What a patch of a group says: fields to merge, or operations.
struct PatchContent {
  private enum Change {
    case merge(Node)
    case operations(JSONPatch)
    /// Operations that are read for each object, once its placeholders are replaced.
    case written(Node)
  }

  private let change: Change
  /// The name that the patch gives, which is not merged.
  let name: Node?

  /// What it costs to look at an object, and to patch one, besides what the patch itself makes.
  private static let (look, application) = (2, 1000)

  private let position: Position
  private let weight: Int

  /// Reads a patch that is written as text or as data.
  ///
  /// - Returns: `nil` after mistakes, which are reported.
  init?(_ node: Node, in files: SourceFiles, _ report: Report) {
    var document = node
    if case .scalar(let text) = node {
      guard let documents = Composer.compose(text: text, in: files, report: report) else { return nil }
      guard documents.count == 1, let first = documents.first else {
        report.error(
          "not-a-patch", "a patch is one document, not \(documents.count)",
          at: documents.last?.position ?? text.position,
          hint: "write the fields to merge, or a list of operations; give each patch an entry of its own")
        return nil
      }
      document = first
    }
    position = node.position
    weight = document.weight
    switch document {
    case .mapping:
      name = document.at("metadata", "name")
      change = .merge(Self.withoutIdentity(document))
    case .sequence:
      name = nil
      if document.hasPlaceholders {
        change = .written(document)
        return
      }
      guard let operations = JSONPatch.decode(document, report: report) else { return nil }
      change = .operations(operations)
    case .scalar:
      // A patch that could not be read was reported as such.
      guard document.position.isKnown else { return nil }
      report.error(
        "not-a-patch", "a patch is a mapping or a list of operations, not \(document.kindName)",
        at: document.position, hint: "write the fields to merge, or operations with op, path and value")
      return nil
    }
  }

  /// The target says which object is meant; a patch never makes another one of it.
  private static func withoutIdentity(_ patch: Node) -> Node {
    var patch = patch
    _ = patch.changeMapping { root in
      root["apiVersion"] = nil
      root["kind"] = nil
      guard let slot = root.index(of: "metadata") else { return }
      _ = root.pairs[slot].value.changeMapping { metadata in
        metadata["name"] = nil
        metadata["namespace"] = nil
      }
    }
    return patch
  }

  /// - Returns: how many of the objects it was for.
  func apply(
    to products: inout [Product], _ plan: GroupPlan, _ growth: Growth, _ report: Report,
    where isMeant: (Product) -> Bool
  ) -> Int {
    let meant = products.indices.filter { isMeant(products[$0]) }
    let holds =
      growth.holds(
        Self.look, times: products.count, of: "a patch of \"\(plan.group.name)\"", at: position, report)
      && growth.holds(
        Self.application + weight, times: meant.count, of: "a patch of \"\(plan.group.name)\"", at: position,
        report)
    guard holds else { return meant.count }
    let deleted = meant.filter { !apply(to: &products[$0], plan, report) }
    products.remove(at: deleted)
    return meant.count
  }

  /// - Returns: whether the object stays.
  private func apply(to product: inout Product, _ plan: GroupPlan, _ report: Report) -> Bool {
    let gvk = product.resource.gvk
    switch change {
    case .merge(var patch):
      if patch.hasPlaceholders { plan.placeholders(of: product, report).replace(in: &patch) }
      let merge = StrategicMerge(report: report, keepsOrder: true)
      return merge.apply(patch, to: &product.resource.object, gvk: gvk) == .merged
    case .operations(let operations): apply(operations, to: &product.resource, report)
    case .written(var document):
      plan.placeholders(of: product, report).replace(in: &document)
      if let operations = JSONPatch.decode(document, report: report) {
        apply(operations, to: &product.resource, report)
      }
    }
    return true
  }

  private func apply(_ operations: JSONPatch, to resource: inout Resource, _ report: Report) {
    let name = resource.id.description
    _ = operations.apply(to: &resource.object, report: report, describing: name)
  }
}

extension GroupPlan {
  /// Of what a product belongs to.
  fileprivate func placeholders(of product: Product, _ report: Report) -> Placeholders {
    guard product.zone != nil || product.ordinal != nil || isWorkload(product),
      let workload = workload(in: product.zone)
    else { return placeholders(report) }
    if let ordinal = product.ordinal, let row = row(of: workload, ordinal) {
      return placeholders(row, workload, report)
    }
    return placeholders(workload, of: isWorkload(product) ? .pods : .zone, report)
  }

  private func isWorkload(_ product: Product) -> Bool {
    product.resource.gvk.kind == (isErrand ? "Job" : spec.workload.value.rawValue)
  }
}
