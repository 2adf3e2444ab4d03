internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let ordinalWithoutPolicy = Rule(
    "ordinal-without-policy", .warning,
    "A Service that selects by an ordinal label which nothing here puts on pods",
    because:
      "A StatefulSet does not label its pods with P/pod-ordinal; where no policy does, the Service has no endpoints.",
    bad: """
      selector: {app: db, example.org/pod-ordinal: "0"} # no policy writes this label
      """,
    good: """
      selector: {app: db, apps.kubernetes.io/pod-index: "0"} # Kubernetes does
      """
  ) { inventory, findings in
    let policies = inventory.all("MutatingAdmissionPolicy", "admissionregistration.k8s.io")
    let labelled = Set(texts: policies.flatMap(\.labelsOfPolicy))
    var others: [KeyBytes: [Service]] = [:]
    var keys: [KeyBytes] = []
    for service in inventory.services {
      guard let selector = service.selector, let key = selector.ordinalKey, !labelled.contains(key),
        !service.workloads.isEmpty, service.workloads.allSatisfy({ $0.labels?[key] == nil })
      else { continue }
      if others[key] == nil { keys.append(KeyBytes(text: key)) }
      others[key, default: []].append(service)
    }
    for key in keys {
      guard let services = others[key.text], let first = services.first, let selector = first.selector else {
        continue
      }
      let more = services.count > 1 ? " and \(services.count - 1) more" : ""
      findings.add(
        "the Service \"\(first.name)\"\(more) selects by the label \"\(key.text)\", which no policy here puts on pods",
        at: selector.position, in: first.resource,
        hint:
          "build it with a Topology that says podOrdinalSource: Label, which adds the policy; or write PodIndex there"
      )
    }
  }
}

extension PodSelector {
  /// The label that says which instance of a group a pod is.
  fileprivate var ordinalKey: String? {
    requirements.map(\.key).first { $0.hasSuffix("/pod-ordinal") }
  }
}

extension Resource {
  /// The labels that a policy of the API server sets, as far as its expressions name them.
  fileprivate var labelsOfPolicy: [String] {
    let mutations = object.at("spec", "mutations")?.items ?? []
    return mutations.flatMap { mutation in
      let texts = [mutation.at("applyConfiguration", "expression"), mutation.at("jsonPatch", "expression")]
      return texts.compactMap { $0?.text }.flatMap { text in
        text.split(whereSeparator: { "\"' ".contains($0) }).map(String.init).filter {
          $0.hasSuffix("/pod-ordinal")
        }
      }
    }
  }
}
