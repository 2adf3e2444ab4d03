package import Diagnostics
package import YAML
package struct StrategicMerge {
  package init(report: Report) {}
  package enum Outcome { case merged, deleted }
  package func apply(_ patch: Node, to target: inout Node, gvk: GroupVersionKind) -> Outcome { .merged }
}
package struct JSONPatch: Sendable {
  package static func decode(_ node: Node, report: Report) -> JSONPatch? { JSONPatch() }
  package func apply(to target: inout Node, report: Report, describing resource: String) -> Bool { true }
}
