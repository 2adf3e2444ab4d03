import Diagnostics
import YAML

/// The lists of a group, written out.
struct InstanceLists {
  struct List {
    let items: [String]
    let text: String
  }

  /// In the order in which the group declares them.
  let names: [String]
  private let lists: [KeyBytes: List]

  static let none = InstanceLists(names: [], lists: [:])

  private init(names: [String], lists: [KeyBytes: List]) {
    self.names = names
    self.lists = lists
  }

  subscript(_ name: String) -> List? { lists[name] }

  /// Whether there is one of this name, even if it could not be made.
  func isDeclared(_ name: String) -> Bool { names.contains { sameBytes($0, name) } }

  func reportUnknown(_ name: String, at position: Position, _ report: Report) {
    report.error(
      "unknown-placeholder", "the group has no list \"\(name)\"", at: position,
      hint: suggestion(for: name, among: names, otherwise: "its lists are") ?? "declare it under spec.lists")
  }

  init(of plan: GroupPlan, _ setting: Setting, _ growth: Growth, _ report: Report) {
    var lists: [KeyBytes: List] = [:]
    for (name, list) in plan.spec.lists {
      Self.checkName(name, report)
      guard let source = Self.source(of: list, plan, setting, report) else { continue }
      let holds = growth.holds(
        list.each.value.utf8.count + Self.item, times: source.table.rows.count,
        of: "the list \"\(name.text)\"",
        at: name.position, report)
      guard holds else { continue }
      let items = Self.items(list, source, of: plan, report)
      lists[name.text] = List(items: items, text: items.joined(separator: list.join))
    }
    self.init(names: plan.spec.lists.map(\.key.text), lists: lists)
  }

  /// What an item takes besides its text, the time to write it included.
  private static let item = 1000

  /// A list may become a key of a ConfigMap.
  private static func checkName(_ name: Scalar, _ report: Report) {
    let isKey = name.text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
        true
      default: false
      }
    }
    guard !isKey || name.text.isEmpty || name.text == "instances.yaml" || name.text.hasPrefix("..") else {
      return
    }
    report.error(
      "bad-list-name", "a list can't be called \"\(name.text)\"", at: name.position,
      notes: [.init("its name can be a key of the ConfigMap of instances")],
      hint: "use letters, digits, \"-\", \"_\" and \".\"; \"instances.yaml\" is the table itself")
  }

  /// The group whose instances are listed.
  private static func source(
    of list: ListSettings, _ plan: GroupPlan, _ setting: Setting, _ report: Report
  ) -> GroupPlan? {
    var source = plan
    if let name = list.group {
      guard let other = setting.groups.plan(of: name, for: plan, setting, report) else { return nil }
      source = other
    }
    guard source.hasInstances else {
      let what =
        source.isErrand
        ? "an errand, which has no instances" : "a Deployment, whose pods have no names of their own"
      report.error(
        "list-without-instances", "the group \"\(source.group.name)\" is \(what)",
        at: list.group?.position ?? list.each.position.known ?? plan.position,
        hint: "list the instances of a group of StatefulSets")
      return nil
    }
    for zone in list.zones ?? [] where !source.workloads.contains(where: { $0.isIn(zone.value) }) {
      report.error(
        "unknown-zone", "the group \"\(source.group.name)\" has no zone \"\(zone.value)\" to list",
        at: zone.position,
        hint: suggestion(
          for: zone.value, among: source.workloads.compactMap { $0.zone?.name }, otherwise: "its zones are")
          ?? "name the zones of the group under its spec.zones")
    }
    return source
  }

  private static func items(
    _ list: ListSettings, _ source: GroupPlan, of plan: GroupPlan, _ report: Report
  ) -> [String] {
    let isElsewhere =
      !sameBytes(source.names.namespace, plan.names.namespace) && !source.names.namespace.isEmpty
    var items: [String] = []
    for workload in source.workloads {
      if let zones = list.zones, !zones.contains(where: { workload.isIn($0.value) }) { continue }
      for row in source.rows(of: workload).prefix(list.perZone?.value ?? .max) {
        // A name without its namespace means one in the namespace of who looks it up.
        let address = isElsewhere ? "\(row.address).\(source.names.namespace)" : row.address
        let placeholders = Placeholders(
          .instance,
          .init(
            group: source.names.group, workload: workload, workloadName: workload.name,
            instance: (row.name, address, row)), .none, report)
        items.append(placeholders.replaced(list.each))
      }
    }
    return items
  }
}

extension Workload {
  func isIn(_ zone: String) -> Bool { self.zone.map { sameBytes($0.name, zone) } ?? false }
}
