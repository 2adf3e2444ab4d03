/// Namespaces that come with the cluster, or with what clusters are made of: what is in them is in no set.
enum PlatformNamespace {
  private static let names = ["istio-system", "openshift"]
  private static let prefixes = ["kube-", "openshift-"]

  static func isOne(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains(where: name.hasPrefix)
  }
}
