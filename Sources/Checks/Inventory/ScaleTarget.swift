internal import Diagnostics
internal import Resources
internal import YAML

/// What an autoscaler changes.
struct ScaleTarget: Sendable {
  let scaler: Resource
  let reference: Node
  let group: String
  let kind: String
  let name: String

  static func targets(_ objects: ObjectIndex) -> [ScaleTarget] {
    let pods = objects.all("HorizontalPodAutoscaler", "autoscaling").map { ($0, "scaleTargetRef") }
    let sizes = objects.all("VerticalPodAutoscaler", "autoscaling.k8s.io").map { ($0, "targetRef") }
    let events = objects.all("ScaledObject", "keda.sh").map { ($0, "scaleTargetRef") }
    return (pods + sizes + events).compactMap { scaler, field in
      guard let reference = scaler.object.at("spec", field), let name = reference["name"]?.text else {
        return nil
      }
      // Only a ScaledObject need not say them.
      let target = GroupVersionKind(
        apiVersion: reference["apiVersion"]?.text ?? "apps/v1", kind: reference["kind"]?.text ?? "Deployment")
      return ScaleTarget(
        scaler: scaler, reference: reference, group: target.group, kind: target.kind, name: name)
    }
  }

  /// The same for a workload and for what names it.
  var key: String { "\(scaler.effectiveNamespace) \(kind) \(name)" }

  static func key(_ workload: Workload) -> String {
    "\(workload.namespace) \(workload.kind) \(workload.name)"
  }

  var decidesReplicas: Bool { scaler.gvk.kind != "VerticalPodAutoscaler" }

  /// The number of pods that it keeps at least, and where that is written.
  var least: (count: Int, place: Position?) {
    let field = scaler.gvk.kind == "ScaledObject" ? ("minReplicaCount", 0) : ("minReplicas", 1)
    let spec = scaler.object["spec"]
    return (spec?.integer(field.0) ?? field.1, spec?[field.0]?.position)
  }
}

/// How many pods workloads have, as far as the objects say it.
struct PodCounts: Sendable {
  /// What decides the number of pods of a workload in the workload's place.
  private let scalers: [KeyBytes: ScaleTarget]

  init(_ scalers: [ScaleTarget]) {
    self.scalers = Dictionary(
      scalers.filter(\.decidesReplicas).map { (KeyBytes(text: $0.key), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func scaler(of workload: Workload) -> ScaleTarget? {
    scalers.isEmpty ? nil : scalers[ScaleTarget.key(workload)]
  }

  /// The number of pods that the object itself asks for; `nil` where an autoscaler or something else decides it.
  func replicas(of workload: Workload) -> Int? { scaler(of: workload) == nil ? workload.replicas : nil }
}
