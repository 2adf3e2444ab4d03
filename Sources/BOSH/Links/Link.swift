package import YAML

/// A link that a job gets: who is at its other end.
package struct Link: Sendable {
  /// The name under which all instances are reached.
  package var address: String?
  package var instances: [Node] = []
  package var properties = Mapping()

  package var node: Node {
    .mapping([
      "address": address.map { .string($0) }, "instances": .sequence(instances),
      "properties": .mapping(properties),
    ])
  }

  /// A link that is written out: in the manifest, or by an earlier run.
  init(_ node: Node) {
    address = node["address"]?.text
    instances = node["instances"]?.items ?? []
    properties = node["properties"]?.mapping ?? Mapping()
  }

  init(address: String?, instances: [Node], properties: Mapping) {
    self.address = address
    self.instances = instances
    self.properties = properties
  }
}
