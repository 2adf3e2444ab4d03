internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// The ConfigMap that tells programs the instances, where the group makes it.
extension Draft {
  private static let table = "instances.yaml"

  mutating func setTable(_ neighbours: Neighbours) {
    guard !family.isDeployment else { return }
    let found = neighbours.object("ConfigMap", called: tableName, beside: family)
    guard let found, let data = found.resource.object["data"]?.mapping, data[Self.table] != nil else {
      return
    }
    let instances = instances
    var lists: [(name: String, form: ListForm)] = []
    for pair in data.pairs where pair.key.text != Self.table {
      guard let text = pair.value.string, !instances.isEmpty, let form = form(of: text, instances),
        form.before.isEmpty, form.after.isEmpty
      else { return }
      lists.append((pair.key.text, form))
    }
    for list in lists { _ = listName(list.form, called: list.name) }
    let names = settings["lists"]?.mapping?.pairs.map(\.key.text) ?? []
    guard names.sorted() == lists.map(\.name).sorted() || lists.isEmpty else { return }
    let table = Mapping([.init(key: Scalar("configMap"), value: true)], at: found.resource.position)
    settings["instanceTable"] = .mapping(lists.isEmpty ? table : table.merging([("lists", true)]))
    claimed.append(found)
  }

  private var tableName: String { Names.sanitized(family.name) + "-instances" }

  func isTable(_ object: Resource) -> Bool {
    settings["instanceTable"] != nil && object.gvk.kind == "ConfigMap" && sameBytes(object.name, tableName)
  }

  /// Takes back that the group makes the ConfigMap, and the lists that only it has.
  mutating func forgetTable() {
    let template = settings["template"]?.yaml ?? ""
    claimed = claimed.filter { !isTable($0.resource) }
    settings["instanceTable"] = nil
    let used = (settings["lists"]?.mapping?.pairs ?? []).filter {
      template.holdsBytes(of: "$(list.\($0.key.text)")
    }
    settings["lists"] = Mapping(used).known
  }
}
