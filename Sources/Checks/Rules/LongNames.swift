internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let longNames = Rule(
    "name-too-long", .error, "A workload whose name is too long for the labels that its pods get",
    because: """
      The values of labels have at most 63 characters, and controllers make some of the name: \
      no pod is ever created.
      """,
    bad: """
      kind: Job
      metadata:
        name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # 62 characters
      """,
    good: """
      kind: Job
      metadata:
        name: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa # 60 characters
      """
  ) { inventory, findings in
    for workload in inventory.workloads {
      guard let limit = nameLimit(workload), workload.name.utf8.count > limit.characters,
        !workload.resource.hasGeneratedName
      else { continue }
      findings.add(
        "the name of \(workload.title) has \(workload.name.utf8.count) characters, \(limit.characters) are possible",
        at: workload.resource.namePosition, in: workload.resource, notes: [.init(limit.reason)],
        hint: "shorten the name")
    }
    for service in inventory.services where service.name.utf8.count > longestLabel {
      findings.add(
        "the name of the Service \"\(service.name)\" has \(service.name.utf8.count) characters, 63 are possible",
        at: service.resource.namePosition, in: service.resource, hint: "shorten the name")
    }
  }

  private static let longestLabel = 63

  private static func nameLimit(_ workload: Workload) -> (characters: Int, reason: String)? {
    switch workload.kind {
    case "StatefulSet":
      let ordinal = String(max(0, workload.ordinals.upperBound - 1)).count
      return (
        longestLabel - 1 - max(ordinal, 10),
        "the label controller-revision-hash is the name and a hash of 10 characters"
      )
    case "CronJob": return (52, "each Job gets a time of 11 characters behind the name")
    case "Job":
      let spec = workload.resource.object["spec"]
      guard spec?["completionMode"]?.text == "Indexed", let completions = spec?.integer("completions") else {
        return (longestLabel, "the label job-name is the name")
      }
      let index = String(max(0, completions - 1)).count
      return (longestLabel - 1 - index, "the host name of a pod is the name and its index")
    default: return nil
    }
  }
}
