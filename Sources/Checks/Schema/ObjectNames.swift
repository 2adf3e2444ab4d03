internal import Diagnostics
internal import Resources
internal import YAML

/// What the names of objects have to look like, by their kinds.
enum ObjectNames {
  private static let labels = ["v1/Namespace", "v1/Service"]
  /// Their names are no part of a DNS name anywhere.
  private static let segments = [
    "certificates.k8s.io/v1/CertificateSigningRequest", "certificates.k8s.io/v1/ClusterTrustBundle",
    "certificates.k8s.io/v1alpha1/ClusterTrustBundle", "certificates.k8s.io/v1beta1/ClusterTrustBundle",
    "networking.k8s.io/v1/IPAddress", "networking.k8s.io/v1beta1/IPAddress",
    "rbac.authorization.k8s.io/v1/ClusterRole", "rbac.authorization.k8s.io/v1/ClusterRoleBinding",
    "rbac.authorization.k8s.io/v1/Role", "rbac.authorization.k8s.io/v1/RoleBinding",
    "storage.k8s.io/v1/CSIDriver",
  ]

  static func check(
    _ resource: Resource, _ type: ObjectType, _ add: (SchemaRule, String, Position, () -> String) -> Void
  ) {
    guard !resource.hasGeneratedName, let name = resource.object.at("metadata", "name")?.string else {
      return
    }
    let format: TextFormat =
      labels.contains(type.name) ? .label : segments.contains(type.name) ? .pathSegment : .subdomain
    // That of a Service that is too long is said by another rule.
    let shown = type.name == "v1/Service" ? String(name.prefix(63)) : name
    guard !format.matches(shown), !name.isReplacedLater else { return }
    let (what, hint) = format.demand
    add(.invalidName, "\"\(name)\" is not \(what)", resource.namePosition) { hint }
  }
}
