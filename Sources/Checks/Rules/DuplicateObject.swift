internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let duplicateObject = Rule(
    "duplicate-object", .warning, "An object that is in the set twice",
    because: "The later one overwrites the earlier when they are applied, and Helm refuses them.",
    bad: """
      kind: Service
      metadata:
        name: web
      ---
      kind: Service
      metadata:
        name: web
      """,
    good: """
      kind: Service
      metadata:
        name: web
      ---
      kind: Service
      metadata:
        name: db
      """
  ) { inventory, findings in
    for namesakes in inventory.namesakes {
      var first: [ResourceID: Resource] = [:]
      for resource in namesakes where isItself(resource) {
        // Versions are views of one object. Without a namespace it goes to one that the set does not know.
        var id = resource.id
        id.gvk.version = ""
        guard let other = first[id] else {
          first[id] = resource
          continue
        }
        findings.add(
          "\(resource.gvk.kind) \"\(resource.name)\" is in the set twice", at: resource.namePosition,
          in: resource, notes: [.init("the first one", at: other.namePosition)],
          hint: "leave one of them out, or give it another name")
      }
    }
  }

  /// Not what gets a name of its own each time, nor what Helm makes for a while.
  private static func isItself(_ resource: Resource) -> Bool {
    !resource.name.hasSuffix("*") && resource.annotations?["helm.sh/hook"] == nil
  }
}
