internal import Diagnostics
internal import Resources

/// Where a rule says what it found: every message carries the rule's name and severity.
struct Findings {
  private let rule: Rule
  private let report: Report

  init(of rule: Rule, in report: Report) {
    self.rule = rule
    self.report = report
  }

  /// - Parameters:
  ///   - position: the field in question; what the build itself wrote has no place, then the object's counts.
  ///   - resource: the object that is wrong.
  func add(
    _ summary: String, at position: Position?, in resource: Resource, notes: [Diagnostic.Note] = [],
    hint: @autoclosure () -> String
  ) {
    let hint = report.isCrowded(by: rule.id) ? nil : hint()
    let places = [position ?? .none, resource.namePosition, resource.position]
    report.add(
      Diagnostic(
        rule.id, rule.severity, summary, at: places.first { $0.isKnown } ?? places.last, notes: notes,
        hint: hint))
  }
}
