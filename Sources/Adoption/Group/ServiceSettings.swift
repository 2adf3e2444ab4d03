internal import Diagnostics
internal import InstanceGroups
internal import Resources
internal import YAML

/// What is said of Services beside what every one of them gets.
extension Draft {
  /// What several Services of one kind say alike.
  ///
  /// - Parameters:
  ///   - words: what stands in each for what it is made for.
  ///   - selectors: what the group has each select anyway.
  func common(
    _ services: [Neighbour], of words: [ZoneWords], _ selectors: [Mapping], isAggregate: Bool = false
  ) -> Mapping {
    guard !services.isEmpty else { return Mapping() }
    var merging = Generalisation(words)
    let bodies = zip(services, selectors).map { service, selector in
      body(of: service, selector, isAggregate: isAggregate)
    }
    var said = merging.merged(bodies).mapping ?? Mapping()
    if !isAggregate, let type = Self.type(of: services) { said["type"] = type }
    said.pairs.removeAll { $0.value.mapping?.isEmpty == true }
    return said.inOrder(["enabled", "type", "publishNotReadyAddresses", "labels", "annotations", "spec"])
  }

  /// The first node port of the Services of instances, where they are numbered by the index of the instance and by port.
  func nodePortBase(of services: [Neighbour]) -> Int? {
    let ports = services.map { $0.resource.object[["spec", "ports"]]?.items ?? [] }
    guard let base = ports.first?.first?["nodePort"]?.number,
      let count = ports.first?.count
    else {
      return nil
    }
    let numbers = ports.map { $0.map { $0["nodePort"]?.number } }
    return numbers.joined().elementsEqual((0..<count * services.count).map { base + $0 }) ? base : nil
  }

  private func body(of service: Neighbour, _ selector: Mapping, isAggregate: Bool) -> Node {
    let object = service.resource.object
    var spec = object["spec"]?.mapping ?? Mapping()
    var body = Mapping()
    spec["selector"] = spec["selector"]?.mapping?.without(selector).known
    if let ports = spec["ports"], ports.sameData(as: groupPorts) { spec["ports"] = nil }
    let type = Self.type(of: [service])?.text
    if type == "Headless" { spec["clusterIP"] = nil }
    if !isAggregate, let type, type != "Headless" { spec["type"] = nil }
    if let isPublished = spec["publishNotReadyAddresses"], isPublished.text == "true" {
      body["publishNotReadyAddresses"] = .bool(true, at: isPublished.position)
      spec["publishNotReadyAddresses"] = nil
    }
    body["labels"] = .mapping(ownLabels(of: service.resource).without(labels))
    body["annotations"] = .mapping(ownAnnotations(of: service.resource).without(annotations))
    body["spec"] = .mapping(spec)
    return .mapping(body)
  }

  /// The type of all of them, as the settings call it.
  static func type(of services: [Neighbour]) -> Node? {
    let types = services.map { service -> Node? in
      let spec = service.resource.object["spec"]
      if let address = spec?["clusterIP"], address.text == "None" {
        return .string("Headless", at: address.position)
      }
      return spec?["type"].flatMap { ["NodePort", "LoadBalancer"].contains($0.text) ? $0 : nil }
    }
    guard let type = types.first ?? nil, types.allSatisfy({ $0?.sameData(as: type) == true }) else {
      return nil
    }
    return type
  }

  // MARK: Ports

  /// The ports that all Services of the group get.
  var groupPorts: Node { settings["ports"] ?? .sequence(declaredPorts) }

  /// What `ports` of a group takes.
  private static let portFields = ["name", "port", "protocol", "targetPort", "appProtocol"]

  /// Takes over the ports of most Services, unless the containers declare them.
  mutating func setPorts(of services: [Neighbour]) {
    let lists = services.compactMap { $0.resource.object[["spec", "ports"]] }.filter { list in
      (list.items ?? []).allSatisfy { port in
        (port.mapping?.pairs ?? []).allSatisfy { Self.portFields.contains($0.key.text) }
      }
    }
    var counts: [NodeData: Int] = [:]
    for list in lists { counts[NodeData(node: list), default: 0] += 1 }
    let most = counts.values.max() ?? 0
    guard let ports = lists.first(where: { counts[NodeData(node: $0)] == most }),
      !ports.sameData(as: .sequence(declaredPorts))
    else { return }
    settings["ports"] = ports
  }

  /// Those that the containers declare, as the group takes them over.
  var declaredPorts: [Node] { ServicePort.declared(byTemplate: family.members[0].template) }
}

extension Mapping {
  /// With more pairs behind it.
  func merging(_ pairs: [(String, Node)]) -> Mapping {
    pairs.reduce(into: self) { $0[$1.0] = $1.1 }
  }

  /// Sets what is said of one kind of Services.
  mutating func setService(_ kind: String, _ settings: Node) {
    var services = self["services"] ?? .mapping(Mapping())
    services[[kind]] = settings
    self["services"] = services
  }

  /// - Parameter position: of the Service that the settings came of: comments above it are theirs.
  mutating func setService(_ kind: String, _ settings: Mapping, from position: Position) {
    setService(kind, .mapping(Mapping(settings.pairs, at: position)))
  }
}
