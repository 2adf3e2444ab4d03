internal import Diagnostics
internal import YAML

/// The ports of pods that have names, by these.
struct NamedPorts {
  typealias Port = (name: String, transport: String, position: Position)

  /// In the order of the pods.
  private var ports: [Port] = []
  /// Places among them, where they are many.
  private var places: [KeyBytes: [Int]] = [:]

  /// - Returns: `nil` where something else adds to the pods, and may add ports.
  init?(_ workloads: [Workload]) {
    for workload in workloads {
      if workload.isCompletedElsewhere { return nil }
      for port in workload.containers.filter({ !$0.endsFirst }).flatMap(\.namedPorts) {
        ports.append(port)
      }
    }
    guard ports.count > Self.few else { return }
    for (place, port) in ports.enumerated() { places[port.name, default: []].append(place) }
  }

  /// So many are looked through as soon as they are looked up.
  private static let few = 8

  func called(_ name: String) -> [Port] {
    if ports.count > Self.few { return (places[name] ?? []).map { ports[$0] } }
    return ports.filter { sameBytes($0.name, name) }
  }

  /// Each once.
  var names: [String] {
    var known: Set<KeyBytes> = []
    return ports.map(\.name).filter { known.insert($0) }
  }
}
