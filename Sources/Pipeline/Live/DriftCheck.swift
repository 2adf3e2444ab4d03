internal import Changes
internal import Diagnostics
internal import Resources

/// Compares what a set renders to with what the cluster has of it.
struct DriftCheck {
  let cluster: Cluster
  let levels: CheckLevels
  let files: SourceFiles
  /// For what keeps the cluster from being read.
  let report: Report
  let findings: Report

  private static let shownObjects = 10

  /// - Returns: what differs, as a unified diff; `nil` when nothing does.
  func check(_ set: ResourceSet, _ side: String) -> String? {
    guard let severity = levels.severity(of: OutputRule.drift) else { return nil }
    let live = LiveObjects(cluster, files, report).standing(for: ResourceSet(), set, .people)
    guard let live else { return nil }
    let comparison = Comparison(old: live, new: set)
    guard !comparison.isEmpty else { return nil }
    let notes = comparison.objects.map { change in
      Diagnostic.Note("\(change.object.id) \(change.old == nil ? "is not there" : "differs")")
    }
    let rest = notes.count - Self.shownObjects
    findings.add(
      Diagnostic(
        OutputRule.drift.rawValue, severity, "the cluster does not run what \(side) renders to",
        at: files.place(of: side),
        notes: notes.prefix(Self.shownObjects) + (rest > 0 ? [.init("and \(rest) more objects")] : []),
        hint: "zonal plan --live \(side) tells what an apply would do"))
    return Escape.line("diff \(cluster.shown) \(side)") + "\n" + UnifiedRenderer(comparison).text
  }
}
