internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let missingClass = Rule(
    "missing-class", .info,
    "A PriorityClass, IngressClass, RuntimeClass or StorageClass that is not in the set, although others of its kind are",
    because:
      "The object waits for it, or is refused; the set seems to bring its own classes, so a name may be misspelled.",
    bad: "priorityClassName: hihg # the PriorityClass is called high",
    good: "priorityClassName: high",
    scope: .whole
  ) { inventory, findings in
    for reference in ClassReference.references(inventory) {
      let kind = reference.kind
      guard let name = reference.name.text, !name.isEmpty, !name.hasPrefix("system-"),
        !inventory.all(kind.name, kind.group).isEmpty,
        inventory.object(kind.name, kind.group, name: name, in: kind.namespace) == nil
      else { continue }
      findings.add(
        "the \(kind.name) \"\(name)\" is not in this set", at: reference.name.position,
        in: reference.resource,
        hint: inventory.likely(kind.name, kind.group, name: name, in: kind.namespace)
          ?? "add it, or see that the cluster has it")
    }
  }

  static let unusedClass = Rule(
    "unused-class", .info,
    "A PriorityClass, IngressClass, RuntimeClass or StorageClass that no object of the set names, although others are named",
    because: "It is dead weight, or something names it by a wrong name.",
    bad: """
      kind: PriorityClass
      metadata: {name: low} # no pod of the set names it
      """,
    good: "priorityClassName: low",
    scope: .whole
  ) { inventory, findings in
    let references = ClassReference.references(inventory)
    for kind in ClassKind.all {
      let own = references.filter { $0.kind.name == kind.name }
      guard !own.isEmpty || kind.isNamedByPods && !inventory.workloads.isEmpty else { continue }
      let named = Set(texts: own.compactMap(\.name.text))
      for resource in inventory.all(kind.name, kind.group)
      where !named.contains(resource.name) && !kind.isDefault(resource) {
        findings.add(
          "nothing in this set names the \(kind.name) \"\(resource.name)\"", at: resource.namePosition,
          in: resource,
          hint: "name it where it is wanted, or leave it out")
      }
    }
  }
}
