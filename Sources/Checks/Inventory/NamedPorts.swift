internal import Diagnostics
internal import YAML

/// The ports of pods that have names, by these.
struct NamedPorts {
  typealias Port = (name: String, transport: String, position: Position)

  private var ports: [KeyBytes: [Port]] = [:]
  /// In the order of the pods.
  private(set) var names: [String] = []

  /// - Returns: `nil` where something else adds to the pods, and may add ports.
  init?(_ workloads: [Workload]) {
    for workload in workloads {
      if workload.isCompletedElsewhere { return nil }
      for port in workload.containers.filter({ !$0.endsFirst }).flatMap(\.namedPorts) {
        if ports[port.name] == nil { names.append(port.name) }
        ports[port.name, default: []].append(port)
      }
    }
  }

  func called(_ name: String) -> [Port] { ports[name] ?? [] }
}
