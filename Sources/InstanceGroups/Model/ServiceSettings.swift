package import Diagnostics
package import YAML

package struct GroupServices: Sendable {
  package var perInstance = InstanceServiceSettings()
  package var perZone = ServiceSettings()
  /// Absent: one headless Service with the group's name.
  package var aggregate: [AggregateService]?

  static let schema = Schema("services", initial: GroupServices()) {
    Field(
      "perInstance", .object(InstanceServiceSettings.schema), \.perInstance,
      "One Service for each instance, with its pod's name; enabled unless it says otherwise.")
    Field(
      "perZone", .object(ServiceSettings.schema), \.perZone,
      "One Service for the instances of each zone, with the StatefulSet's name; not enabled by default.")
    Field(
      "aggregate", .list(of: .object(AggregateService.schema)), \.aggregate,
      "Services for all instances; one headless one with the group's name when absent.")
  }
}

/// The Services that there is one of for each instance.
package struct InstanceServiceSettings: HasServiceSettings {
  package var enabled: Located<Bool>?
  package var type = ServiceType.clusterIP
  package var common = CommonServiceSettings()
  package var nodePortBase: Located<Int>?

  static let schema = Schema(
    "Service settings", initial: InstanceServiceSettings()
  ) {
    switches
    Field(
      "nodePortBase", .located(.integer(in: NodePorts.range)), \.nodePortBase,
      "NodePort: the first node port; each instance takes as many as there are ports, by its index.")
    commonFields
  }
}

/// The Services that there is one of for each zone.
package struct ServiceSettings: HasServiceSettings {
  package var enabled: Located<Bool>?
  package var type = ServiceType.clusterIP
  package var common = CommonServiceSettings()

  static let schema = Schema("Service settings", initial: ServiceSettings()) {
    switches
    commonFields
  }
}

package enum ServiceType: String, Sendable, CaseIterable {
  case clusterIP = "ClusterIP"
  case headless = "Headless"
  case nodePort = "NodePort"
  case loadBalancer = "LoadBalancer"
}

/// A Service for all instances of a group.
package struct AggregateService: HasCommonServiceSettings {
  package var name = Located("", Position.none)
  package var headless = false
  package var common = CommonServiceSettings()

  static let schema = Schema(
    "aggregate Service", initial: AggregateService()
  ) {
    Field("name", .located(.string), \.name, required: true, "The Service's name.")
    Field("headless", .boolean, \.headless, "Whether its name resolves to the pods themselves.")
    commonFields
  }
}

/// What can be said of every generated Service.
package struct CommonServiceSettings: Sendable {
  package var labels = Mapping()
  package var annotations = Mapping()
  package var publishNotReadyAddresses = Located(false, Position.none)
  package var spec = Mapping()
}

protocol HasCommonServiceSettings: Sendable {
  var common: CommonServiceSettings { get set }
}

/// What can be said of Services that there is one of for each of something.
protocol HasServiceSettings: HasCommonServiceSettings {
  var enabled: Located<Bool>? { get set }
  var type: ServiceType { get set }
}

extension HasServiceSettings {
  @FieldTable<Self> static var switches: [Field<Self>] {
    Field("enabled", .located(.boolean), \.enabled, "Whether there are these Services.")
    Field("type", .choice(), \.type, "ClusterIP, Headless, NodePort or LoadBalancer.")
  }
}

extension HasCommonServiceSettings {
  @FieldTable<Self> static var commonFields: [Field<Self>] {
    Field("labels", .strings, \.common.labels, "More labels of the Service.")
    Field("annotations", .strings, \.common.annotations, "More annotations of the Service.")
    Field(
      "publishNotReadyAddresses", .located(.boolean), \.common.publishNotReadyAddresses,
      "Whether pods are reached before they are ready.")
    Field("spec", .mapping, \.common.spec, "More fields of the ServiceSpec.")
  }
}
