internal import Resources
internal import YAML

/// Names of ConfigMaps and Secrets that a controller makes of custom objects: sealed, external, issued ones.
struct SecretProducers: Sendable {
  private struct Name: Hashable {
    let name: KeyBytes
    let namespace: KeyBytes

    init(name: String, namespace: String) {
      self.name = KeyBytes(text: name)
      self.namespace = KeyBytes(text: namespace)
    }
  }

  private var names: Set<Name> = []

  init(_ objects: ObjectIndex) {
    for resource in objects.all(where: { !BuiltinKinds.isKnown($0) }) {
      let spec = resource.object["spec"]
      let made = [
        resource.name, spec?["secretName"]?.text, spec?.at("target", "name")?.text,
        spec?.at("destination", "name")?.text,
      ]
      for name in made.compactMap(\.self) {
        names.insert(Name(name: name, namespace: resource.effectiveNamespace))
      }
    }
  }

  func make(_ name: String, in namespace: String) -> Bool {
    names.contains(Name(name: name, namespace: namespace))
  }
}
