import Diagnostics
import Resources
import YAML

/// `patches`: changes to whatever the group generates, found by kind, name, zone and ordinal.
enum GroupPatches {
  static func apply(to products: inout [Product], _ plan: GroupPlan, _ files: SourceFiles, _ report: Report) {
    for patch in plan.spec.patches {
      guard let content = PatchContent(patch.patch, in: files, report) else { continue }
      if content.apply(to: &products, report, where: patch.target.value.matches) == 0 {
        reportUnmatched(patch.target, products, plan, report)
      }
    }
  }

  private static func reportUnmatched(
    _ target: Located<GroupPatch.Target>, _ products: [Product], _ plan: GroupPlan, _ report: Report
  ) {
    report.warning(
      "patch-matches-nothing",
      "the patch matches nothing: the group \"\(plan.group.name)\" generates no \(target.value.description)",
      at: target.position, hint: nearest(to: target.value, products))
  }

  /// What comes next to the first part of a target that no object has.
  private static func nearest(to target: GroupPatch.Target, _ products: [Product]) -> String? {
    var rest = products
    func narrow(
      _ wanted: String?, _ value: (Product) -> String?, _ what: String, _ isWanted: (Product) -> Bool
    ) -> String? {
      guard let wanted else { return nil }
      let found = rest.filter(isWanted)
      guard found.isEmpty else {
        rest = found
        return nil
      }
      var seen: [String] = []
      for product in rest {
        if let value = value(product), !seen.contains(value) { seen.append(value) }
        if seen.count > 50 { break }
      }
      return suggestion(for: wanted, among: seen, otherwise: "the \(what) here are")
        ?? "what comes next belongs to none of the \(what)"
    }
    return narrow(target.selector.kind?.text, { $0.resource.gvk.kind }, "kinds") {
      target.selector.kind?.matches($0.resource.gvk.kind) ?? true
    } ?? narrow(target.zone, \.zone, "zones") { $0.zone == target.zone }
      ?? narrow(target.ordinal.map(String.init), { $0.ordinal.map(String.init) }, "ordinals") {
        $0.ordinal == target.ordinal
      }
      ?? narrow(target.selector.name?.text, { $0.resource.name }, "names") { product in
        target.selector.matches(product.resource)
      }
  }
}

extension GroupPatch.Target {
  func matches(_ product: Product) -> Bool {
    if let zone, product.zone != zone { return false }
    if let ordinal, product.ordinal != ordinal { return false }
    return selector.matches(product.resource)
  }

  /// `Service "nats" in zone "z2" with ordinal 0`, as messages say it.
  fileprivate var description: String {
    var text = selector.kind?.text ?? "object"
    if let name = selector.name { text += " \"\(name.text)\"" }
    if let zone { text += " in zone \"\(zone)\"" }
    if let ordinal { text += " with ordinal \(ordinal)" }
    return text
  }
}
