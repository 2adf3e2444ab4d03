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
      if loss.isData { entry.losesData(of: object.name, input) }
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
      let kind = object.object.at("spec", "names", "kind")?.text ?? "object of its kind"
      let group = object.object.at("spec", "group")?.text ?? ""
      let users = input.new.resources.count { sameBytes($0.gvk.kind, kind) && sameBytes($0.gvk.group, group) }
      return (
        "every \(kind) of the cluster",
        users == 0 ? [] : ["the new side still has \(ChangeText.counted(users, "object")) of this kind"], true
      )
    default: return nil
    }
  }
}

extension PlanEntry {
  /// Makes it an error, unless somebody allowed it by name.
  mutating func losesData(of name: String, _ input: PlanInput) {
    permission = "delete-data=\(name)"
    isAllowed = input.mayLoseData.contains { sameBytes($0, name) }
    level = isAllowed ? .disruptive : .error
    notes.append(isAllowed ? "allowed by delete-data=\(name)" : "if it may go: --allow delete-data=\(name)")
  }
}
