package import Diagnostics
internal import Resources
internal import Synchronization
internal import YAML

/// What is meant although rules find it: said by the object itself, beside the line, or in `zonal.yaml`.
package struct Allowances: Sendable {
  /// An object in `zonal.yaml`, by the names that it is rendered with.
  package struct Entry: Sendable {
    let kind: String
    let name: String
    /// `nil` for any.
    let namespace: String?
    package let allowance: Allowance

    package init(kind: String, name: String, namespace: String?, _ allowance: Allowance) {
      self.kind = kind
      self.name = name
      self.namespace = namespace
      self.allowance = allowance
    }
  }

  /// The annotation by which an object allows what is found in it.
  static let annotation = "zonal/allow"

  private let entries: [KeyBytes: [Entry]]
  private let files: SourceFiles
  private let lines = AllowanceLines()

  package init(_ entries: [Entry] = [], _ files: SourceFiles) {
    self.entries = Dictionary(grouping: entries) { KeyBytes(text: $0.name) }
    self.files = files
  }

  /// What allows that a rule finds something at this place of this object.
  func allowance(of rule: String, at position: Position?, in resource: Resource) -> Allowance? {
    Self.declared(by: resource).first { sameBytes($0.rule, rule) }
      ?? allowance(of: rule, beside: position)
      ?? entries(for: resource).first { sameBytes($0.allowance.rule, rule) }?.allowance
  }

  /// The same where the object is not known.
  package func allowance(of rule: String, beside position: Position?) -> Allowance? {
    guard let position else { return nil }
    return lines.allowances(beside: position, files).first { sameBytes($0.rule, rule) }
  }

  /// What `zonal.yaml` allows of an object.
  func entries(for resource: Resource) -> [Entry] {
    (entries[resource.name] ?? []).filter { entry in
      sameBytes(entry.kind, resource.gvk.kind)
        && entry.namespace.map { sameBytes($0, resource.effectiveNamespace) } ?? true
    }
  }

  static func declared(by resource: Resource) -> [Allowance] {
    guard let node = resource.annotations?[annotation], let text = node.text else { return [] }
    return Allowance.list(text, at: node.position)
  }
}

/// What lines allow, each looked at once: a whole object may stand on one, and thousands of findings with it.
private final class AllowanceLines: Sendable {
  private struct Line: Hashable {
    let file: UInt32
    let number: UInt32
  }

  private let known = Mutex<[Line: [Allowance]]>([:])

  func allowances(beside position: Position, _ files: SourceFiles) -> [Allowance] {
    known.withLock { known in
      let line = Line(file: position.file, number: position.line)
      if let allowances = known[line] { return allowances }
      let allowances = AllowanceComment.allowances(beside: position, files)
      known[line] = allowances
      return allowances
    }
  }
}
