internal import Diagnostics
internal import Resources
internal import Transforms
internal import YAML

extension Accumulator {
  /// Adds the vars of a layer and notes at the objects which of them take their values there, or from what becomes of
  /// them.
  mutating func define(_ new: [Variable], _ report: Report) {
    guard !new.isEmpty else { return }
    let names = NameIndex(set)
    var awaited: Set<KeyBytes> = []
    for variable in new {
      let matches = variable.matches(in: set, names)
      switch matches.count {
      case 0: awaited.insert(KeyBytes(text: variable.name.value))
      case 1: change { $0.resources[matches[0]].variables.append(variable.name.value) }
      default: variable.reportAmbiguous(matches, in: set, report)
      }
    }
    if !awaited.isEmpty {
      change { set in
        for index in set.resources.indices where set.resources[index].isExpanded {
          set.resources[index].awaitedVariables.append(awaited)
        }
      }
    }
    append(new, report)
  }

  /// Adds vars; no two may have one name, even when they mean the same.
  mutating func append(_ new: [Variable], _ report: Report) {
    guard !new.isEmpty else { return }
    var places: [KeyBytes: Int] = [:]
    for (place, variable) in variables.enumerated() { places[variable.name.value] = place }
    for variable in new {
      if let other = places[variable.name.value].map({ variables[$0] }) {
        report.error(
          "duplicate-variable", "the var \"\(variable.name.value)\" is there twice", at: variable.position,
          notes: [.init("the other one", at: other.position)],
          hint: "give one another name; a var of a base holds in the layers above, too")
      } else {
        places[variable.name.value] = variables.count
        variables.append(variable)
      }
    }
  }
}

extension Resource {
  /// Whether other objects stand in its place in the output.
  fileprivate var isExpanded: Bool { gvk.group == "zonal" || gvk.group == "quarks.cloudfoundry.org" }
}
