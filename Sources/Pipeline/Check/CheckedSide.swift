internal import Checks
internal import Diagnostics
internal import Machine
internal import Resources

/// What was found on one side, apart from what was wrong with reading it.
struct CheckedSide: Sendable {
  /// As the user names it.
  let name: String
  let input = Report()
  let findings = Report()
  /// What was found and is meant.
  let allowed = Report()
  /// What allowed something, and what objects of this side might have allowed.
  private(set) var usedAllowances: Set<Allowance> = []
  private(set) var declaredAllowances: Set<Allowance> = []
  /// Of a side that is the only one: the program ends before what was looked at would have to be taken apart.
  private var kept: Lint.Result?
  /// What is there of its output and would be written otherwise, and what the cluster has otherwise, as unified diffs.
  private(set) var differences: [String] = []

  init(_ name: String, _ run: CheckRun) {
    let reading = Report()
    let set = ComparedSide(name, run.options.build, run.files, reading).objects()?.set
    self.init(set, name, reading, run)
    guard let set, !reading.hasErrors else { return }
    if let cluster = run.options.server {
      ServerCheck(cluster, run.levels, run.files, input, findings).check(set, name)
    }
    var drift: String?
    if let cluster = run.options.live {
      let check = DriftCheck(
        cluster: cluster, levels: run.levels, files: run.files, report: input, findings: findings)
      drift = check.check(set, name)
    }
    let output = OutputCheck(of: name, run.options, run.levels, run.files, findings, input: input)
    differences = [output?.check(set), drift].compactMap(\.self)
  }

  /// What was built already.
  init(of rendering: Rendering, _ name: String, _ run: CheckRun) {
    self.init(rendering.set, name, rendering.report, run)
  }

  private init(_ set: ResourceSet?, _ name: String, _ reading: Report, _ run: CheckRun) {
    self.name = name
    let known = takeFindings(of: reading, run)
    guard let set else { return }
    let result = run.lint(name, isDamaged: reading.hasErrors).check(set, run.allowances)
    for diagnostic in result.findings where !known.contains(SaidFinding(diagnostic)) {
      findings.add(diagnostic)
    }
    for diagnostic in result.allowed { allowed.add(diagnostic) }
    usedAllowances.formUnion(result.used)
    declaredAllowances = result.declared
    if run.isOfOneSide { kept = result }
  }

  /// - Returns: what the build said of what rules find.
  private mutating func takeFindings(of reading: Report, _ run: CheckRun) -> Set<SaidFinding> {
    var known: Set<SaidFinding> = []
    for diagnostic in reading.diagnostics {
      guard diagnostic.severity != .error, let rule = Rule.named(diagnostic.id) else {
        input.add(diagnostic)
        continue
      }
      known.insert(SaidFinding(diagnostic))
      guard let severity = run.levels.severity(of: rule) else { continue }
      if let allowance = run.allowances.allowance(of: rule.id, beside: diagnostic.position) {
        usedAllowances.insert(allowance)
        allowed.add(diagnostic.with(severity).allowed(by: allowance))
      } else {
        findings.add(diagnostic.with(severity))
      }
    }
    return known
  }
}

extension Diagnostic {
  fileprivate func with(_ severity: Severity) -> Diagnostic {
    var other = self
    other.severity = severity
    return other
  }
}
