import Diagnostics
import Resources

/// What a Topology must satisfy beyond its schema.
enum TopologyCheck {
  static func check(_ spec: TopologySpec, _ report: Report) {
    WorkloadName.check(spec.workloadName, report)
    OrdinalPolicy.checkServer(spec, report)
    if let deployment = spec.deployment {
      Labels.checkValue(deployment.value, "deployment", at: deployment.position, report)
    }
    if !DNSName.isSubdomain(spec.labelPrefix.value) {
      report.error(
        "bad-label-prefix", "\"\(spec.labelPrefix.value)\" can't be what labels begin with",
        at: spec.labelPrefix.position, hint: "write a DNS name without \"/\", such as \"example.org\"")
    }
  }
}
