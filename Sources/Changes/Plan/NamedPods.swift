package import Diagnostics
package import Resources
internal import YAML

/// A plan names every pod and every claim that something happens to, and a line of input can ask for any number of them.
package enum NamedPods {
  /// More than any cluster has.
  private static let most = 500_000

  /// Whether the pods of StatefulSets, and their claims, are few enough to be named.
  ///
  /// - Returns: `false` after a report.
  package static func areFew(in set: ResourceSet, _ report: Report) -> Bool {
    var count = 0
    for running in set.resources.lazy.compactMap(RunningSet.init) {
      count += running.replicas * (1 + running.claimTemplates.count)
      guard count > most else { continue }
      let resource = running.resource
      report.error(
        "too-many-pods",
        "with StatefulSet \"\(resource.name)\", there are more than \(most) pods and claims, too many for a plan",
        at: resource.object.at("spec", "replicas")?.position ?? resource.namePosition,
        hint: "lower its replicas, or plan parts of it by themselves")
      return false
    }
    return true
  }
}
