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
    let routes = ["HTTPRoute", "GRPCRoute", "TCPRoute", "TLSRoute"].flatMap { kind in
      inventory.all(kind, "gateway.networking.k8s.io").flatMap(ofRoute)
    }
    return ingresses + routes
  }

  private static func ofIngress(_ ingress: Resource) -> [Backend] {
    let rules = ingress.object["spec"]?.items(of: "rules") ?? []
    let paths = rules.flatMap { $0["http"]?.items(of: "paths") ?? [] }
    let named = [ingress.object.at("spec", "defaultBackend")] + paths.map { $0["backend"] }
    return named.compactMap { $0?["service"] }.compactMap { service in
      guard let name = service["name"] else { return nil }
      let port = service["port"]
      return Backend(
        resource: ingress, name: name, port: port?["number"] ?? port?["name"],
        namespace: ingress.effectiveNamespace)
    }
  }

  private static func ofRoute(_ route: Resource) -> [Backend] {
    let rules = route.object["spec"]?.items(of: "rules") ?? []
    return rules.flatMap { $0.items(of: "backendRefs") }.compactMap { reference in
      guard reference["kind"]?.text ?? "Service" == "Service", let name = reference["name"] else {
        return nil
      }
      return Backend(
        resource: route, name: name, port: reference["port"],
        namespace: reference["namespace"]?.text ?? route.effectiveNamespace)
    }
  }
}
