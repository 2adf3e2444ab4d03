import Diagnostics
import Resources
import YAML

/// Placeholders that there are not, wherever in a group they stand, and lists that nothing uses.
enum PlaceholderChecks {
  static func check(_ plan: GroupPlan, _ setting: Setting, _ report: Report) {
    var used: Set<KeyBytes> = []
    let group = plan.input.resource.object
    let isNative = !plan.input.isQuarks
    // First found, then looked at: what the walk calls would be copied for every node, with the whole plan in it.
    var found: [(name: String, position: Position)] = []
    for part in [group["metadata"], group["spec"]].compactMap(\.self) where part.hasPlaceholders {
      part.forEachPlaceholder { found.append(($0, $1.position)) }
    }
    for (name, position) in found {
      if let list = PlaceholderName.list(name) {
        used.insert(KeyBytes(text: list.name))
        guard isNative, !plan.lists.isDeclared(list.name) else { continue }
        plan.lists.reportUnknown(list.name, at: position, report)
      } else if isNative, PlaceholderName.named(name) == nil {
        PlaceholderName.reportUnknown(name, at: position, report)
      }
    }
    checkUse(of: plan, used, report)
  }

  private static func checkUse(of plan: GroupPlan, _ used: Set<KeyBytes>, _ report: Report) {
    let table = plan.spec.instanceTable
    if table.lists.value, !table.configMap {
      report.error(
        "setting-without-use", "\"spec.instanceTable.lists\" has no meaning without the ConfigMap",
        at: table.lists.position, hint: "write \"configMap: true\" beside it")
    }
    guard !table.lists.value else { return }
    for (name, _) in plan.spec.lists where !used.contains(KeyBytes(text: name.text)) {
      report.add(
        Diagnostic(
          "unused-list", .info, "nothing uses the list \"\(name.text)\"", at: name.position,
          hint:
            "write $(list.\(name.text)) where it belongs, or \"instanceTable: {configMap: true, lists: true}\""
        ))
    }
  }
}
