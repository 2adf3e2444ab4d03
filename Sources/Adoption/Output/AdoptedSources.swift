package import Diagnostics
package import Resources
package import YAML

/// What an adoption writes, before it is text.
package struct AdoptedSources: Sendable {
  package struct Group: Sendable {
    package let name: String
    package let namespace: String
    package let node: Node
    /// Where the first of its workloads stands, and other objects that it makes without being told.
    package let places: [Position]
    /// How many workloads and other objects it stands for.
    package let workloads: Int
    package let objects: Int
  }

  package var topology: Node?
  package var groups: [Group] = []
  /// What stays a plain resource.
  package var rest: [Resource] = []
  package var remarks: [Remark] = []
  /// What the zones of workloads are called, by their places among the objects that were read.
  package var zones: [Int: String] = [:]

  package init() {}
}
