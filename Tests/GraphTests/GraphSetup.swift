import Diagnostics
import Resources
import Testing
import YAML

@testable import Graph

/// What the tests of graphs are about: manifests written as text.
enum GraphSetup {
  static func set(_ text: String) -> ResourceSet {
    let documents = Composer.compose(
      SourceFile(path: "test.yaml", bytes: Array(text.utf8)), index: 1, report: Report())
    return ResourceSet((documents ?? []).map { Resource(object: $0) })
  }

  /// A StatefulSet, with what a test is about of its metadata and of the spec of its pods.
  static func statefulSet(
    _ name: String, replicas: Int, labels: String = "{}", podLabels: String = "{app: db}", pod: String = ""
  ) -> String {
    """
    ---
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: \(name), labels: \(labels)}
    spec:
      replicas: \(replicas)
      serviceName: db
      selector: {matchLabels: \(podLabels)}
      template:
        metadata: {labels: \(podLabels)}
        spec: {containers: [{name: db, image: "db:1"}]\(pod)}

    """
  }

  /// One of a group `db`, in a zone.
  static func zoned(_ index: Int, replicas: Int, node: String? = nil) -> String {
    let labels = "a.b/instance-group-name: db, a.b/az-index: \"\(index)\", a.b/az-name: z\(index + 1)"
    return statefulSet(
      "db-z\(index)", replicas: replicas, labels: "{\(labels)}", podLabels: "{app: db, \(labels)}",
      pod: node.map { ", nodeSelector: {topology.kubernetes.io/zone: \($0)}" } ?? "")
  }

  static func service(_ name: String, _ selector: String, more: String = "") -> String {
    """
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: \(name)}
    spec: {selector: \(selector)\(more)}

    """
  }

  static func graph(_ texts: String...) -> ZoneGraph { ZoneGraph(set(texts.joined()), Report()) }
}
