/// The objects of a build, in order.
package struct ResourceSet: Sendable {
  package var resources: [Resource]

  package init(_ resources: [Resource] = []) {
    self.resources = resources
  }
}
