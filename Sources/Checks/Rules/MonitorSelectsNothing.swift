internal import Diagnostics
internal import Resources
internal import YAML

extension Rule {
  static let monitorSelectsNothing = Rule(
    "monitor-selects-nothing", .warning,
    "A ServiceMonitor or PodMonitor that selects no Service or pod of the set",
    because: "Prometheus scrapes nothing for it, and says nothing of that.",
    bad: """
      kind: ServiceMonitor
      metadata: {name: web, namespace: monitoring}
      spec:
        selector: {matchLabels: {app: web}} # a Service of the namespace shop has it
      """,
    good: """
      spec:
        namespaceSelector: {matchNames: [shop]}
        selector: {matchLabels: {app: web}}
      """,
    each: \.monitors
  ) { monitor, _, findings in
    guard monitor.isMeantForSet && monitor.isEmpty else { return }
    let other = monitor.elsewhere
    findings.add(
      "\(monitor.title) selects no \(monitor.what)", at: monitor.selector.position, in: monitor.resource,
      notes: other.map {
        [.init("this one has the labels, in the namespace \"\($0.namespace)\"", at: $0.place)]
      }
        ?? [],
      hint: other.map { "add namespaceSelector: {matchNames: [\($0.namespace)]}" }
        ?? monitor.remedy)
  }

  static let unknownMonitorPort = Rule(
    "unknown-monitor-port", .warning,
    "A port of a ServiceMonitor or PodMonitor that nothing which it selects has",
    because:
      "Prometheus finds no target, and says nothing of that: ports are named as the Service or container names them.",
    bad: "endpoints: [{port: metrcis}] # the Service's port is called metrics",
    good: "endpoints: [{port: metrics}]",
    each: \.monitors
  ) { monitor, _, findings in
    guard !monitor.isEmpty else { return }
    for node in monitor.ports {
      guard let name = node.text, !name.isEmpty, let known = monitor.knownPorts,
        !known.contains(where: { $0.contains(name) })
      else { continue }
      findings.add(
        "no \(monitor.what) that \(monitor.title) selects has a port named \"\(name)\"", at: node.position,
        in: monitor.resource,
        hint: likely(name, among: known.lazy.flatMap(\.all), otherwise: "their ports are")
          ?? "give the port this name")
    }
  }
}
