internal import Changes
internal import Diagnostics
internal import Resources

/// What runs, as somebody may have written it.
enum RunningSet {
  /// - Returns: `nil` after a report.
  static func read(
    _ request: Adopting.Request, _ options: Build.Options, _ files: SourceFiles, _ report: Report
  ) -> ResourceSet? {
    var set = ResourceSet()
    if let cluster = request.cluster {
      set = LiveSet(cluster, files, report).objects(in: request.namespace) ?? set
    }
    for input in request.inputs {
      guard let part = ComparedSide(input, options, files, report).objects()?.set else { continue }
      set.resources += part.resources
    }
    guard !report.hasErrors else { return nil }
    return written(set, at: request.inputs.first.map(files.place), report)
  }

  /// What the cluster gives every namespace.
  private static let given = [
    ("ConfigMap", "kube-root-ca.crt"), ("ConfigMap", "openshift-service-ca.crt"), ("Service", "kubernetes"),
  ]

  private static func isGiven(_ resource: Resource) -> Bool {
    given.contains { resource.gvk.kind == $0.0 && resource.gvk.group.isEmpty && resource.name == $0.1 }
  }

  /// - Parameter place: where objects were looked for.
  private static func written(_ read: ResourceSet, at place: Position?, _ report: Report) -> ResourceSet? {
    // What a controller made, it makes again.
    let set = ResourceSet(
      read.resources.filter { !ServerFields.isOwned($0) && !isGiven($0) }.map(ServerFields.written))
    SetChecks.identities(set, report)
    if set.resources.isEmpty, !report.hasErrors {
      report.error(
        "nothing-to-adopt", "there are no objects to adopt", at: place,
        hint:
          "give it manifests, such as kubectl get statefulsets,services,poddisruptionbudgets -o yaml prints")
    }
    return report.hasErrors || !NamedPods.areFew(in: set, report) ? nil : set
  }
}
