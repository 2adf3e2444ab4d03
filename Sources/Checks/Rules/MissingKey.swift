internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingKey = Rule(
    "missing-key", .error, "A key of a ConfigMap or Secret that the object does not have",
    because: """
      The container is not started, or the volume is not mounted, until the key is there. An object without any \
      key is left alone, because somebody else fills it.
      """,
    bad: """
      secretKeyRef:
        name: web
        key: tokne # the Secret has token
      """,
    good: """
      secretKeyRef:
        name: web
        key: token
      """,
    scope: .whole,
    each: \.workloads
  ) { workload, inventory, findings in
    for reference in workload.configs where !reference.isOptional {
      guard let key = reference.key,
        let object = inventory.object(reference.kind, name: reference.name, in: workload.namespace),
        object.object["type"]?.text != "kubernetes.io/service-account-token"
      else { continue }
      let keys = ["data", "binaryData", "stringData"].flatMap {
        object.object[$0]?.mapping?.pairs.map(\.key.text) ?? []
      }
      guard !keys.isEmpty, !isFilledElsewhere(object), !keys.contains(where: { sameBytes($0, key) }) else {
        continue
      }
      findings.add(
        "the \(reference.kind) \"\(reference.name)\" has no key \"\(key)\"", at: reference.position,
        in: workload.resource, notes: [.init("this is the object", at: object.namePosition)],
        hint: likely(key, among: keys, otherwise: "its keys are")
          ?? "name one that it has")
    }
  }

  /// Whether a label or annotation asks a controller to put keys in: OpenShift's, cert-manager's, replicators'.
  private static func isFilledElsewhere(_ resource: Resource) -> Bool {
    let keys = [resource.labels, resource.annotations].flatMap { $0?.pairs.map(\.key.text) ?? [] }
    let marks = ["inject-", "replicate-from", "reflects", "autogenerate", "cert-manager.io/"]
    return keys.contains { key in marks.contains(where: key.contains) }
  }
}
