import Diagnostics
import Resources
import YAML

/// `patches`: changes to whatever the group generates, found by kind, name, zone and ordinal.
enum GroupPatches {
  static func apply(to products: inout [Product], _ plan: GroupPlan, _ files: SourceFiles, _ report: Report) {
    for patch in plan.spec.patches where !files.growth.isFull {
      guard let content = PatchContent(patch.patch, in: files, report) else { continue }
      if content.apply(to: &products, plan, files.growth, report, where: patch.target.value.matches) == 0 {
        reportUnmatched(patch.target, products, plan, report)
      }
    }
  }

  private static func reportUnmatched(
    _ target: Located<GroupPatch.Target>, _ products: [Product], _ plan: GroupPlan, _ report: Report
  ) {
    report.add(
      Diagnostic(
        "patch-matches-nothing", plan.isStrict ? .error : .warning,
        "the patch matches nothing: the group \"\(plan.group.name)\" generates no \(target.value.description)",
        at: target.position,
        hint: nearest(to: target.value, products) ?? "the group generates "
          + products.prefix(3).map { "\($0.resource.gvk.kind) \"\($0.resource.name)\"" }.joined(
            separator: ", ")
          + (products.count > 3 ? " …" : "")))
  }

  /// What comes next to the first part of a target that no object has.
  private static func nearest(to target: GroupPatch.Target, _ products: [Product]) -> String? {
    var rest = products
    for part in target.parts {
      let found = rest.filter(part.matches)
      guard found.isEmpty else {
        rest = found
        continue
      }
      var there: [String] = []
      for value in rest.lazy.compactMap(part.value) where there.count < 50 && !there.containsBytes(of: value)
      {
        there.append(value)
      }
      return suggestion(for: part.wanted, among: there, otherwise: "the \(part.what) here are")
        ?? "such objects have no \(part.what) of their own: leave that part of the target out"
    }
    return nil
  }
}

extension GroupPatch.Target {
  func matches(_ product: Product) -> Bool {
    if let zone, product.zone.map(KeyBytes.init) != KeyBytes(text: zone) { return false }
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

  fileprivate struct Part {
    let what: String
    let wanted: String
    let value: (Product) -> String?
    let matches: (Product) -> Bool
  }

  /// The parts that are given, the coarse ones first.
  fileprivate var parts: [Part] {
    [
      selector.kind.map { kind in
        Part(
          what: "kinds", wanted: kind.text, value: { $0.resource.gvk.kind },
          matches: { kind.matches($0.resource.gvk.kind) })
      },
      zone.map { zone in
        Part(
          what: "zones", wanted: zone, value: { $0.zone },
          matches: { $0.zone.map { sameBytes($0, zone) } ?? false })
      },
      ordinal.map { ordinal in
        Part(
          what: "ordinals", wanted: String(ordinal), value: { $0.ordinal.map(String.init) },
          matches: { $0.ordinal == ordinal })
      },
      selector.name.map { name in
        Part(
          what: "names", wanted: name.text, value: { $0.resource.name },
          matches: { selector.matches($0.resource) })
      },
    ].compactMap { $0 }
  }
}
