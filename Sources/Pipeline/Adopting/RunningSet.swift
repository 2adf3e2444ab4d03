internal import Changes
internal import Diagnostics
internal import Resources

/// What runs, as somebody may have written it.
enum RunningSet {
  /// - Returns: `nil` after a report.
  static func read(
    _ inputs: [String], _ options: Build.Options, _ files: SourceFiles, _ report: Report
  ) -> ResourceSet? {
    var set = ResourceSet()
    for input in inputs {
      guard let part = ComparedSide(input, options, files, report).set() else { continue }
      set.resources += part.resources
    }
    guard !report.hasErrors else { return nil }
    return written(set, report)
  }

  static func written(_ read: ResourceSet, _ report: Report) -> ResourceSet? {
    // What a controller made, it makes again.
    let set = ResourceSet(
      read.resources.filter { !ServerFields.isOwned($0) }.map(ServerFields.written))
    SetChecks.identities(set, report)
    if set.resources.isEmpty, !report.hasErrors {
      report.error(
        "nothing-to-adopt", "there are no objects to adopt",
        hint:
          "give it manifests, such as kubectl get statefulsets,services,poddisruptionbudgets -o yaml prints")
    }
    return report.hasErrors ? nil : set
  }
}
