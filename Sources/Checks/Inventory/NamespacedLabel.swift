internal import YAML

/// A label that things of a namespace have.
struct NamespacedLabel: Hashable {
  let namespace: KeyBytes
  let key: KeyBytes
  /// `nil` for any.
  let value: KeyBytes?

  init(namespace: String, key: String, value: String?) {
    self.namespace = KeyBytes(text: namespace)
    self.key = KeyBytes(text: key)
    self.value = value.map(KeyBytes.init)
  }
}
