package import YAML

/// A label that things of a namespace have.
package struct NamespacedLabel: Hashable {
  package let namespace: KeyBytes
  package let key: KeyBytes
  /// `nil` for any.
  package let value: KeyBytes?

  package init(namespace: String, key: String, value: String?) {
    self.namespace = KeyBytes(text: namespace)
    self.key = KeyBytes(text: key)
    self.value = value.map(KeyBytes.init)
  }
}
