internal import Resources
internal import YAML

/// An object that takes data with it when it goes.
struct DataRemoval: PlanFinding {
  enum Loss: Equatable {
    case claim
    /// With the claims in it.
    case namespace(claims: [String])
    /// With the kind that it defines, and the number of the new side's objects of that.
    case definition(of: String, users: Int)
  }

  let object: Resource
  let loss: Loss
  /// What would allow it; `nil` where no data is in what goes.
  let permission: LossPermission?

  static func all(in input: PlanInput) -> [DataRemoval] {
    input.gone.compactMap { object in
      guard !KeptObjects.contains(object), let loss = Loss(of: object, input) else { return nil }
      let permission =
        loss == .namespace(claims: []) ? nil : LossPermission(object.name, in: object.namespace, input)
      return DataRemoval(object: object, loss: loss, permission: permission)
    }
  }
}

extension DataRemoval.Loss {
  fileprivate init?(of object: Resource, _ input: PlanInput) {
    switch (object.gvk.group, object.gvk.kind) {
    case ("", "PersistentVolumeClaim"):
      guard !input.goneNamespaces.contains(object.effectiveNamespace) else { return nil }
      self = .claim
    case ("", "Namespace"): self = .namespace(claims: input.claims(inNamespace: object.name))
    case ("apiextensions.k8s.io", "CustomResourceDefinition"):
      let definition = Definition(object)
      self = .definition(of: definition.kind, users: input.new.resources.count(where: definition.isUsed))
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

// MARK: - In words

extension DataRemoval {
  var entry: PlanEntry {
    var entry = PlanEntry(
      kind: .removal, level: .disruptive, objects: [object],
      summary: "\(ChangeText.object(object)) is removed, and \(loss.what) with it", notes: loss.notes)
    entry.notes.append("kubectl apply alone leaves it there; \(KeptObjects.pruning) it")
    entry.commands = [object.command("delete")]
    if let permission { entry.asks(for: permission) }
    return entry
  }
}

extension DataRemoval.Loss {
  fileprivate var what: String {
    switch self {
    case .claim: "the data in it"
    case .namespace: "everything in it"
    case .definition(let kind, _): "every \(kind) of the cluster"
    }
  }

  fileprivate var notes: [String] {
    switch self {
    case .claim: ["with reclaim policy Retain its volume stays, bound to nothing"]
    case .namespace(let claims):
      claims.isEmpty ? [] : ["claims: \(PlanText.listed(claims))", "claims go with their namespace"]
    case .definition(_, let users):
      users == 0 ? [] : ["the new side still has \(ChangeText.counted(users, "object")) of this kind"]
    }
  }
}
