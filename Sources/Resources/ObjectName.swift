internal import YAML

/// What a reference within a set of objects goes by: it names no group and no version of an API.
package struct ObjectName: Hashable, Sendable {
  private let kind: KeyBytes
  private let name: KeyBytes
  private let namespace: KeyBytes

  package init(kind: String, name: String, namespace: String) {
    self.kind = KeyBytes(text: kind)
    self.name = KeyBytes(text: name)
    self.namespace = KeyBytes(text: namespace)
  }
}
