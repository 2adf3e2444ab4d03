internal import Changes
internal import Diagnostics
internal import Machine
internal import Resources

/// Adopted sources, built and compared with what runs.
struct AdoptionProof: Sendable {
  private let plan: Plan
  private let comparison: Comparison

  /// - Returns: `nil` after a report.
  init?(
    _ files: [(path: String, bytes: [UInt8])], of running: ResourceSet, shown: String,
    _ options: Build.Options,
    _ report: Report
  ) {
    guard let directory = try? TemporaryDirectory("zonal-adopt") else {
      report.add(
        Diagnostic(
          "no-temporary-directory", cause: .system, "no temporary directory can be made",
          hint: "see that there is room below $TMPDIR"))
      return nil
    }
    defer { directory.remove() }
    do throws(WholeFile.Failure) {
      for file in files {
        try WholeFile.write([file.bytes], to: FilePath.join(directory.path, file.path))
      }
    } catch {
      report.add(
        Diagnostic("unwritable-file", cause: .system, "\(error.path) can't be written: \(error.reason)"))
      return nil
    }
    // What is wrong with what was written is no mistake of the user's.
    let messages = Report()
    let built = Build(options: options).set(of: directory.path, shown: shown, options.sourceFiles, messages)
    guard let built else {
      let reason = messages.diagnostics.first { $0.severity == .error }?.summary ?? "nothing was built"
      report.error(
        "adoption-failed", "what was found can't be built: \(reason)",
        hint: "name the workloads of a group with --group, or adopt fewer objects at a time")
      return nil
    }
    plan = Plan(old: running, new: built)
    comparison = Comparison(old: running, new: built)
  }

  /// Whether nothing happens: that a mark of a move is there without one is no event.
  var isExact: Bool { plan.entries.allSatisfy { $0.kind == .move && $0.level == .note && $0.pods.isEmpty } }

  var text: String {
    let changes = comparison.isEmpty ? "nothing differs\n" : PathsRenderer(comparison).text
    return "$ zonal plan\n\(PlanTextRenderer(plan).text)\n$ zonal diff\n\(changes)"
  }
}
