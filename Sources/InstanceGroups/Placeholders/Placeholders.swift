import Diagnostics
import YAML

/// Replaces the placeholders in what becomes an object of a group, of one of its zones, or of one instance.
struct Placeholders {
  /// What an object is made for, which decides what has a value in it.
  enum Subject {
    case group
    case zone
    /// The pods of a zone: one template makes them all.
    case pods
    case instance

    var scope: PlaceholderName.Scope {
      switch self {
      case .group: .group
      case .zone, .pods: .zone
      case .instance: .instance
      }
    }
  }

  /// The names that values are made from; those that a group had before are told from those it has.
  struct Names {
    let group: String
    var workload: Workload?
    var workloadName = ""
    var instance: (name: String, address: String, row: InstanceTable.Instance)?
  }

  let subject: Subject
  /// So few that a search is faster than a hash.
  private let values: [(name: String, value: String)]
  private let lists: InstanceLists
  private let isZoned: Bool
  private let firstZone: String?
  private let report: Report

  init(_ subject: Subject, _ names: Names, _ lists: InstanceLists, _ report: Report) {
    self.subject = subject
    self.lists = lists
    self.report = report
    var values = [("group.name", names.group)]
    let workload = names.workload
    if let workload {
      values.append(("workload.name", names.workloadName))
      if let previous = workload.previous {
        values.append(("workload.previous", previous.name))
        values.append(("zone.previous.name", previous.zone))
      }
    }
    if let zone = workload?.zone {
      values += [
        ("zone.name", zone.name), ("zone.index", String(zone.index)),
        ("zone.nodeLabelValue", zone.nodeLabelValue),
      ]
    }
    if let instance = names.instance {
      values += [
        ("instance.name", instance.name), ("instance.address", instance.address),
        ("instance.ordinal", String(instance.row.ordinal)), ("instance.index", String(instance.row.index)),
        ("instance.specIndex", String(instance.row.specIndex)),
      ]
      if let zone = instance.row.zone { values.append(("instance.zone", zone)) }
    }
    self.values = values
    isZoned = workload == nil || workload?.zone != nil
    firstZone = workload?.previous == nil ? workload?.zone?.name : nil
  }

  // MARK: - Trees

  func replace(in node: inout Node) {
    switch outcome(of: node, under: "") {
    case .stays: break
    case .becomes(let replaced): node = replaced
    case .leftOut(let name, let position): reportFirstZone(name, at: position)
    }
  }

  /// - Parameter key: the field that holds the mapping: of labels and annotations one may be left out.
  func replace(in mapping: Mapping, under key: String = "") -> Mapping {
    switch outcome(of: mapping, under: key) {
    case .stays: return mapping
    case .becomes(let replaced): return replaced.mapping ?? mapping
    case .leftOut(let name, let position):
      reportFirstZone(name, at: position)
      return mapping
    }
  }

  private enum Outcome {
    case stays
    case becomes(Node)
    /// Nothing is before the first zone, so what holds this placeholder goes.
    case leftOut(String, Position)
  }

  /// What a tree becomes: most trees have no placeholders, so that nothing is copied before the first one.
  private func outcome(of node: Node, under key: String) -> Outcome {
    switch node {
    case .scalar(let scalar): outcome(of: scalar)
    case .sequence(let sequence): outcome(of: sequence, under: key)
    case .mapping(let mapping): outcome(of: mapping, under: key)
    }
  }

  private func outcome(of scalar: Scalar) -> Outcome {
    guard scalar.kind == .string, PlaceholderText.occurs(in: scalar.text) else { return .stays }
    let text = PlaceholderText(scalar.text)
    if let list = text.itemsOfList, let items = items(of: list, at: scalar.position) {
      return .becomes(.sequence(items))
    }
    switch resolved(text, at: scalar.position) {
    case .text(let value):
      var replaced = scalar
      replaced.text = value
      return .becomes(.scalar(replaced))
    case .leftOut(let name): return .leftOut(name, scalar.position)
    }
  }

  private func outcome(of sequence: Sequence, under key: String) -> Outcome {
    var items: [Node]?
    for (index, item) in sequence.items.enumerated() {
      // Only a variable is left out as a whole for what stands in it.
      let outcome = outcome(of: item, under: key == "env" ? Self.variable : "")
      if case .stays = outcome {
        items?.append(item)
        continue
      }
      if items == nil { items = Array(sequence.items[..<index]) }
      // A list of items within a list is part of it.
      switch outcome {
      case .becomes(.sequence(let inner)) where item.scalar != nil: items? += inner.items
      case .becomes(let replaced): items?.append(replaced)
      case .stays, .leftOut: break
      }
    }
    return items.map { .becomes(.sequence(Sequence($0, at: sequence.position))) } ?? .stays
  }

