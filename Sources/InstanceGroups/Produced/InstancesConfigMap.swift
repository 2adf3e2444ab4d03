import Diagnostics
import YAML

/// The instance table for programs that want to know their peers.
enum InstancesConfigMap {
  static func produce(_ plan: GroupPlan, _ report: Report) -> [Product] {
    guard plan.spec.instanceTable.configMap else { return [] }
    var data = Mapping([.init(key: Scalar("instances.yaml"), value: .string(yaml(plan.table)))])
    if plan.spec.instanceTable.lists.value {
      for name in plan.lists.names { data[name] = plan.lists[name].map { .string($0.text) } }
    }
    let size = data.pairs.reduce(0) { $0 + ($1.value.text?.utf8.count ?? 0) }
    if size > largest {
      report.error(
        "table-too-large", "the instance table of \"\(plan.group.name)\" does not fit into a ConfigMap",
        at: plan.position, notes: [.init("it has \(size) bytes; a ConfigMap holds \(largest)")],
        hint: "leave out spec.instanceTable.configMap")
    }
    let object = plan.object(
      "v1", "ConfigMap", name: plan.names.instanceTable, labels: plan.labels.ofGroup,
      ["data": .mapping(data)], plan.placeholders(report))
    return [Product(object, plan, named: \.instanceTable)]
  }

  private static let largest = 1 << 20

  /// A list with one field a line, which a shell script can read too.
  private static func yaml(_ table: InstanceTable) -> String {
    Node.sequence(table.rows.map(\.node)).yaml
  }
}
