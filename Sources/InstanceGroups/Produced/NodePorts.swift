import Diagnostics
import Resources
import YAML

/// The node ports of the Services of single instances: from `nodePortBase` on, by the index of the instance and by port.
enum NodePorts {
  /// The range of the API server by default (`--service-node-port-range`).
  static let range = 30_000...32_767

  static func number(_ ports: inout Sequence, of index: Int, from base: Located<Int>) {
    let count = ports.items.count
    for place in ports.items.indices {
      _ = ports.items[place].changeMapping {
        $0["nodePort"] = .integer(base.value + index * count + place, at: base.position)
      }
    }
  }

  static func check(_ plan: GroupPlan, _ report: Report) {
    let settings = plan.spec.services.perInstance
    guard let base = settings.nodePortBase else { return }
    guard settings.type == .nodePort else {
      report.error(
        "setting-without-use",
        "\"nodePortBase\" has no meaning for Services of type \(settings.type.rawValue)",
        at: base.position, hint: "write \"type: NodePort\" beside it")
      return
    }
    let last = base.value + plan.table.rows.count * plan.ports.count - 1
    guard last > range.upperBound else { return }
    report.error(
      "node-port-out-of-range",
      "\(plan.table.rows.count) instances with \(plan.ports.count) ports reach node port \(last)",
      at: base.position,
      notes: [.init("node ports are \(range.lowerBound) to \(range.upperBound)")],
      hint: "begin at \(range.upperBound - (last - base.value)) or below")
  }
}

extension NodePortOwners {
  /// Reports a port that another Service has.
  mutating func add(_ service: Node, _ report: Report) {
    for taken in taken(by: service) {
      report.error(
        Self.id, taken.summary, at: taken.position, notes: [.init(Taken.note, at: taken.first)],
        hint: Taken.hint)
    }
  }
}
