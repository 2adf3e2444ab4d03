internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let nodePortTaken = Rule(
    NodePortOwners.id, .error, "A node port that two Services have",
    because: """
      The server gives a node port once in the whole cluster, and refuses the second Service. A build with groups \
      that number their node ports fails by itself.
      """,
    bad: """
      ports:
      - {name: b, port: 81, nodePort: 30080} # another Service has it, too
      """,
    good: """
      ports:
      - {name: b, port: 81, nodePort: 30081}
      """
  ) { inventory, findings in
    var owners = NodePortOwners()
    for service in inventory.services {
      for taken in owners.taken(by: service.resource.object) {
        findings.add(
          taken.summary, at: taken.position, in: service.resource,
          notes: [.init(NodePortOwners.Taken.note, at: taken.first)], hint: NodePortOwners.Taken.hint)
      }
    }
  }
}
