import Diagnostics
import Resources
import Testing
import YAML

@testable import Changes

/// What the tests of plans are about: manifests written as text.
enum PlanSetup {
  static func object(_ text: String) -> Resource {
    let documents = Composer.compose(
      SourceFile(path: "test.yaml", bytes: Array(text.utf8)), index: 1, report: Report())
    return Resource(object: documents?.first ?? "unreadable")
  }

  /// A StatefulSet `db` from those fields of its spec that a test is about, in flow style.
  static func statefulSet(_ fields: String = "", image: String = "db:1") -> Resource {
    object(
      """
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db}
      spec:
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: "\(image)"}]}
      """
        + fields.split(separator: "\n").map { "\n  \($0)" }.joined())
  }

  static func plan(_ old: Resource..., to new: Resource...) -> Plan {
    Plan(old: ResourceSet(old), new: ResourceSet(new))
  }
}

extension Plan {
  /// The entries of a kind, as `summary`.
  func summaries(_ kind: PlanEntry.Kind) -> [String] { entries.filter { $0.kind == kind }.map(\.summary) }

  func pods(_ kind: PlanEntry.Kind) -> [String] {
    entries.filter { $0.kind == kind }.flatMap(\.pods).flatMap(\.names)
  }
}
