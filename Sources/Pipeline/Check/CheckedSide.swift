internal import Checks
internal import Diagnostics
internal import Layers
internal import Machine

/// What was found on one side, apart from what was wrong with reading it.
struct CheckedSide: Sendable {
  let input = Report()
  let findings = Report()
  /// What is there of its output and would be written otherwise, and what the cluster has otherwise, as unified diffs.
  let differences: [String]

  init(
    _ side: String, _ options: Check.Options, _ levels: CheckLevels, _ lint: Lint, _ files: SourceFiles
  ) {
    let reading = Report()
    let set = ComparedSide(side, options.build, files, reading).set()
    var known: Set<Finding> = []
    for diagnostic in reading.diagnostics {
      // A build warns of some of this itself, where the group is known.
      if diagnostic.severity != .error, let rule = Rule.named(diagnostic.id) {
        known.insert(Finding(diagnostic))
        if let severity = levels.severity(of: rule) { findings.add(diagnostic.with(severity)) }
      } else {
        input.add(diagnostic)
      }
    }
    guard let set, !reading.hasErrors else {
      differences = []
      return
    }
    let found = Report()
    lint.check(set, found)
    for diagnostic in found.diagnostics where !known.contains(Finding(diagnostic)) {
      findings.add(diagnostic)
    }
    if let cluster = options.server {
      ServerCheck(cluster, levels, files, input, findings).check(set, side)
    }
    var drift: String?
    if let cluster = options.live {
      let check = DriftCheck(
        cluster: cluster, levels: levels, files: files, report: input, findings: findings)
      drift = check.check(set, side)
    }
    differences = [
      OutputCheck(of: side, options, levels, files, findings, input: input)?.check(set), drift,
    ].compactMap(\.self)
  }

  private struct Finding: Hashable {
    let id: String
    let position: Position?

    init(_ diagnostic: Diagnostic) {
      id = diagnostic.id
      position = diagnostic.position
    }
  }
}

extension Diagnostic {
  fileprivate func with(_ severity: Severity) -> Diagnostic {
    var other = self
    other.severity = severity
    return other
  }
}
