internal import Resources
internal import YAML

/// A Service that an Ingress or a route of the Gateway API sends requests to.
struct Backend {
  let resource: Resource
  let name: Node
  /// Its name or its number.
  let port: Node?
  let namespace: String

  static func backends(_ inventory: Inventory) -> [Backend] {
    let ingresses = inventory.all("Ingress", "networking.k8s.io").flatMap(ofIngress)
    let routes = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute", "UDPRoute"].flatMap { kind in
      inventory.all(kind, "gateway.networking.k8s.io").flatMap(ofRoute)
    }
    return ingresses + routes
  }

  private static func ofIngress(_ ingress: Resource) -> [Backend] {
    let rules = ingress.object["spec"]?.items(of: "rules") ?? []
    let paths = rules.flatMap { $0["http"]?.items(of: "paths") ?? [] }
    let named = [ingress.object.at("spec", "defaultBackend")] + paths.map { $0["backend"] }
    return named.compactMap { $0?["service"] }.compactMap { service in
      let port = service["port"]
      // The name is then an action of the AWS Load Balancer Controller, told by an annotation.
      guard let name = service["name"], port?["name"]?.text != "use-annotation" else { return nil }
      return Backend(
        resource: ingress, name: name, port: port?["number"] ?? port?["name"],
        namespace: ingress.effectiveNamespace)
    }
  }

  private static func ofRoute(_ route: Resource) -> [Backend] {
    let rules = route.object["spec"]?.items(of: "rules") ?? []
    let references = rules.flatMap { rule in
      let backends = rule.items(of: "backendRefs")
      let filters = (rule.items(of: "filters") + backends.flatMap { $0.items(of: "filters") })
      return backends + filters.compactMap { $0.at("requestMirror", "backendRef") }
    }
    return references.compactMap { reference in
      guard reference["kind"]?.text ?? "Service" == "Service", reference["group"]?.text ?? "" == "",
        let name = reference["name"]
      else { return nil }
      return Backend(
        resource: route, name: name, port: reference["port"],
        namespace: reference["namespace"]?.text ?? route.effectiveNamespace)
    }
  }
}
