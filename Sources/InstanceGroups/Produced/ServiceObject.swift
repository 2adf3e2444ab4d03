import Diagnostics
import YAML

/// What a Service is for, as its label `P/service-role` says: a scrape configuration that goes by one takes each pod once.
enum ServiceRole: String {
  case instance, zone, group
}

extension GroupPlan {
  /// A Service of the group, with the user's settings in it.
  func service(
    named name: String, role: ServiceRole, type: ServiceType, labels: Mapping, selector: Mapping,
    settings: CommonServiceSettings,
    _ placeholders: Placeholders
  ) -> Node {
    var spec = Mapping()
    switch type {
    case .clusterIP: break
    case .headless: spec["clusterIP"] = "None"
    case .nodePort, .loadBalancer: spec["type"] = .string(type.rawValue)
    }
    if settings.publishNotReadyAddresses.value {
      spec["publishNotReadyAddresses"] = .bool(true, at: settings.publishNotReadyAddresses.position)
    }
    if !ports.isEmpty {
      var list = Node.sequence(ports.map(\.node))
      placeholders.replace(in: &list)
      spec["ports"] = list
    }
    spec["selector"] = .mapping(self.labels.forService(selector))
    spec.mergeDeeply(placeholders.replace(in: settings.spec))
    var labels = placeholders.replace(in: settings.labels, under: "labels").merging(labels)
    labels[self.labels.serviceRole] = .string(role.rawValue)
    return object(
      "v1", "Service", name: name, labels: labels,
      annotations: placeholders.replace(in: settings.annotations, under: "annotations"),
      ["spec": .mapping(spec)], placeholders)
  }
}
