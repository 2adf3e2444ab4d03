internal import Diagnostics
internal import Resources

/// Where a rule says what it found: every message carries the rule's name and severity.
struct Findings {
  private let rule: Rule
  private let report: Report
  private let allowed: AllowedFindings

  init(of rule: Rule, in report: Report, _ allowed: AllowedFindings) {
    self.rule = rule
    self.report = report
    self.allowed = allowed
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
    let finding = Diagnostic(
      rule.id, rule.severity, summary, at: places.first { $0.isKnown } ?? places.last, notes: notes,
      hint: hint)
    if let allowance = allowed.allowance(of: rule.id, at: finding.position, in: resource) {
      allowed.add(finding, by: allowance)
    } else {
      report.add(finding)
    }
  }

  /// The same of several objects that have what is wrong from one place.
  func add(
    _ summary: String, at position: Position?, in resources: [Resource], hint: @autoclosure () -> String
  ) {
    let place = position ?? .none
    var unallowed: [Resource] = []
    for resource in resources {
      if allowed.allowance(of: rule.id, at: place, in: resource) == nil {
        unallowed.append(resource)
      } else {
        add(summary, at: place, in: resource, notes: [.init(Self.owners([resource]))], hint: hint())
      }
    }
    guard let first = unallowed.first else { return }
    add(summary, at: place, in: first, notes: [.init(Self.owners(unallowed))], hint: hint())
  }

  /// `in StatefulSet "db"`, or `in 3 StatefulSets: db-a, db-b, db-c`.
  private static func owners(_ objects: [Resource]) -> String {
    if objects.count == 1 { return "in \(objects[0].id)" }
    let kinds = Set(objects.map(\.gvk.kind))
    let shown = objects.prefix(mostOwners).map(\.name).joined(separator: ", ")
    let what = kinds.count == 1 ? "\(objects[0].gvk.kind)s" : "objects"
    return "in \(objects.count) \(what): \(shown)\(objects.count > mostOwners ? ", …" : "")"
  }

  private static let mostOwners = 5
}
