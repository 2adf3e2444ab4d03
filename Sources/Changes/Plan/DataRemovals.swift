internal import Resources
internal import YAML

/// Objects that take data with them when they go.
enum DataRemovals {
  static func entries(_ input: PlanInput) -> [PlanEntry] {
    input.gone.compactMap { object in
      guard !KeptObjects.contains(object), let loss = loss(of: object, input) else { return nil }
      var entry = PlanEntry(
        kind: .removal, level: .disruptive, objects: [object],
        summary: "\(ChangeText.object(object)) is removed, and \(loss.what) with it", notes: loss.notes)
      entry.notes.append("kubectl apply alone leaves it there; \(KeptObjects.pruning) it")
      entry.commands = [object.command("delete")]
      if loss.isData { entry.losesData(of: object.name, in: object.namespace, input) }
      return entry
    }
  }

  private static func loss(
    of object: Resource, _ input: PlanInput
  ) -> (what: String, notes: [String], isData: Bool)? {
    switch (object.gvk.group, object.gvk.kind) {
    case ("", "PersistentVolumeClaim"):
      guard !input.goneNamespaces.contains(object.effectiveNamespace) else { return nil }
      return ("the data in it", ["with reclaim policy Retain its volume stays, bound to nothing"], true)
    case ("", "Namespace"):
      let claims = input.claims(inNamespace: object.name)
      let notes =
        claims.isEmpty ? [] : ["claims: \(PlanText.listed(claims))", "claims go with their namespace"]
      return ("everything in it", notes, !claims.isEmpty)
    case ("apiextensions.k8s.io", "CustomResourceDefinition"):
      let definition = Definition(object)
      let users = input.new.resources.count(where: definition.isUsed)
      return (
        "every \(definition.kind) of the cluster",
        users == 0 ? [] : ["the new side still has \(ChangeText.counted(users, "object")) of this kind"], true
      )
    default: return nil
    }
  }
}

/// What a CustomResourceDefinition defines.
private struct Definition {
  let kind: String
  private let group: String

  init(_ object: Resource) {
    kind = object.object.at("spec", "names", "kind")?.text ?? "object of its kind"
    group = object.object.at("spec", "group")?.text ?? ""
  }

  func isUsed(by object: Resource) -> Bool {
    sameBytes(object.gvk.kind, kind) && sameBytes(object.gvk.group, group)
  }
}

extension PlanEntry {
  /// Makes it an error, unless somebody allowed it by name.
  ///
  /// - Parameters:
  ///   - name: of a group or an object.
  ///   - namespace: empty where it lives in none, or in that of the context.
  mutating func losesData(of name: String, in namespace: String, _ input: PlanInput) {
    let whole = namespace.isEmpty ? name : "\(namespace)/\(name)"
    let flag: ShellCommand = "--allow delete-data=\(whole)"
    permission = "delete-data=\(whole)"
    isAllowed = input.mayLoseData.contains { sameBytes($0, whole) || sameBytes($0, name) }
    level = isAllowed ? .disruptive : .error
    notes.append(isAllowed ? "allowed by delete-data=\(whole)" : "if it may go: \(flag.text)")
  }
}
