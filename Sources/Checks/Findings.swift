internal import Diagnostics
internal import Resources
internal import Synchronization

/// Where a rule says what it found: every message carries the rule's name and severity.
final class Findings: Sendable {
  let report: Report
  /// What was found and somebody means.
  let allowed = Report()
  private let rule: Rule
  private let allowances: SetAllowances
  private let using = Mutex<Set<Allowance>>([])

  /// - Parameter parts: into how many the rule's work is cut, this being one: together they help with no more messages than
  ///   one alone.
  init(of rule: Rule, _ allowances: SetAllowances, parts: Int) {
    self.rule = rule
    self.allowances = allowances
    report = Report(mostWithHints: Report.mostWithHints / parts)
  }

  /// What allows something of it.
  var used: Set<Allowance> { using.withLock { $0 } }

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
    if let allowance = allowances.allowance(of: rule.id, at: finding.position, in: resource) {
      using.withLock { _ = $0.insert(allowance) }
      allowed.add(finding.allowed(by: allowance))
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
      if allowances.allowance(of: rule.id, at: place, in: resource) == nil {
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
