import Diagnostics
import Resources
import Synchronization
import YAML

/// The groups of a build, for those that speak of another one.
final class OtherGroups: Sendable {
  private let inputs: [GroupInput]
  /// What was decided of those that were spoken of.
  private let plans = Mutex<[Int: GroupPlan]>([:])

  init(_ inputs: [GroupInput]) { self.inputs = inputs }

  /// A group by a name that it has or had, as references of Kubernetes find theirs.
  func plan(
    of name: Located<String>, for plan: GroupPlan, _ setting: Setting, _ report: Report
  ) -> GroupPlan? {
    let found = inputs.indices.filter { index in
      inputs[index].resource.identities.contains { sameBytes($0.name, name.value) }
    }
    let own = plan.input.resource
    let near = [
      found,
      // Of several, the one that the same layers named; then the one in the same namespace.
      found.filter {
        inputs[$0].resource.prefixes == own.prefixes && inputs[$0].resource.suffixes == own.suffixes
      },
      found.filter { sameBytes(inputs[$0].resource.namespace, own.namespace) },
    ].first { $0.count == 1 }
    guard let index = near?.first else {
      let names = inputs.map(\.group.name)
      report.error(
        found.isEmpty ? "unknown-group" : "ambiguous-group",
        found.isEmpty
          ? "there is no group \"\(name.value)\" in the build"
          : "several groups are called \"\(name.value)\"",
        at: name.position,
        hint: found.isEmpty
          ? suggestion(for: name.value, among: names, otherwise: "the groups are")
          : "write its whole name: \(found.map { "\"\(inputs[$0].resource.name)\"" }.joined(separator: " or "))"
      )
      return nil
    }
    if let known = plans.withLock({ $0[index] }) { return known }
    // What is wrong with it is said where it is expanded.
    var left = Int.max
    let other = GroupPlan(inputs[index], setting, left: &left, Report())
    plans.withLock { $0[index] = other }
    return other
  }
}
