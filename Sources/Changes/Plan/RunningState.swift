package import Resources
internal import YAML

/// What a cluster says of the pods and claims that a plan is not sure of.
package struct RunningState: Sendable {
  /// The revision that each pod runs, and the one that its StatefulSet is to run.
  private var revisions: [[KeyBytes]: String] = [:]
  private var wanted: [[KeyBytes]: String] = [:]
  private var claims: Set<[KeyBytes]> = []

  /// - Parameter objects: as the cluster gives them, with their status.
  package init(_ objects: [Resource]) {
    for object in objects {
      let key = [object.effectiveNamespace, object.name].map(KeyBytes.init)
      switch object.gvk.kind {
      case "Pod": revisions[key] = object.labels?["controller-revision-hash"]?.text
      case "StatefulSet": wanted[key] = object.object.at("status", "updateRevision")?.text
      case "PersistentVolumeClaim": claims.insert(key)
      default: break
      }
    }
  }

  /// Whether a pod runs an older template than its StatefulSet has; one of which that is not known may.
  func isOutdated(_ pod: String, of set: RunningSet) -> Bool {
    let namespace = set.resource.effectiveNamespace
    guard let revision = revisions[[namespace, pod].map(KeyBytes.init)],
      let wanted = wanted[[namespace, set.name].map(KeyBytes.init)]
    else { return true }
    return !sameBytes(revision, wanted)
  }

  func hasClaim(_ name: String, inNamespace namespace: String) -> Bool {
    claims.contains([namespace, name].map(KeyBytes.init))
  }
}

extension Plan {
  /// The objects, by their names alone, of which a cluster could tell what the manifests don't: the pods that may restart,
  /// with their StatefulSets, and the claims that may be there already.
  ///
  /// Empty where there are more than ``mostQuestions``.
  package var questions: [Resource] {
    let lists = entries.filter { [.possibleRestart, .addition].contains($0.kind) }
    let questions = lists.flatMap { entry in
      entry.pods.flatMap { list -> [Resource] in
        let namespace = list.owner.namespace
        if entry.kind == .addition {
          return list.claims.map { .named($0, "v1", "PersistentVolumeClaim", namespace) }
        }
        return [.named(list.owner.name, "apps/v1", "StatefulSet", namespace)]
          + list.names.map { .named($0, "v1", "Pod", namespace) }
      }
    }
    return questions.count > Self.mostQuestions ? [] : questions
  }

  /// A call asks for a few hundred.
  private static let mostQuestions = 1_500
}

extension Resource {
  fileprivate static func named(
    _ name: String, _ apiVersion: String, _ kind: String, _ namespace: String
  ) -> Resource {
    var metadata: Node = .mapping(["name": .string(name)])
    if !namespace.isEmpty { metadata = .mapping(["name": .string(name), "namespace": .string(namespace)]) }
    return Resource(
      object: .mapping(["apiVersion": .string(apiVersion), "kind": .string(kind), "metadata": metadata]))
  }
}