  private func outcome(of mapping: Mapping, under key: String) -> Outcome {
    var changed: Mapping?
    var leftOut: [Int] = []
    for (index, pair) in mapping.pairs.enumerated() {
      if pair.key.kind == .string, PlaceholderText.occurs(in: pair.key.text),
        case .text(let value) = resolved(PlaceholderText(pair.key.text), at: pair.key.position)
      {
        if changed == nil { changed = mapping }
        changed?.pairs[index].key.text = value
      }
      switch outcome(of: pair.value, under: pair.key.text) {
      case .stays: break
      case .becomes(let value):
        if changed == nil { changed = mapping }
        changed?.pairs[index].value = value
      case .leftOut(let name, let position):
        if key == Self.variable, pair.key.text == "value" { return .leftOut(name, position) }
        if Self.optional.contains(key) {
          leftOut.append(index)
        } else {
          reportFirstZone(name, at: position)
        }
      }
    }
    if !leftOut.isEmpty {
      if changed == nil { changed = mapping }
      changed?.pairs.remove(at: leftOut)
    }
    return changed.map { .becomes(.mapping($0)) } ?? .stays
  }

  private static let optional = ["labels", "annotations"]
  private static let variable = "env[]"

  // MARK: - Texts

  func replaced(_ text: Located<String>) -> String {
    guard PlaceholderText.occurs(in: text.value) else { return text.value }
    switch resolved(PlaceholderText(text.value), at: text.position) {
    case .text(let value): return value
    case .leftOut(let name):
      reportFirstZone(name, at: text.position)
      return text.value
    }
  }

  private enum Resolved {
    case text(String)
    case leftOut(String)
  }

  private func resolved(_ text: PlaceholderText, at position: Position) -> Resolved {
    var out = ""
    for part in text.parts {
      switch part {
      case .text(let text): out += text
      case .name(let name):
        if let value = values.first(where: { sameBytes($0.name, name) })?.value {
          out += value
        } else if isBeforeTheFirst(name) {
          return .leftOut(name)
        } else if let list = PlaceholderName.list(name) {
          out += value(of: list, at: position) ?? "$(\(name))"
        } else {
          reportMissing(name, at: position)
          out += "$(\(name))"
        }
      }
    }
    return .text(out)
  }

  /// Whether it names what comes before the first zone; a group that is not zoned is its own first.
  private func isBeforeTheFirst(_ name: String) -> Bool {
    switch name {
    case "workload.previous": subject.scope >= .zone
    case "zone.previous.name": subject.scope >= .zone && isZoned
    default: false
    }
  }

  // MARK: - Lists

  private func value(of list: (name: String, isItems: Bool), at position: Position) -> String? {
    guard let found = self.list(list.name, at: position) else { return nil }
    guard list.isItems else { return found.text }
    report.error(
      "list-items-in-text",
      "\"$(list.\(list.name)[])\" stands for a YAML sequence and can't be part of a text",
      at: position, hint: "write \"$(list.\(list.name))\", or let the value be nothing but it")
    return nil
  }

  private func items(of list: String, at position: Position) -> Sequence? {
    self.list(list, at: position).map { found in
      Sequence(found.items.map { .string($0, at: position) }, at: position)
    }
  }

  private func list(_ name: String, at position: Position) -> InstanceLists.List? {
    if let list = lists[name] { return list }
    guard !lists.isDeclared(name) else { return nil }
    lists.reportUnknown(name, at: position, report)
    return nil
  }

  // MARK: - Mistakes

  private func reportMissing(_ name: String, at position: Position) {
    guard let known = PlaceholderName.named(name) else {
      PlaceholderName.reportUnknown(name, at: position, report)
      return
    }
    let here = values.map(\.name).sorted().map { "$(\($0))" }.joined(separator: ", ")
    var hint = "the placeholders here are \(here)"
    let absence: String
    switch (subject, known.scope) {
    case (_, _) where known.needsZones && !isZoned: absence = "the group is not zoned"
    case (.pods, .instance):
      absence = "one template makes all pods of a zone"
      hint =
        "what runs in the pod has it in the variables POD_NAME and POD_ORDINAL: write $(POD_NAME) in command, args or env"
    case (.group, .zone): absence = "this object belongs to all zones of the group"
    case (.group, _): absence = "this object belongs to all instances of the group"
    default: absence = "this object belongs to all instances of the zone"
    }
    report.error(
      "placeholder-without-value", "\"$(\(name))\" has no value here: \(absence)", at: position, hint: hint)
  }

  private func reportFirstZone(_ name: String, at position: Position) {
    let zone = firstZone.map { "zone \"\($0)\" is the first" } ?? "the group is not zoned"
    report.error(
      "placeholder-without-value", "\"$(\(name))\" has no value here: \(zone)", at: position,
      hint: "a label, an annotation, a variable or an element of a list that has it is left out there; "
        + "nothing else can be")
  }
}

extension GroupPlan {
  /// Of what all zones share.
  func placeholders(_ report: Report) -> Placeholders {
    Placeholders(.group, .init(group: names.group), lists, report)
  }

  /// Of what belongs to one zone, or to its pods.
  func placeholders(
    _ workload: Workload, of subject: Placeholders.Subject = .zone, _ report: Report
  ) -> Placeholders {
    Placeholders(
      subject, .init(group: names.group, workload: workload, workloadName: workload.name), lists, report)
  }

  /// Of what belongs to one instance.
  func placeholders(
    _ instance: InstanceTable.Instance, _ workload: Workload, _ report: Report
  ) -> Placeholders {
    Placeholders(
      .instance,
      .init(
        group: names.group, workload: workload, workloadName: workload.name,
        instance: (instance.name, instance.address, instance)), lists, report)
  }
}
