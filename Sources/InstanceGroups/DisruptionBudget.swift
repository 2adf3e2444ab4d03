package import Diagnostics
import Resources
package import YAML

/// How many instances of a group may be evicted at a time.
package struct BudgetSettings: Sendable {
  package var kind = BudgetKind.pod
  package var maxUnavailable: Located<Amount>?
  package var minAvailable: Located<Amount>?
  package var name: Located<String>?
  package var labels = Mapping()
  package var annotations = Mapping()
  package var unhealthyPodEvictionPolicy: Located<EvictionPolicy>?
  package var podNamePartitionRegex: Located<String>?
  package var podNamePartitionGroup: Located<Int>?
  package var crossZoneEvictionDelay: Located<String>?

  static let schema = Schema("disruptionBudget", initial: BudgetSettings()) {
    Field(
      "kind", .choice(), \.kind,
      "PodDisruptionBudget (the default), or ZoneAware: any number, in one zone at a time.")
    Field(
      "maxUnavailable", .located(.amount), \.maxUnavailable,
      "How many may be missing, as a number or percentage.")
    Field(
      "minAvailable", .located(.amount), \.minAvailable, "How many must be left, as a number or percentage."
    )
    Field("name", .located(.string), \.name, "The name of the budget; the group's when absent.")
    Field("labels", .strings, \.labels, "More labels of the budget.")
    Field("annotations", .strings, \.annotations, "More annotations of the budget.")
    Field(
      "unhealthyPodEvictionPolicy", .located(.choice()), \.unhealthyPodEvictionPolicy,
      "Whether pods that never got ready may be evicted; None leaves it to the server.")
    Field(
      "podNamePartitionRegex", .located(.string), \.podNamePartitionRegex,
      "ZoneAware: finds the partition in a pod's name; the budget is then one of each partition over all zones."
    )
    Field(
      "podNamePartitionGroup", .located(.integer(in: 1...100)), \.podNamePartitionGroup,
      "ZoneAware: which group of the expression is the partition; 1 by default.")
    Field(
      "crossZoneEvictionDelay", .located(.string), \.crossZoneEvictionDelay,
      "ZoneAware: how long after a pod came back another zone's of its partition may go, such as 20m.")
  }
}

package enum EvictionPolicy: String, Sendable, CaseIterable {
  case ifHealthyBudget = "IfHealthyBudget"
  case alwaysAllow = "AlwaysAllow"
  case none = "None"
}

package enum BudgetKind: String, Sendable, CaseIterable {
  case pod = "PodDisruptionBudget"
  case zoneAware = "ZoneAware"
}

/// A number of pods, or a share of them.
package enum Amount: Sendable, Equatable {
  case count(Int)
  case percent(Int)

  func node(at position: Position) -> Node {
    switch self {
    case .count(let count): .integer(count, at: position)
    case .percent(let percent): .string("\(percent)%", at: position)
    }
  }
}

extension Shape where Value == Amount {
  fileprivate static var amount: Shape {
    let percentage = ShapeType.matching("^(100|[1-9]?[0-9])%$", .string)
    return Shape(.named("number or percentage", .oneOf([Shape<Int>.count.type, percentage]))) {
      node, reader in
      guard let text = node.string else { return Shape<Int>.count.read(node, reader).map { .count($0) } }
      if text.hasSuffix("%"), let percent = Int(text.dropLast()), (0...100).contains(percent) {
        return .percent(percent)
      }
      reader.report.error(
        "bad-amount", "\"\(text)\" is neither a number nor a percentage", at: node.position,
        hint: "write 1, or \"50%\"")
      return nil
    }
  }
}

extension BudgetSettings {
  func check(at position: Position, _ report: Report) {
    checkPartitions(report)
    if let policy = unhealthyPodEvictionPolicy, kind == .zoneAware {
      report.error(
        "setting-without-use", "a ZoneAware budget has no unhealthyPodEvictionPolicy", at: policy.position,
        hint: "leave it out")
    }
    if let minAvailable, kind == .zoneAware {
      report.error(
        "setting-without-use", "a ZoneAware budget has no minAvailable", at: minAvailable.position,
        hint: "say with maxUnavailable how many of a zone may be missing")
    } else if let minAvailable, maxUnavailable != nil {
      report.error(
        "contradicting-budget", "a budget has minAvailable or maxUnavailable, not both",
        at: minAvailable.position,
        hint: "leave one of them out")
    } else if minAvailable == nil, maxUnavailable == nil {
      report.error(
        "empty-budget", "the budget says neither minAvailable nor maxUnavailable", at: position,
        hint: "write {maxUnavailable: 1}")
    }
  }

  /// Partitions are the rollout-operator's, and each setting of theirs needs the expression that finds them.
  private func checkPartitions(_ report: Report) {
    let settings = [
      ("podNamePartitionRegex", podNamePartitionRegex?.position),
      ("podNamePartitionGroup", podNamePartitionGroup?.position),
      ("crossZoneEvictionDelay", crossZoneEvictionDelay?.position),
    ]
    for case (let name, let position?) in settings {
      if kind != .zoneAware {
        report.error(
          "setting-without-use", "a PodDisruptionBudget has no \(name)", at: position,
          hint: "write \"kind: ZoneAware\", or leave it out")
      } else if podNamePartitionRegex == nil {
        report.error(
          "setting-without-use", "\"\(name)\" has no meaning without podNamePartitionRegex", at: position,
          hint: "write the expression that finds the partition in a pod's name, or leave it out")
      }
    }
    guard kind == .zoneAware, let regex = podNamePartitionRegex else { return }
    do throws(Pattern.Mistake) {
      _ = try Pattern(regex.value)
    } catch {
      report.add(
        error, in: regex.value, at: regex.position, hint: "write it as RE2 does, such as \"[a-z-]+-([0-9]+)\""
      )
    }
    if case .percent? = maxUnavailable?.value {
      report.error(
        "contradicting-budget", "a budget of partitions counts pods: it can't be a percentage",
        at: maxUnavailable?.position, hint: "write a number")
    }
  }
}
