package import Resources
package import YAML

extension Resource {
  /// The zones whose nodes the pods are bound to; empty when nothing binds them.
  package var boundZones: Set<KeyBytes> {
    let spec = object.at("spec", "template", "spec")
    let selector = spec?.at(
      "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
    var zones: Set<KeyBytes> = []
    for expression in (selector?["nodeSelectorTerms"]?.items ?? []).flatMap({
      $0["matchExpressions"]?.items ?? []
    }) where expression["operator"]?.text == "In" && Self.namesZones(expression["key"]?.text ?? "") {
      zones.formUnion((expression["values"]?.items ?? []).compactMap(\.text).map(KeyBytes.init))
    }
    for pair in spec?["nodeSelector"]?.mapping?.pairs ?? [] where Self.namesZones(pair.key.text) {
      if let value = pair.value.text { zones.insert(value) }
    }
    return zones
  }

  private static func namesZones(_ label: String) -> Bool { label.hasSuffix("zone") }
}
