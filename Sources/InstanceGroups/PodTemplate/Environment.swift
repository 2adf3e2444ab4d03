import Diagnostics
import YAML

/// Which variables containers get.
package struct EnvironmentSettings: Sendable {
  package var zone = true
  package var pod = true
  /// Absent: only by Quarks' conventions, because scaling would restart every pod.
  package var replicas: Bool?
  /// Absent: yes, where the server can.
  package var podOrdinal: Bool?

  static let none = EnvironmentSettings(zone: false, pod: false, replicas: false, podOrdinal: false)

  /// The word for no variable at all.
  private static let noneWord = "None"

  static var shape: Shape<EnvironmentSettings> {
    Shape(.oneOf([.choice([noneWord]), schema.type])) { node, reader in
      guard let word = node.string else { return schema.decode(node, reader) }
      if word == noneWord { return EnvironmentSettings.none }
      reader.report.error(
        "wrong-type", "\"\(reader.path)\" is None or switches, not \"\(word)\"", at: node.position,
        hint: "write None, or {replicas: false}")
      return nil
    }
  }

  static let schema = Schema("environment", initial: EnvironmentSettings()) {
    Field(
      "zone", .boolean, \.zone,
      "AZ_INDEX and KUBE_AZ, and by Quarks' conventions BOSH_AZ and CF_OPERATOR_AZ.")
    Field("podOrdinal", .boolean, \.podOrdinal, "POD_ORDINAL, from the pod's label.")
    Field("pod", .boolean, \.pod, "POD_NAME and POD_NAMESPACE.")
    Field(
      "replicas", .boolean, \.replicas,
      "REPLICAS, the number of instances in the pod's zone: scaling then restarts every pod.")
  }
}

/// Tells every container which instance it is part of.
enum Environment {
  static func apply(
    to template: inout Mapping, _ workload: Workload, _ plan: GroupPlan, _ placeholders: Placeholders,
    _ reader: Reader
  ) {
    let variables = variables(workload, plan)
    guard !variables.isEmpty else { return }
    template.edit("spec", reader) { spec, reader in
      for key in ["initContainers", "containers"] where spec[key].map({ !$0.isNull }) ?? false {
        spec.editSequence(key, reader) { containers, reader in
          containers.editItems(reader) { container, reader in set(variables, in: &container, reader) }
        }
      }
    }
  }

  typealias Variable = (name: String, value: Node)

  private static func variables(_ workload: Workload, _ plan: GroupPlan) -> [Variable] {
    func text(_ name: String, _ value: String) -> Variable {
      (name, .mapping(["name": .string(name), "value": .string(value)]))
    }
    func field(_ name: String, _ path: String) -> Variable {
      (
        name,
        .mapping([
          "name": .string(name),
          "valueFrom": .mapping(["fieldRef": .mapping(["fieldPath": .string(path)])]),
        ])
      )
    }
    let settings = plan.spec.environment
    var variables: [Variable] = []
    if settings.zone {
      variables.append(text("AZ_INDEX", String(workload.azIndex + 1)))
      if let zone = workload.zone?.name {
        variables += (["KUBE_AZ"] + (plan.isQuarks ? ["BOSH_AZ", "CF_OPERATOR_AZ"] : [])).map {
          text($0, zone)
        }
      }
    }
    if settings.replicas ?? plan.isQuarks { variables.append(text("REPLICAS", String(workload.replicas))) }
    if settings.podOrdinal ?? true, !plan.isDeployment {
      if plan.isErrand {
        variables.append(text("POD_ORDINAL", "0"))
      } else if let label = plan.ordinalLabel {
        variables.append(field("POD_ORDINAL", "metadata.labels['\(label)']"))
      }
    }
    if settings.pod {
      variables += [field("POD_NAME", "metadata.name"), field("POD_NAMESPACE", "metadata.namespace")]
    }
    return variables
  }

  /// New variables go first: a variable of the user's can refer only to those before it.
  private static func set(_ variables: [Variable], in container: inout Mapping, _ reader: Reader) {
    container.editSequence("env", reader) { env, reader in
      var added: [Node] = []
      for variable in variables {
        guard
          let slot = env.items.firstIndex(where: {
            $0["name"]?.text.map { sameBytes($0, variable.name) } ?? false
          })
        else {
          added.append(variable.value)
          continue
        }
        guard !env.items[slot].sameData(as: variable.value) else { continue }
        reader.report.warning(
          "variable-replaced", "the variable \"\(variable.name)\" is set by the build",
          at: env.items[slot].position, notes: [.init("the value given here is replaced")],
          hint: "leave it out, or turn the build's variables off under spec.environment")
        env.items[slot] = variable.value
      }
      env.items.insert(contentsOf: added, at: 0)
    }
  }
}
