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

  /// What the line of a place allows of a rule.
  package func allowance(of rule: String, beside position: Position?) -> Allowance? {
    position.flatMap { lines.allowances(beside: $0, files)[rule] }
  }

  /// What `zonal.yaml` allows of an object, by rules.
  func entries(for resource: Resource) -> [KeyBytes: Allowance] {
    let named = (entries[resource.name] ?? []).filter { entry in
      sameBytes(entry.kind, resource.gvk.kind)
        && entry.namespace.map { sameBytes($0, resource.effectiveNamespace) } ?? true
    }
    return named.map(\.allowance).byRule
  }

  /// What an object allows itself, by rules.
  static func declared(by resource: Resource) -> [KeyBytes: Allowance] {
    guard let node = resource.annotations?[annotation], let text = node.text else { return [:] }
    return Allowance.list(text, at: node.position).byRule
  }
}

extension [Allowance] {
  /// The first of each rule.
  fileprivate var byRule: [KeyBytes: Allowance] {
    Dictionary(map { (KeyBytes(text: $0.rule), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What lines allow, each looked at once: a whole object may stand on one, and thousands of findings with it.
private final class AllowanceLines: Sendable {
  private struct Line: Hashable {
    let file: UInt32
    let number: UInt32
  }

  private let known = Mutex<[Line: [KeyBytes: Allowance]]>([:])
  /// Whether files allow anything: most don't, and their lines need not be looked for.
  private let files = Mutex<[UInt32: Bool]>([:])

  func allowances(beside position: Position, _ files: SourceFiles) -> [KeyBytes: Allowance] {
    guard mayAllow(position.file, files) else { return [:] }
    return known.withLock { known in
      let line = Line(file: position.file, number: position.line)
      if let allowances = known[line] { return allowances }
      let allowances = AllowanceComment.allowances(beside: position, files).byRule
      known[line] = allowances
      return allowances
    }
  }

  private func mayAllow(_ file: UInt32, _ files: SourceFiles) -> Bool {
    self.files.withLock { known in
      if let may = known[file] { return may }
      let may = AllowanceComment.stand(in: file, files)
      known[file] = may
      return may
    }
  }
}
