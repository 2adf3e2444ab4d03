internal import Checks
internal import Diagnostics
internal import Machine

/// What is said to be meant, and silences nothing or no rule.
struct AllowanceReview {
  private struct Place: Hashable {
    let path: String
    let line: UInt32
    let rule: String
  }

  private let sides: [CheckedSide]
  private let run: CheckRun
  /// Whether what is in no side is nowhere.
  private let isOfAll: Bool
  /// Whether some of what allowances may be for was not looked for.
  private let hasBases: Bool
  private let written: Set<Allowance>

  init(_ sides: [CheckedSide], _ run: CheckRun, isOfAll: Bool) {
    self.sides = sides
    self.run = run
    self.isOfAll = isOfAll
    hasBases = sides.contains { CheckRun.isBase($0.name) }
    written = Set(run.levels.allowed.map(\.allowance))
  }

  /// Sides that can't be read find nothing, which says nothing.
  func report(to report: Report) {
    guard !sides.contains(where: \.input.hasErrors) else { return }
    let used = Set(sides.flatMap { $0.usedAllowances.map(place) })
    let known = Check.setRules.map(\.id)
    var said: Set<Place> = []
    for allowance in all where said.insert(place(allowance)).inserted {
      if Rule.named(allowance.rule) == nil {
        CheckLevels.sayUnknown(
          allowance.rule, among: known, .warning, at: allowance.position, report)
      } else if !used.contains(place(allowance)), isCurrent(allowance) {
        sayUnused(allowance, report)
      }
    }
  }

  private var all: [Allowance] {
    let declared = sides.reduce(into: Set<Allowance>()) { $0.formUnion($1.declaredAllowances) }
    let all = AllowanceComment.all(run.files) + declared + (isOfAll ? written.subtracting(declared) : [])
    return all.sorted { $0.place < $1.place }
  }

  /// Whether it would have silenced something by now: a base that others share may need it for these.
  private func isCurrent(_ allowance: Allowance) -> Bool {
    guard let rule = Rule.named(allowance.rule), run.levels.severity(of: rule) != nil else { return false }
    if rule.scope == .whole, hasBases { return false }
    if isOfAll || written.contains(allowance) { return true }
    let path = run.files[allowance.position.file].path
    return sides.contains { $0.name == path || FilePath.isInside(path, FilePath.normalized($0.name)) }
  }

  private func sayUnused(_ allowance: Allowance, _ report: Report) {
    guard let severity = run.levels.severity(of: OutputRule.unusedAllowance) else { return }
    report.add(
      Diagnostic(
        OutputRule.unusedAllowance.rawValue, severity,
        "\"\(allowance.rule)\" is allowed here, and finds nothing here", at: allowance.position,
        hint: "take it away, so that it hides nothing later"))
  }

  private func place(_ allowance: Allowance) -> Place {
    Place(
      path: run.files[allowance.position.file].path, line: allowance.position.line, rule: allowance.rule)
  }
}

extension Allowance {
  fileprivate var place: (UInt32, UInt32, UInt32) { (position.file, position.line, position.column) }
}
