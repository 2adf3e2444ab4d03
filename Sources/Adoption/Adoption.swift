package import Diagnostics
package import Resources
internal import YAML

/// Finds the groups that running objects are, and writes them as a person would.
///
/// A group is guessed, built, and compared with what runs; what differs then becomes a patch of the group, so that the
/// result is exact whatever was guessed.
package struct Adoption {
  package struct Options: Sendable {
    /// Groups that the user put together.
    package var groups: [NamedGroup] = []
    /// The zones that the user gave, in their order.
    package var zones: [NamedZone] = []

    package init() {}
  }

  package struct NamedGroup: Sendable {
    package let name: String
    package let members: [String]

    package init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  package struct NamedZone: Sendable {
    package let name: String
    package let nodeValue: String

    package init(name: String, nodeValue: String) {
      self.name = name
      self.nodeValue = nodeValue
    }
  }

  private let set: ResourceSet
  private let options: Options
  private let report: Report

  /// - Parameter set: without what the server writes.
  package init(of set: ResourceSet, _ options: Options, _ report: Report) {
    self.set = set
    self.options = options
    self.report = report
  }

  /// The places of the workloads of each group that is over several zones.
  package var zonedFamilies: [[Int]] {
    FamilySearch.families(in: set, options, report).filter { $0.isZoned && $0.members.count > 1 }
      .map { $0.members.map(\.place) }
  }

  /// - Returns: `nil` after a report.
  package func sources() -> AdoptedSources? {
    var families = FamilySearch.families(in: set, options, report)
    guard !report.hasErrors else { return nil }
    var remarks: [Remark] = []
    // A family that can't be a group after all may have decided what the others have in common.
    while true {
      let attempt = Attempt(set, families, options)
      guard !attempt.failures.isEmpty else { return attempt.sources(with: remarks) }
      for failure in attempt.failures {
        guard let index = families.firstIndex(where: { $0.members[0].place == failure.place }) else {
          continue
        }
        let family = families.remove(at: index)
        if family.isNamed { reportNamed(family, failure.reason) }
        if family.members.count > 1, !family.isNamed {
          families += family.members.filter { $0.resource.gvk.kind == "StatefulSet" }.map {
            Family(name: $0.name, members: [$0], isZoned: false)
          }
        }
        remarks.append(Remark(object: family.members[0].resource, reason: failure.reason))
      }
      guard !report.hasErrors else { return nil }
    }
  }

  private func reportNamed(_ family: Family, _ reason: String) {
    report.error(
      "no-group", "\"\(family.name)\" can't be a group of these workloads",
      at: family.members[0].resource.namePosition,
      notes: [.init(reason)], hint: "leave out --group, or name workloads that are copies of one another")
  }
}
